// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.lint;

import io.aludel.core.dialect.DdlStep;
import io.aludel.core.dialect.Feature;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.Table;
import io.aludel.core.type.NamedEnum;
import io.aludel.migrate.op.AddEnumValue;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/** A value of an enum type that is used before the transaction that adds it is committed. */
final class EnumValues implements Rule {
    @Override
    public void look(RevisionSteps revision, Consumer<Finding> found) {
        boolean refused = revision.dialect().capabilities().has(Feature.ENUM_TYPES)
                && revision.dialect().capabilities().has(Feature.TRANSACTIONAL_DDL);
        List<Step> steps = revision.steps();
        for (int i = 0; refused && i < steps.size(); i++) {
            if (steps.get(i).operation() instanceof AddEnumValue add) {
                steps.subList(i + 1, steps.size()).stream()
                        .filter(step -> !(step.operation() instanceof AddEnumValue))
                        .filter(step -> speaksOf(step, add, revision))
                        .forEach(step -> found.accept(step.finding(
                                Code.ENUM_VALUE_USED,
                                "It uses the value \"" + add.value() + "\" of the enum type \"" + add.type()
                                        + "\", which the same revision adds: it is there only when that is committed.",
                                "Use the value in the next revision.")));
            }
        }
    }

    /** A table with the type is changed, and the value is among the words. */
    private static boolean speaksOf(Step step, AddEnumValue add, RevisionSteps revision) {
        String literal = "'" + add.value().replace("'", "''") + "'";
        return step.operation().tables().stream()
                        .anyMatch(name -> step.table(name)
                                .or(() -> revision.after().table(name))
                                .filter(table -> has(table, add.type()))
                                .isPresent())
                && step.steps().stream()
                        .anyMatch(one ->
                                one instanceof DdlStep.Sql sql && sql.sql().contains(literal));
    }

    private static boolean has(Table table, TableName type) {
        return table.columns().stream()
                .anyMatch(column -> column.type() instanceof NamedEnum named
                        && named.name().equals(type.name())
                        && Objects.equals(named.schema(), type.schema()));
    }
}
