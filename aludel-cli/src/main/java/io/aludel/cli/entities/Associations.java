// SPDX-License-Identifier: Apache-2.0
package io.aludel.cli.entities;

import static io.aludel.cli.entities.Persistence.jakarta;
import static io.aludel.cli.entities.Persistence.ours;

import io.aludel.core.name.NamingConvention;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.Column;
import io.aludel.core.schema.Default;
import io.aludel.core.schema.ForeignKey;
import io.aludel.core.schema.Generation;
import io.aludel.core.schema.Table;
import io.aludel.core.type.SqlType;
import io.aludel.core.type.StandardType;
import io.aludel.core.type.TypeKind;
import io.aludel.mapping.naming.NamingStrategy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Foreign keys as associations, both ways, and as what they are where they cannot be one. */
final class Associations {
    private static final Set<TypeKind> INTEGERS = Set.of(TypeKind.SMALLINT, TypeKind.INTEGER, TypeKind.BIGINT);

    private final Map<TableName, EntityPlan> entities;
    private final ClassNames names;
    private final UniqueColumns unique;

    Associations(Map<TableName, EntityPlan> entities, ClassNames names, UniqueColumns unique) {
        this.entities = entities;
        this.names = names;
        this.unique = unique;
    }

    /** Decides which keys are associations: of several over the same column the first by name. */
    void find(EntityPlan entity) {
        for (ForeignKey key : entity.table().foreignKeys()) {
            if (canBeOne(entity, key)) {
                entity.associations().putIfAbsent(key.columns().get(0), key);
            }
        }
    }

    private boolean canBeOne(EntityPlan entity, ForeignKey key) {
        EntityPlan target = entities.get(key.target());
        if (target == null || !key.targetColumns().equals(List.of(target.id()))) {
            return false;
        }
        Column column = entity.table().column(key.columns().get(0)).orElseThrow();
        Column id = target.table().column(target.id()).orElseThrow();
        return !column.name().equals(entity.id())
                && column.generation().equals(Generation.NONE)
                && (column.type().equals(id.type()) || isInteger(column.type()) && isInteger(id.type()))
                && (column.collation() != null || id.collation() == null)
                && isReadable(column.defaultValue())
                && (column.nullable() || key.onDelete() != ForeignKey.Action.SET_NULL);
    }

    private static boolean isInteger(SqlType type) {
        return type instanceof StandardType standard && INTEGERS.contains(standard.kind());
    }

    private static boolean isReadable(Default value) {
        return !(value instanceof Default.Of of) || SqlWords.isReadable(SqlWords.expression(of.expression()));
    }

    /** What the attribute may be called, the best first: of {@code customer_id} that is {@code customer}. */
    List<String> names(ForeignKey key) {
        List<String> words = JavaNames.words(key.columns().get(0));
        List<String> referenced = JavaNames.words(key.targetColumns().get(0));
        List<String> names = new ArrayList<>();
        for (List<String> end : List.of(referenced, List.of("id"))) {
            int rest = words.size() - end.size();
            if (rest > 0 && words.subList(rest, words.size()).equals(end)) {
                names.add(JavaNames.attribute(words.subList(0, rest)));
            }
        }
        names.add(JavaNames.attribute(words));
        return names;
    }

    Member toOne(EntityPlan entity, Column column, ForeignKey key) {
        EntityPlan target = Objects.requireNonNull(entities.get(key.target()));
        Annotation toOne = jakarta(isOneToOne(entity, column.name()) ? "OneToOne" : "ManyToOne")
                .withConstant("fetch", Persistence.FETCH_TYPE, "LAZY");
        List<Annotation> annotations = new ArrayList<>();
        annotations.add(column.nullable() ? toOne : toOne.withCode("optional", false));
        Annotation join = joinColumn(entity, target, column, key);
        if (!join.isEmpty()) {
            annotations.add(join);
        }
        return new Member(entity.attribute(column.name()), target.className(), annotations, false, false);
    }

