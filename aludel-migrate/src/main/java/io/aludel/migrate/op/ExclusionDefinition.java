// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.op;

import io.aludel.core.schema.Deferral;
import io.aludel.core.schema.Exclusion;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An exclusion constraint as a script describes it. */
public final class ExclusionDefinition {
    private final String name;
    private final List<Exclusion.Element> elements;
    private @Nullable String method;
    private @Nullable Term predicate;
    private Deferral deferral = Deferral.NOT_DEFERRABLE;

    ExclusionDefinition(String name, List<Exclusion.Element> elements) {
        this.name = name;
        this.elements = elements;
    }

    /** The kind of its index: {@code gist}. */
    public ExclusionDefinition using(String method) {
        this.method = method;
        return this;
    }

    /** It is about the rows only that fulfil the condition. */
    public ExclusionDefinition where(Term condition) {
        predicate = condition;
        return this;
    }

    /** Can be checked when the transaction ends. */
    public ExclusionDefinition deferrable() {
        deferral = Deferral.DEFERRABLE;
        return this;
    }

    /** Checked when the transaction ends. */
    public ExclusionDefinition initiallyDeferred() {
        deferral = Deferral.DEFERRED;
        return this;
    }

    Exclusion exclusion() {
        return new Exclusion(name, method, elements, predicate == null ? null : predicate.expression(), deferral);
    }
}
