// SPDX-License-Identifier: Apache-2.0
package io.aludel.cli.entities;

import io.aludel.core.name.TableName;
import io.aludel.core.schema.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the classes are called: each once whatever the case of its letters, as files are, and none like what their sources speak of. */
final class ClassNames {
    /** What generated sources import. */
    private static final Set<String> IMPORTED = Set.of(
            "Action",
            "ArrayList",
            "BigDecimal",
            "BigInteger",
            "CheckConstraint",
            "Column",
            "ColumnType",
            "ColumnTypes",
            "Computed",
            "DatabaseEnum",
            "DefaultValue",
            "Entity",
            "EnumType",
            "Enumerated",
            "EnumeratedValue",
            "FetchType",
            "ForeignKey",
            "ForeignKeyConstraint",
            "GeneratedValue",
            "GenerationType",
            "Id",
            "Identity",
            "Index",
            "Instant",
            "JoinColumn",
            "Json",
            "List",
            "LocalDate",
            "LocalDateTime",
            "LocalTime",
            "ManyToOne",
            "OneToMany",
            "OneToOne",
            "PrimaryKeyConstraint",
            "SequenceGenerator",
            "SqlDialect",
            "Table",
            "UUID",
            "UniqueConstraint");

    private final EntityOptions options;
    private final Set<String> taken = new HashSet<>();
    private final Map<TableName, String> names = new HashMap<>();

    ClassNames(EntityOptions options) {
        this.options = options;
        IMPORTED.forEach(this::take);
    }

    private void take(String name) {
        taken.add(name.toLowerCase(Locale.ROOT));
        taken.add("q" + name.toLowerCase(Locale.ROOT)); // the query class that the processor writes
    }

    /** Gives each table a name; those that the user chose come first. */
    void name(List<Table> tables) {
        for (Table table : tables) {
            String chosen = chosen(table.name());
            if (chosen != null) {
                names.put(table.name(), chosen);
                take(chosen);
            }
        }
        for (Table table : tables) {
            if (!names.containsKey(table.name())) {
                List<String> words = words(table.name());
                String name = JavaNames.type(words);
                if (isTaken(name) && table.name().schema() != null) {
                    List<String> longer =
                            new ArrayList<>(JavaNames.words(table.name().schema()));
                    longer.addAll(words);
                    name = JavaNames.type(longer);
                }
                names.put(table.name(), free(name, "Entity"));
            }
        }
    }

    private @Nullable String chosen(TableName table) {
        String full = options.classNames().get(table.toString());
        return full == null ? options.classNames().get(table.name()) : full;
    }

    private List<String> words(TableName table) {
        List<String> words = new ArrayList<>(JavaNames.words(table.name()));
        if (options.singular() && !words.isEmpty()) {
            words.add(English.singular(words.remove(words.size() - 1)));
        }
        return words;
    }

    /** A name for an enum. */
    String forEnum(String name) {
        return free(JavaNames.type(JavaNames.words(name)), "Value");
    }

    private String free(String name, String suffix) {
        String free = JavaNames.free(isTaken(name) ? name + suffix : name, this::isTaken);
        take(free);
        return free;
    }

    private boolean isTaken(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return taken.contains(lower) || taken.contains("q" + lower) || isInJavaLang(name);
    }

    private static boolean isInJavaLang(String name) {
        try {
            Class.forName("java.lang." + name, false, null);
            return true;
        } catch (ClassNotFoundException | LinkageError e) { // the latter where only the case differs, on some systems
            return false;
        }
    }

    boolean has(TableName table) {
        return names.containsKey(table);
    }

    String of(TableName table) {
        return Objects.requireNonNull(names.get(table), table.name());
    }

    /** An attribute that holds many of the table's rows: {@code orderItems}. */
    List<String> many(TableName table) {
        List<String> words = new ArrayList<>(JavaNames.words(of(table)));
        words.add(English.plural(words.remove(words.size() - 1)));
        return words;
    }
}
