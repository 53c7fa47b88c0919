// SPDX-License-Identifier: Apache-2.0
package io.aludel.cli.entities;

import io.aludel.core.dialect.Dialect;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.Column;
import io.aludel.core.schema.ForeignKey;
import io.aludel.core.schema.Generation;
import io.aludel.core.schema.ObjectKind;
import io.aludel.core.schema.PrimaryKey;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.Sequence;
import io.aludel.core.schema.Table;
import io.aludel.core.schema.Unreadable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The classes of a database's tables, and what they do not say.
 *
 * @param sources a class for each table, and an enum for each type of the database's that they have
 * @param leftOut what a comparison of their model with the database would find
 */
public record EntityClasses(List<SourceText> sources, List<LeftOut> leftOut) {
    public EntityClasses {
        sources = List.copyOf(sources);
        leftOut = List.copyOf(leftOut);
    }

    /**
     * Writes classes; the same schema always gives the same.
     *
     * @param schema what was read, enum types and domains included
     * @param ignored tables that are nobody's business
     * @param ownWords tables whose SQL is to be given as it stands, as {@link OwnWords} finds them
     */
    public static EntityClasses of(
            Schema schema, Dialect dialect, Set<TableName> ignored, Set<TableName> ownWords, EntityOptions options) {
        return new Planning(schema, dialect, ignored, ownWords, options).run();
    }

    /** Everything that is decided for one schema. */
    private static final class Planning {
        private final Schema schema;
        private final Dialect dialect;
        private final EntityOptions options;
        private final Set<TableName> ownWords;
        private final List<Table> tables;
        private final List<LeftOut> leftOut = new ArrayList<>();
        private final Map<TableName, EntityPlan> entities = new LinkedHashMap<>();
        private final ClassNames names;
        private final Enums enums;
        private final Attributes attributes;
        private final Associations associations;
        private final TableWords words;

        Planning(
                Schema schema,
                Dialect dialect,
                Set<TableName> ignored,
                Set<TableName> ownWords,
                EntityOptions options) {
            this.schema = schema;
            this.dialect = dialect;
            this.options = options;
            this.ownWords = ownWords;
            this.tables = schema.tables().stream()
                    .filter(table -> !ignored.contains(table.name()) && table.partition() == null)
                    .toList();
            this.names = new ClassNames(options);
            this.enums = new Enums(schema, names);
            UniqueColumns unique = new UniqueColumns(dialect);
            this.attributes = new Attributes(schema, dialect, enums, unique, leftOut);
            this.associations = new Associations(entities, names, unique);
            this.words = new TableWords(unique, leftOut);
        }

        EntityClasses run() {
            List<Table> mapped = tables.stream().filter(this::canBeMapped).toList();
            names.name(mapped);
            mapped.forEach(table -> entities.put(table.name(), new EntityPlan(table, names.of(table.name()))));
            List<EntityPlan> all = List.copyOf(entities.values());
            all.forEach(associations::find);
            all.forEach(this::nameAttributes);
            all.forEach(this::members);
            all.forEach(associations::inverses);
            all.forEach(this::annotations);
            sequences();
            unreadable();
            EntityPrinter printer = new EntityPrinter(options);
            List<SourceText> sources = new ArrayList<>();
            all.forEach(entity -> sources.add(printer.print(entity)));
            enums.used().forEach(type -> sources.add(printer.print(type)));
            return new EntityClasses(sources, leftOut);
        }

        private boolean canBeMapped(Table table) {
            PrimaryKey key = table.primaryKey();
            if (key == null) {
                return no(table, "It has no primary key, by which a session tells its rows apart. Give it one.");
            }
            if (key.columns().size() > 1) {
                return no(
                        table,
                        "Its primary key has " + key.columns().size() + " columns, " + String.join(", ", key.columns())
                                + ", and identifiers of several attributes are not supported yet.");
            }
            Column id = table.column(key.columns().get(0)).orElseThrow();
            ColumnPlan plan = new ColumnPlan.Reader(schema, dialect, enums).plan(id, true);
            JavaType type = plan.type();
            if (plan.isList() || type != null && !type.canIdentify()) {
                return no(
                        table,
                        "Its primary key is a " + id.type()
                                + ", of which equal ones are not told by equals(), as identifiers must be.");
            }
            if (id.generation() instanceof Generation.Computed) {
                return no(table, "Its primary key is computed, but a session must know an identifier beforehand.");
            }
            return true;
        }

        private boolean no(Table table, String reason) {
            leftOut.add(LeftOut.table(table.name(), reason));
            return false;
        }

        /** Associations last, as they have several names to choose from. */
        private void nameAttributes(EntityPlan entity) {
            for (Column column : entity.table().columns()) {
                if (!entity.associations().containsKey(column.name())) {
                    entity.nameAttribute(column.name(), List.of(JavaNames.attribute(JavaNames.words(column.name()))));
                }
            }
            entity.associations().forEach((column, key) -> entity.nameAttribute(column, associations.names(key)));
        }

        private void members(EntityPlan entity) {
            for (Column column : entity.table().columns()) {
                ForeignKey key = entity.associations().get(column.name());
                entity.members()
                        .add(
                                key == null
                                        ? attributes.attribute(entity, column)
                                        : associations.toOne(entity, column, key));
            }
        }

        private void annotations(EntityPlan entity) {
            entity.annotations().addAll(words.annotations(entity));
            entity.annotations().addAll(associations.others(entity));
            if (ownWords.contains(entity.name())) {
                entity.annotations().add(Persistence.ours("SqlDialect").withText("value", dialect.name()));
            }
            entity.table()
                    .exclusions()
                    .forEach(exclusion -> leftOut.add(LeftOut.part(
                            entity.name(),
                            "exclusion constraint \"" + exclusion.name() + "\"",
                            "No annotation says such a thing; keep it in a migration script.")));
        }

        private void sequences() {
            for (Sequence sequence : schema.sequences()) {
                if (sequence.owner() == null && !attributes.used().contains(sequence)) {
                    leftOut.add(new LeftOut(null, sequence.describe(), "No identifier is taken from it.", false));
                }
            }
        }

        private void unreadable() {
            for (Unreadable object : schema.unreadable()) {
                TableName name = object.name();
                String part = object.part();
                if (object.kind() != ObjectKind.TABLE) {
                    continue;
                }
                if (entities.containsKey(name)) {
                    leftOut.add(
                            part == null
                                    ? new LeftOut(name, "table \"" + name + "\"", object.reason(), false)
                                    : LeftOut.part(name, part, object.reason()));
                } else if (schema.table(name).isEmpty()) {
                    leftOut.add(LeftOut.table(name, object.reason()));
                }
            }
        }
    }
}
