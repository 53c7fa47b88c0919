// SPDX-License-Identifier: Apache-2.0
package io.aludel.cli.entities;

import static io.aludel.cli.entities.Persistence.jakarta;
import static io.aludel.cli.entities.Persistence.ours;

import io.aludel.core.name.NamingConvention;
import io.aludel.core.schema.Check;
import io.aludel.core.schema.Index;
import io.aludel.core.schema.PrimaryKey;
import io.aludel.core.schema.Table;
import io.aludel.core.schema.UniqueKey;
import io.aludel.mapping.naming.NamingStrategy;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What stands at the class: the table's name, its keys, indexes and checks. */
final class TableWords {
    private final UniqueColumns unique;
    private final List<LeftOut> leftOut;

    TableWords(UniqueColumns unique, List<LeftOut> leftOut) {
        this.unique = unique;
        this.leftOut = leftOut;
    }

    List<Annotation> annotations(EntityPlan entity) {
        List<Annotation> annotations = new ArrayList<>();
        annotations.add(jakarta("Entity"));
        Annotation table = table(entity);
        if (!table.isEmpty()) {
            annotations.add(table);
        }
        Annotation key = primaryKey(entity.table());
        if (!key.isEmpty()) {
            annotations.add(key);
        }
        return annotations;
    }

    private Annotation table(EntityPlan entity) {
        Table table = entity.table();
        Annotation said = jakarta("Table");
        if (!NamingStrategy.SNAKE_CASE
                .table(entity.className())
                .equals(table.name().name())) {
            said = said.withText("name", SqlWords.element(table.name().name()));
        }
        if (table.name().schema() != null) {
            said = said.withText("schema", SqlWords.element(table.name().schema()));
        }
        said = several(said, "uniqueConstraints", uniqueKeys(table));
        said = several(said, "indexes", indexes(table));
        said = several(said, "check", checks(table));
        if (table.comment() != null) {
            said = said.withText("comment", table.comment());
        }
        return table.options().isEmpty() ? said : said.withText("options", String.join(", ", table.options()));
    }

    private static Annotation several(Annotation annotation, String name, List<Annotation> values) {
        return values.isEmpty() ? annotation : annotation.withAll(name, values);
    }

    private List<Annotation> uniqueKeys(Table table) {
        return table.uniqueKeys().stream()
                .filter(key -> !unique.isImplied(table, key))
                .map(key -> uniqueKey(table, key))
                .toList();
    }

    private Annotation uniqueKey(Table table, UniqueKey key) {
        Annotation said = jakarta("UniqueConstraint");
        if (!unique.isUsual(
                table, key.name(), NamingConvention.STANDARD.unique(table.name().name(), key.columns()))) {
            said = said.withText("name", SqlWords.element(key.name()));
        }
        said = said.withTexts(
                "columnNames", key.columns().stream().map(SqlWords::element).toList());
        String words = SqlWords.options(key.include(), key.nullsDistinct(), key.deferral());
        return words.isEmpty() ? said : said.withText("options", words);
    }

    private List<Annotation> indexes(Table table) {
        List<Annotation> said = new ArrayList<>();
        for (Index index : table.indexes()) {
            String keys = SqlWords.keys(index);
            String options = SqlWords.options(index);
            boolean classes = index.parts().stream()
                    .allMatch(part ->
                            part.operatorClass() == null || part.operatorClass().matches("\\w+"));
            if (classes && SqlWords.isReadable(keys) && (options.isEmpty() || SqlWords.isReadable(options))) {
                said.add(index(table, index, keys, options));
            } else {
                leftOut.add(LeftOut.part(
                        table.name(),
                        "index \"" + index.name() + "\"",
                        "Its text cannot be said in an @Index: " + (keys + " " + options).strip() + "."));
            }
        }
        return said;
    }

    private Annotation index(Table table, Index index, String keys, String options) {
        Annotation said = jakarta("Index");
        boolean plain = index.columnNames().size() == index.parts().size();
        if (!plain
                || !unique.isUsual(
                        table,
                        index.name(),
                        NamingConvention.STANDARD.index(table.name().name(), index.columnNames()))) {
            said = said.withText("name", SqlWords.element(index.name()));
        }
        said = said.withText("columnList", keys);
        if (index.unique()) {
            said = said.withCode("unique", true);
        }
        return options.isEmpty() ? said : said.withText("options", options);
    }

    private List<Annotation> checks(Table table) {
        return table.checks().stream().map(check -> check(table, check)).toList();
    }

    private Annotation check(Table table, Check check) {
        Annotation said = jakarta("CheckConstraint");
        if (!unique.isUsual(table, check.name(), "")) {
            said = said.withText("name", SqlWords.element(check.name()));
        }
        said = said.withText("constraint", SqlWords.expression(check.condition()));
        return check.validated() ? said : said.withText("options", "not valid");
    }

    private Annotation primaryKey(Table table) {
        PrimaryKey key = Objects.requireNonNull(table.primaryKey());
        Annotation said = ours("PrimaryKeyConstraint");
        if (!unique.isUsual(
                table,
                key.name(),
                NamingConvention.STANDARD.primaryKey(table.name().name()))) {
            said = said.withText("name", SqlWords.element(key.name()));
        }
        String words = SqlWords.options(key.include(), true, key.deferral());
        return words.isEmpty() ? said : said.withText("options", words);
    }
}