    private boolean isOneToOne(EntityPlan entity, String column) {
        return unique.isUnique(entity.table(), column);
    }

    private Annotation joinColumn(EntityPlan entity, EntityPlan target, Column column, ForeignKey key) {
        Annotation join = jakarta("JoinColumn");
        String usual = NamingStrategy.SNAKE_CASE.joinColumn(entity.attribute(column.name()), target.id());
        if (!usual.equals(column.name())) {
            join = join.withText("name", SqlWords.element(column.name()));
        }
        Column id = target.table().column(target.id()).orElseThrow();
        if (!column.type().equals(id.type())) {
            join = join.withText("columnDefinition", column.type().toString());
        }
        List<String> options = new ArrayList<>();
        if (column.defaultValue() instanceof Default.Of of) {
            options.add("default " + SqlWords.expression(of.expression()));
        }
        if (column.collation() != null && !column.collation().equals(id.collation())) {
            options.add("collate " + SqlWords.name(column.collation()));
        }
        if (!options.isEmpty()) {
            join = join.withText("options", String.join(" ", options));
        }
        if (column.comment() != null) {
            join = join.withText("comment", column.comment());
        }
        Annotation foreignKey = jakarta("ForeignKey");
        if (!unique.isUsual(entity.table(), key.name(), usualName(entity.table(), key))) {
            foreignKey = foreignKey.withText("name", SqlWords.element(key.name()));
        }
        String words = SqlWords.options(key);
        if (!words.isEmpty()) {
            foreignKey = foreignKey.withText("options", words);
        }
        return foreignKey.isEmpty() ? join : join.with("foreignKey", new Annotation.Nested(foreignKey));
    }

    private static String usualName(Table table, ForeignKey key) {
        return NamingConvention.STANDARD.foreignKey(table.name().name(), key.columns());
    }

    /** The other sides of an entity's associations; where several lead to one class, their names say by which. */
    void inverses(EntityPlan entity) {
        entity.associations().forEach((column, key) -> {
            EntityPlan target = Objects.requireNonNull(entities.get(key.target()));
            long same = entity.associations().values().stream()
                    .filter(other -> other.target().equals(key.target()))
                    .count();
            boolean self = entity == target;
            boolean one = isOneToOne(entity, column);
            List<String> words = one ? JavaNames.words(entity.className()) : new ArrayList<>(names.many(entity.name()));
            if (same > 1 || self) {
                words = new ArrayList<>(words);
                words.add("by");
                words.addAll(JavaNames.words(entity.attribute(column)));
            }
            String name = target.take(List.of(JavaNames.attribute(words)));
            Annotation mapped = jakarta(one ? "OneToOne" : "OneToMany").withText("mappedBy", entity.attribute(column));
            String type = one ? entity.className() : "java.util.List<" + entity.className() + ">";
            target.members().add(new Member(name, type, List.of(mapped), !one, true));
        });
    }

    /** Keys that are no association. */
    List<Annotation> others(EntityPlan entity) {
        return entity.table().foreignKeys().stream()
                .filter(key -> !entity.associations().containsValue(key))
                .map(key -> other(entity.table(), key))
                .toList();
    }

    private Annotation other(Table table, ForeignKey key) {
        Annotation said = ours("ForeignKeyConstraint");
        if (!unique.isUsual(table, key.name(), usualName(table, key))) {
            said = said.withText("name", SqlWords.element(key.name()));
        }
        said = said.withTexts(
                        "columns", key.columns().stream().map(SqlWords::element).toList())
                .withText("table", SqlWords.element(key.target().name()));
        if (key.target().schema() != null) {
            said = said.withText("schema", SqlWords.element(key.target().schema()));
        }
        said = said.withTexts(
                "referencedColumns",
                key.targetColumns().stream().map(SqlWords::element).toList());
        String words = SqlWords.options(key);
        return words.isEmpty() ? said : said.withText("options", words);
    }
}
