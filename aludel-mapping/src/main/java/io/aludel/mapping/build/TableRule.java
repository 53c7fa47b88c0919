// SPDX-License-Identifier: Apache-2.0
package io.aludel.mapping.build;

import io.aludel.core.schema.Check;
import io.aludel.core.schema.Index;
import io.aludel.core.schema.UniqueKey;
import io.aludel.mapping.model.TableDetails;
import io.aludel.mapping.problem.MappingCode;
import io.aludel.mapping.source.SourceAnnotation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** What {@code @Table} says beside the name, together with what columns say for the whole table. */
final class TableRule {
    private final EntityDraft draft;
    private final Optional<SourceAnnotation> said;

    TableRule(EntityDraft draft) {
        this.draft = draft;
        this.said = draft.source.annotation(Jakarta.TABLE);
    }

    TableDetails details() {
        List<UniqueKey> uniqueKeys = new ArrayList<>();
        List<Index> indexes = new ArrayList<>();
        List<Check> checks = new CheckRule(draft)
                .read(said.map(table -> table.annotations("check")).orElse(List.of()));
        said.ifPresent(table -> {
            table.annotations("uniqueConstraints")
                    .forEach(unique -> unique(unique).ifPresent(uniqueKeys::add));
            table.annotations("indexes")
                    .forEach(index -> new IndexRule(draft).read(index).ifPresent(indexes::add));
        });
        draft.uniqueKeys.stream()
                .filter(implied -> !isSaid(implied, uniqueKeys, indexes))
                .forEach(uniqueKeys::add);
        KeyRule keys = new KeyRule(draft);
        FormerNameRule formerNames = new FormerNameRule(draft);
        return new TableDetails(
                columnOrder(),
                keys.primaryKey(),
                keys.foreignKeys(),
                uniqueKeys.stream().distinct().toList(),
                indexes,
                checks,
                said.map(table -> options(table.text("options"))).orElse(List.of()),
                texts("comment").stream().findFirst().orElse(null),
                formerNames.ofTable(),
                formerNames.ofColumns());
    }

    /** What {@code @Column(unique)} or a {@code @OneToOne} imply is not made twice where {@code @Table} says it with a name and options. */
    private static boolean isSaid(UniqueKey implied, List<UniqueKey> uniqueKeys, List<Index> indexes) {
        return uniqueKeys.stream().anyMatch(key -> key.columns().equals(implied.columns()))
                || indexes.stream()
                        .anyMatch(index -> index.unique()
                                && index.predicate() == null
                                && index.parts().size() == 1
                                && index.columnNames().equals(implied.columns()));
    }

    private List<String> columnOrder() {
        List<String> members = new ArrayList<>(draft.ids);
        draft.members.forEach(member -> members.add(member.name()));
        return members.stream()
                .distinct()
                .flatMap(member -> draft.columns.entrySet().stream()
                        .filter(column -> column.getValue().equals(member))
                        .map(Map.Entry::getKey))
                .toList();
    }

    private List<String> texts(String element) {
        return said.map(table -> table.text(element)).filter(text -> !text.isBlank()).stream()
                .toList();
    }

    /** Several are parted by commas; those within brackets or quotes belong to one. */
    private static List<String> options(String text) {
        List<String> options = new ArrayList<>();
        StringBuilder option = new StringBuilder();
        int depth = 0;
        boolean quoted = false;
        for (char letter : (text + ",").toCharArray()) {
            quoted ^= letter == '\'' || letter == '"' || letter == '`';
            depth += quoted ? 0 : letter == '(' ? 1 : letter == ')' ? -1 : 0;
            if (letter == ',' && depth <= 0 && !quoted) {
                options.add(option.toString().strip());
                option.setLength(0);
            } else {
                option.append(letter);
            }
        }
        options.add(option.toString().strip());
        options.removeIf(String::isEmpty);
        return options;
    }

    private Optional<UniqueKey> unique(SourceAnnotation unique) {
        List<String> columns =
                unique.texts("columnNames").stream().map(Jakarta::plainName).toList();
        if (columns.isEmpty()) {
            draft.error(MappingCode.UNKNOWN_COLUMN, null, "A @UniqueConstraint has no columns; name at least one.");
            return Optional.empty();
        }
        boolean known = columns.stream()
                .filter(column -> !isColumn(draft, "@UniqueConstraint", column))
                .toList()
                .isEmpty();
        String name = unique.text("name").isEmpty()
                ? draft.rules.constraints().unique(draft.table.name(), columns)
                : Jakarta.plainName(unique.text("name"));
        return known ? Optional.of(options(unique, new UniqueKey(name, columns))) : Optional.empty();
    }

    private UniqueKey options(SourceAnnotation unique, UniqueKey plain) {
        AtomicReference<UniqueKey> key = new AtomicReference<>(plain);
        OptionWords options = new OptionWords(
                draft,
                null,
                MappingCode.OPTIONS,
                "@UniqueConstraint",
                "\"include (…)\", \"nulls not distinct\", \"deferrable\" and \"initially deferred\"");
        options.read(unique.text("options"), words -> {
            if (words.skipWords("include")) {
                key.set(key.get().withInclude(options.columns(words)));
            } else if (words.skipWords("nulls", "not", "distinct")) {
                key.set(key.get().withNullsDistinct(false));
            } else if (!words.skipWords("nulls", "distinct")) {
                key.set(key.get()
                        .withDeferral(OptionWords.deferral(words, key.get().deferral())));
            }
        });
        return key.get();
    }

    /** Whether the table has this column; if not, says which it has, and which the user may have meant. */
    static boolean isColumn(EntityDraft draft, String where, String column) {
        if (draft.columns.containsKey(column)) {
            return true;
        }
        String meant = draft.columns.entrySet().stream()
                .filter(entry -> entry.getValue().equals(column))
                .map(entry -> " The column of attribute \"" + column + "\" is \"" + entry.getKey() + "\".")
                .findFirst()
                .orElse("");
        draft.error(
                MappingCode.UNKNOWN_COLUMN,
                null,
                where + " names column \"" + column + "\", which table \"" + draft.table + "\" does not have." + meant
                        + " It has: " + String.join(", ", draft.columns.keySet()) + ".");
        return false;
    }
}
