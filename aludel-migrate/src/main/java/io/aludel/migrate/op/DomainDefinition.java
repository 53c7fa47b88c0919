// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.op;

import io.aludel.core.name.TableName;
import io.aludel.core.schema.Check;
import io.aludel.core.schema.Default;
import io.aludel.core.schema.Domain;
import io.aludel.core.type.SqlType;

/** A type with conditions, as a script describes it. */
public final class DomainDefinition {
    private Domain domain;

    DomainDefinition(TableName name, SqlType type) {
        domain = Domain.of(name, type);
    }

    public DomainDefinition notNull() {
        domain = domain.withNullable(false);
        return this;
    }

    /** A {@link Term} or a Java value. */
    public DomainDefinition defaultTo(Object value) {
        Term term = value instanceof Term given ? given : Term.value(value);
        domain = domain.withDefault(new Default.Of(term.expression()));
        return this;
    }

    /** A condition, as raw SQL in which the word {@code value} stands for the value. */
    public DomainDefinition check(String check, Term condition) {
        domain = domain.withChecks(Fit.with(new Check(check, condition.expression()), domain.checks()));
        return this;
    }

    public DomainDefinition collation(String collation) {
        domain = domain.withCollation(collation);
        return this;
    }

    public DomainDefinition comment(String comment) {
        domain = domain.withComment(comment);
        return this;
    }

    Domain domain() {
        return domain;
    }
}
