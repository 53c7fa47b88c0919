// SPDX-License-Identifier: Apache-2.0
package io.aludel.mapping.build;

import io.aludel.mapping.problem.MappingCode;
import io.aludel.mapping.source.SourceClass;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Classes read as far as they need no other class: all but their associations. Each once. */
final class Drafts {
    private final Rules rules;
    private final @Nullable Set<String> whole;
    private final Map<String, Optional<EntityDraft>> read = new HashMap<>();

    /**
     * Reads on demand.
     *
     * @param whole the classes that the model is made of; null where others are allowed as targets
     */
    Drafts(Rules rules, @Nullable Set<String> whole) {
        this.rules = rules;
        this.whole = whole;
    }

    /** A class of the model; mistakes are reported. */
    Optional<EntityDraft> own(String className) {
        Optional<EntityDraft> known = read.get(className);
        if (known != null) {
            return known;
        }
        Optional<SourceClass> source = rules.classes().find(className);
        if (source.isEmpty()) {
            rules.problems().error(MappingCode.NO_ENTITY, className, null, "There is no such class on the class path.");
        }
        Optional<EntityDraft> draft = source.flatMap(found -> ClassRule.read(rules, found));
        read.put(className, draft);
        return draft;
    }

    /** A class at the other end of an association. What is wrong within it is not the model's business unless it is part of it. */
    Optional<EntityDraft> target(String className) {
        if (read.containsKey(className)) {
            return read.get(className);
        }
        if (whole != null && whole.contains(className)) {
            return own(className);
        }
        return rules.classes()
                .find(className)
                .flatMap(found -> ClassRule.read(rules.withProblems(new Problems()), found));
    }

    boolean isInModel(String className) {
        return whole == null || whole.contains(className);
    }
}
