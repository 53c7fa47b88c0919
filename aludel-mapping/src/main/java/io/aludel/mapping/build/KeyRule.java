// SPDX-License-Identifier: Apache-2.0
package io.aludel.mapping.build;

import io.aludel.core.name.TableName;
import io.aludel.core.schema.ForeignKey;
import io.aludel.core.schema.PrimaryKey;
import io.aludel.mapping.model.AttributeModel;
import io.aludel.mapping.problem.MappingCode;
import io.aludel.mapping.source.SourceAnnotation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Keys that annotations of ours speak of: what the primary key is called, and foreign keys that no association stands for. */
final class KeyRule {
    private final EntityDraft draft;

    KeyRule(EntityDraft draft) {
        this.draft = draft;
    }

    /** What is said of the primary key; null where nothing is said, or a mistake was. */
    @Nullable
    PrimaryKey primaryKey() {
        Optional<SourceAnnotation> said = draft.source.annotation(Jakarta.PRIMARY_KEY_CONSTRAINT);
        List<String> columns = draft.attributes.stream()
                .filter(attribute -> draft.ids.contains(attribute.name()))
                .map(AttributeModel::column)
                .map(column -> column.name())
                .toList();
        if (said.isEmpty() || columns.isEmpty()) {
            return null;
        }
        String name = said.get().text("name");
        AtomicReference<PrimaryKey> key = new AtomicReference<>(new PrimaryKey(
                name.isEmpty() ? draft.rules.constraints().primaryKey(draft.table.name()) : Jakarta.plainName(name),
                columns));
        OptionWords options = new OptionWords(
                draft,
                null,
                MappingCode.OPTIONS,
                "@PrimaryKeyConstraint",
                "\"include (…)\", \"deferrable\" and \"initially deferred\"");
        options.read(said.get().text("options"), words -> {
            if (words.skipWords("include")) {
                key.set(key.get().withInclude(options.columns(words)));
            } else {
                key.set(key.get()
                        .withDeferral(OptionWords.deferral(words, key.get().deferral())));
            }
        });
        return key.get();
    }

    List<ForeignKey> foreignKeys() {
        List<ForeignKey> keys = new ArrayList<>();
        Stream.concat(
                        draft.source.annotation(Jakarta.FOREIGN_KEY_CONSTRAINT).stream(),
                        draft.source.annotation(Jakarta.FOREIGN_KEY_CONSTRAINTS).stream()
                                .flatMap(several -> several.annotations("value").stream()))
                .forEach(said -> foreignKey(said).ifPresent(keys::add));
        return keys;
    }

    private Optional<ForeignKey> foreignKey(SourceAnnotation said) {
        List<String> columns = plain(said.texts("columns"));
        List<String> referenced = plain(said.texts("referencedColumns"));
        if (columns.isEmpty() || columns.size() != referenced.size()) {
            draft.error(
                    MappingCode.UNKNOWN_COLUMN,
                    null,
                    "A @ForeignKeyConstraint has " + columns.size() + " columns and refers to " + referenced.size()
                            + "; it needs as many on both sides, at least one.");
            return Optional.empty();
        }
        boolean known = columns.stream()
                .filter(column -> !TableRule.isColumn(draft, "@ForeignKeyConstraint", column))
                .toList()
                .isEmpty();
        String name = said.text("name");
        String schema = said.text("schema");
        ForeignKey key = ForeignKey.of(
                name.isEmpty()
                        ? draft.rules.constraints().foreignKey(draft.table.name(), columns)
                        : Jakarta.plainName(name),
                columns,
                TableName.of(
                        schema.isEmpty() ? null : Jakarta.plainName(schema), Jakarta.plainName(said.text("table"))),
                referenced);
        return known
                ? Optional.of(ForeignKeyWords.options(draft, null, "@ForeignKeyConstraint", said.text("options"))
                        .of(key))
                : Optional.empty();
    }

    private static List<String> plain(List<String> names) {
        return names.stream().map(Jakarta::plainName).toList();
    }
}
