// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.interop;

import io.aludel.core.dialect.CreationOrder;
import io.aludel.core.dialect.DdlStep;
import io.aludel.core.dialect.Dialect;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.Domain;
import io.aludel.core.schema.ForeignKey;
import io.aludel.core.schema.Routine;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.SchemaObject;
import io.aludel.core.schema.Sequence;
import io.aludel.core.schema.Table;
import io.aludel.core.schema.Unreadable;
import io.aludel.core.schema.View;
import io.aludel.migrate.diff.DiffOptions;
import io.aludel.migrate.diff.SchemaDiffer;
import io.aludel.migrate.op.AddForeignKey;
import io.aludel.migrate.op.AlterSequence;
import io.aludel.migrate.op.CreateDomain;
import io.aludel.migrate.op.CreateEnumType;
import io.aludel.migrate.op.CreateRoutine;
import io.aludel.migrate.op.CreateSchema;
import io.aludel.migrate.op.CreateSequence;
import io.aludel.migrate.op.CreateTable;
import io.aludel.migrate.op.CreateTrigger;
import io.aludel.migrate.op.CreateView;
import io.aludel.migrate.op.ExecuteSql;
import io.aludel.migrate.op.Operation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A database as it stands, as the operations that make another one so.
 *
 * @param schema what takes part of it
 * @param operations in the order in which they can be done
 * @param leftOut what is in the database and would not be in the other one, each a sentence
 */
public record Baseline(Schema schema, List<Operation> operations, List<String> leftOut) {
    public Baseline {
        operations = List.copyOf(operations);
        leftOut = List.copyOf(leftOut);
    }

    /**
     * Makes one.
     *
     * @param live everything that is in the database
     * @param options which tables take part; those of other tools do not
     */
    public static Baseline of(Dialect dialect, Schema live, DiffOptions options) {
        List<String> leftOut = new ArrayList<>();
        Schema kept = kept(dialect, live, options, leftOut);
        return new Baseline(kept, operations(dialect, kept), leftOut);
    }

    private static Schema kept(Dialect dialect, Schema live, DiffOptions options, List<String> leftOut) {
        Schema taken = new SchemaDiffer(dialect, () -> {
                    throw new IllegalStateException("Nothing is to be tried.");
                })
                .takingPart(live, options);
        taken.unreadable().stream().map(Unreadable::toString).forEach(leftOut::add);
        Set<TableName> relations = new HashSet<>();
        taken.tables().forEach(table -> relations.add(table.name()));
        List<View> views = taken.views().stream()
                .filter(view -> options.tables().takesUnknown(view.name()))
                .toList();
        views.forEach(view -> relations.add(view.name()));
        return taken.withTables(taken.tables().stream()
                        .map(table -> withoutLostKeys(table, relations, leftOut))
                        .toList())
                .withSequences(taken.sequences().stream()
                        .filter(sequence -> sequence.owner() == null
                                || relations.contains(sequence.owner().table()))
                        .toList())
                .withViews(views)
                .withTriggers(taken.triggers().stream()
                        .filter(trigger -> relations.contains(trigger.table()))
                        .toList())
                .withUnreadable(List.of());
    }

    private static Table withoutLostKeys(Table table, Set<TableName> relations, List<String> leftOut) {
        List<ForeignKey> keys = table.foreignKeys().stream()
                .filter(key -> relations.contains(key.target()))
                .toList();
        table.foreignKeys().stream()
                .filter(key -> !keys.contains(key))
                .forEach(key -> leftOut.add("foreign key \"" + key.name() + "\" of table \"" + table.name()
                        + "\": it points at \"" + key.target() + "\", which does not take part."));
        return table.withForeignKeys(keys);
    }

    private static List<Operation> operations(Dialect dialect, Schema schema) {
        CreationOrder order = CreationOrder.of(schema);
        List<Operation> operations = new ArrayList<>();
        schema.schemaNames().stream()
                .filter(name -> schema.objects()
                        .anyMatch(object -> name.equals(object.name().schema())))
                .forEach(name -> operations.add(new CreateSchema(name)));
        schema.enumTypes().forEach(type -> operations.add(new CreateEnumType(type)));
        boolean hasBodies = !schema.routines().isEmpty();
        if (hasBodies) {
            operations.addAll(sql(dialect, dialect.ddl().lookAtBodies(false), ExecuteSql.Effect.SCHEMA_NEUTRAL));
        }
        order.beforeTables().forEach(object -> operations.add(create(object)));
        order.tables().forEach(table -> operations.addAll(create(dialect, table, order)));
        for (Table table : order.tables()) {
            order.postponed(table).forEach(key -> operations.add(new AddForeignKey(table.name(), key)));
        }
        schema.sequences().stream()
                .filter(sequence -> sequence.owner() != null)
                .forEach(sequence -> operations.add(new AlterSequence(sequence.withOwner(null), sequence)));
        order.afterTables().forEach(object -> operations.add(create(object)));
        schema.triggers().forEach(trigger -> operations.add(new CreateTrigger(trigger)));
        if (hasBodies) {
            operations.addAll(sql(dialect, dialect.ddl().lookAtBodies(true), ExecuteSql.Effect.SCHEMA_NEUTRAL));
        }
        return operations;
    }

    /** A part of a divided table is no operation of ours, so that it is said in the database's words. */
    private static List<Operation> create(Dialect dialect, Table table, CreationOrder order) {
        Set<String> postponed = order.postponed().getOrDefault(table.name(), Set.of());
        if (table.partition() != null) {
            return sql(dialect, dialect.ddl().createTable(table, postponed), ExecuteSql.Effect.UNDECLARED);
        }
        return List.of(new CreateTable(table.withForeignKeys(table.foreignKeys().stream()
                .filter(key -> !postponed.contains(key.name()))
                .toList())));
    }

    private static List<Operation> sql(Dialect dialect, List<DdlStep> steps, ExecuteSql.Effect effect) {
        return steps.stream()
                .flatMap(step -> step instanceof DdlStep.Sql sql ? Stream.of(sql.sql()) : Stream.empty())
                .<Operation>map(sql -> new ExecuteSql(dialect.name(), sql, effect))
                .toList();
    }

    private static Operation create(SchemaObject object) {
        return switch (object.kind()) {
            case DOMAIN -> new CreateDomain((Domain) object);
            case SEQUENCE -> new CreateSequence(((Sequence) object).withOwner(null));
            case VIEW -> new CreateView((View) object);
            case ROUTINE -> new CreateRoutine((Routine) object);
            default -> throw new IllegalArgumentException(object.describe());
        };
    }
}
