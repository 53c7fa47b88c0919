// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.postgresql;

import io.aludel.core.dialect.Dialect;
import io.aludel.core.dialect.StandardColumns;
import io.aludel.core.dialect.StandardConstraints;
import io.aludel.core.dialect.StandardObjects;
import io.aludel.core.schema.Trigger;
import java.util.List;

/** What is no table, as PostgreSQL writes it. */
final class PostgresObjects extends StandardObjects {
    PostgresObjects(Dialect dialect, StandardColumns columns, StandardConstraints constraints) {
        super(dialect, columns, constraints);
    }

    /** A trigger's name is its own among those of its table only. */
    @Override
    public List<String> dropTrigger(Trigger trigger) {
        return List.of("drop trigger " + dialect.quote(trigger.name().name()) + " on " + name(trigger.table()));
    }
}
