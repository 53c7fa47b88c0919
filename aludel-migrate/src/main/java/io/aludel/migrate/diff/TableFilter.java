// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.diff;

import io.aludel.core.name.TableName;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Which tables take part, by their names, on both sides: what does not is neither created nor changed nor dropped. The same goes for sequences that
 * the model does not have. In a pattern {@code *} stands for
 * any characters and {@code ?} for one; it is about the table's name, or about {@code schema.name}. Case does not matter.
 *
 * <p>Tables that {@linkplain OtherTools other tools} keep are left alone, too, unless the model has them or a pattern includes them.
 *
 * @param schemas of the named schemas only these, whether the model has something in them or not; empty for those of the model. The default schema
 *     always takes part
 * @param include only what fulfils one of these; empty for all
 * @param exclude nothing that fulfils one of these, whatever is included
 */
public record TableFilter(List<String> schemas, List<String> include, List<String> exclude) {
    /** All but the tables of other tools. */
    public static final TableFilter USUAL = new TableFilter(List.of(), List.of(), List.of());

    public TableFilter {
        schemas = List.copyOf(schemas);
        include = List.copyOf(include);
        exclude = List.copyOf(exclude);
    }

    /** Whether a table of this name takes part. */
    public boolean takes(TableName table) {
        return takesSchemaOf(table) && (include.isEmpty() || isAmong(include, table)) && !isAmong(exclude, table);
    }

    boolean takesSchemaOf(TableName object) {
        return schemas.isEmpty() || object.schema() == null || schemas.contains(object.schema());
    }

    /** The same for what is in the database and not in the model. */
    public boolean takesUnknown(TableName table) {
        return takes(table) && (!OtherTools.own(table) || isAmong(include, table));
    }

    static boolean isAmong(List<String> patterns, TableName table) {
        return patterns.stream()
                .anyMatch(pattern -> matches(pattern, table.name()) || matches(pattern, table.toString()));
    }

    private static boolean matches(String pattern, String name) {
        StringBuilder regex = new StringBuilder();
        folded(pattern).codePoints().forEach(c -> {
            switch (c) {
                case '*' -> regex.append(".*");
                case '?' -> regex.append('.');
                default -> regex.append(Pattern.quote(Character.toString(c)));
            }
        });
        return Pattern.compile(regex.toString(), Pattern.DOTALL)
                .matcher(folded(name))
                .matches();
    }

    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
