// SPDX-License-Identifier: Apache-2.0
package io.aludel.mapping.build;

import io.aludel.core.schema.Column;
import io.aludel.core.schema.Default;
import io.aludel.core.schema.Generation;
import io.aludel.core.schema.UniqueKey;
import io.aludel.core.type.ArrayType;
import io.aludel.core.type.BasicType;
import io.aludel.core.type.SqlType;
import io.aludel.mapping.build.EntityDraft.CheckText;
import io.aludel.mapping.build.EntityDraft.Member;
import io.aludel.mapping.convert.BasicTypes;
import io.aludel.mapping.model.AttributeModel;
import io.aludel.mapping.model.Storage;
import io.aludel.mapping.problem.MappingCode;
import io.aludel.mapping.source.SourceAnnotation;
import io.aludel.mapping.source.SourceField;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A field in a column of its own. */
final class AttributeRule {
    private final EntityDraft draft;
    private final Member member;
    private final SourceField field;
    private final Optional<SourceAnnotation> said;

    AttributeRule(EntityDraft draft, Member member) {
        this.draft = draft;
        this.member = member;
        this.field = member.field();
        this.said = field.annotation(Jakarta.COLUMN);
    }

    void read() {
        String name = columnName();
        draft.claim(name, field.name());
        if (field.annotation(Jakarta.ID).isPresent()) {
            draft.ids.add(field.name());
        }
        if (field.annotation(Jakarta.VERSION).isPresent()) {
            version();
        }
        TypeRule types = new TypeRule(draft, field);
        Storage storage = types.storage();
        if (storage == null) {
            return;
        }
        ColumnWords words = ColumnWords.read(draft, field.name(), said);
        SqlType portable = words.type() == null ? types.columnType(storage) : words.type();
        if (portable == null) {
            return;
        }
        if (portable instanceof ArrayType != (storage == Storage.LIST)) {
            draft.error(
                    MappingCode.COLUMN_DEFINITION,
                    field.name(),
                    "Its columnDefinition says " + portable + ", and it is a " + field.type()
                            + "; a List is an array, as in \"text array\", and nothing else is.");
            return;
        }
        SqlType type = types.byDatabase(portable);
        table();
        Column column = new Column(
                name,
                type,
                isNullable() && !words.notNull(),
                Default.NONE,
                Generation.NONE,
                words.collation(),
                comment());
        AttributeModel attribute = new AttributeModel(
                field.name(),
                member.declaring().name(),
                storage == Storage.LIST ? field.type().toString() : field.type().name(),
                storage,
                column,
                flag("insertable"),
                flag("updatable"),
                types.converter());
        Default defaultValue = defaultValue(BasicTypes.stored(attribute), words.defaultText());
        draft.attributes.add(attribute.withColumn(column.withDefault(defaultValue)));
        draft.types.put(name, BasicTypes.stored(attribute));
        constraints(name);
    }

    private String columnName() {
        String given = said.map(column -> column.text("name")).orElse("");
        return given.isEmpty() ? draft.rules.naming().column(field.name()) : Jakarta.plainName(given);
    }

    private void version() {
        if (draft.version != null) {
            draft.error(
                    MappingCode.VERSION,
                    field.name(),
                    "\"" + draft.version + "\" is the version already; keep one of them.");
        }
        draft.version = field.name();
        if (!TypeRule.INTEGERS.contains(field.type().name())) {
            draft.error(
                    MappingCode.VERSION,
                    field.name(),
                    "A version counts changes, and " + field.type() + " does not count; use int or long.");
        }
    }

    private void table() {
        String table = said.map(column -> column.text("table")).orElse("");
        if (!table.isEmpty() && !Jakarta.plainName(table).equals(draft.table.name())) {
            draft.error(
                    MappingCode.NOT_YET,
                    field.name(),
                    "@Column(table = \"" + table
                            + "\"): an entity in several tables is not supported yet; make an entity"
                            + " of the second table, with a @OneToOne.");
        }
    }

    /** Whether NULL is allowed: not for primitives, identifiers and versions, whatever {@code @Column} says by default. */
    private boolean isNullable() {
        boolean required = field.annotation(Jakarta.BASIC)
                .map(basic -> !basic.flag("optional"))
                .orElse(false);
        return flag("nullable")
                && !required
                && !TypeRule.PRIMITIVES.contains(field.type().name())
                && field.annotation(Jakarta.ID).isEmpty()
                && field.annotation(Jakarta.VERSION).isEmpty();
    }

    private boolean flag(String element) {
        return said.map(column -> column.flag(element)).orElse(true);
    }

    private @Nullable String comment() {
        return said.map(column -> column.text("comment"))
                .filter(comment -> !comment.isEmpty())
                .orElse(null);
    }

    private Default defaultValue(BasicType<?> type, @Nullable String fromOptions) {
        String text = field.annotation(Jakarta.DEFAULT_VALUE)
                .or(() -> field.annotation(Jakarta.HIBERNATE_COLUMN_DEFAULT))
                .map(annotation -> annotation.text("value"))
                .orElse(fromOptions);
        if (text == null) {
            return Default.NONE;
        }
        return DefaultWords.read(draft, field.name(), text, type);
    }

    private void constraints(String column) {
        if (said.isEmpty()) {
            return;
        }
        if (said.get().flag("unique")) {
            draft.uniqueKeys.add(new UniqueKey(
                    draft.rules.constraints().unique(draft.table.name(), List.of(column)), List.of(column)));
        }
        said.get().annotations("check").forEach(check -> draft.checks.add(new CheckText(check, field.name(), column)));
    }
}
