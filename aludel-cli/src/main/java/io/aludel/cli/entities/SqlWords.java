// SPDX-License-Identifier: Apache-2.0
package io.aludel.cli.entities;

import io.aludel.core.expr.ColumnRef;
import io.aludel.core.expr.Expression;
import io.aludel.core.expr.RawSql;
import io.aludel.core.parse.Lexis;
import io.aludel.core.parse.SqlTextException;
import io.aludel.core.parse.Tokenizer;
import io.aludel.core.schema.Deferral;
import io.aludel.core.schema.ForeignKey;
import io.aludel.core.schema.Index;
import io.aludel.core.schema.Numbering;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What annotations say in SQL's words, as the mapping reads them. */
final class SqlWords {
    /** What means something else behind a column in an index. */
    private static final Set<String> BEHIND_COLUMNS = Set.of("asc", "desc", "nulls", "first", "last", "collate");

    private SqlWords() {}

    /** A name as it stands in an annotation's element of its own: one that seems to be quoted is quoted once more. */
    static String element(String name) {
        boolean seemsQuoted = name.length() > 2
                && (name.startsWith("\"") && name.endsWith("\"") || name.startsWith("`") && name.endsWith("`"));
        return seemsQuoted ? "\"" + name + "\"" : name;
    }

    /** A name within SQL. */
    static String name(String name) {
        boolean plain = name.matches("[a-z_][a-z0-9_]*") && !BEHIND_COLUMNS.contains(name);
        return plain ? name : "\"" + name.replace("\"", "\"\"") + "\"";
    }

    /** An expression of the database's, as it was read. */
    static String expression(Expression expression) {
        if (expression instanceof RawSql raw) {
            return raw.text();
        }
        if (expression instanceof ColumnRef column) {
            return name(column.column());
        }
        throw new IllegalArgumentException("What was read is no SQL text but " + expression + ".");
    }

    /** Whether the mapping can cut the text into words; otherwise it cannot stand among others. */
    static boolean isReadable(String text) {
        try {
            return !Tokenizer.tokens(text, Lexis.STANDARD).isEmpty();
        } catch (SqlTextException e) {
            return false;
        }
    }

    static String keys(Index index) {
        return index.parts().stream().map(SqlWords::key).collect(Collectors.joining(", "));
    }

    private static String key(Index.Part part) {
        String key = expression(part.expression());
        if (!(part.expression() instanceof ColumnRef)) {
            key = "(" + key + ")"; // so that nothing within is taken for what follows a key
        }
        return key
                + (part.length() == null ? "" : "(" + part.length() + ")")
                + (part.collation() == null ? "" : " collate " + name(part.collation()))
                + (part.operatorClass() == null ? "" : " " + name(part.operatorClass()))
                + (part.descending() ? " desc" : "")
                + part.nulls().sql();
    }

    static String options(Index index) {
        List<String> words = new ArrayList<>();
        if (index.method() != null) {
            words.add("using " + name(index.method()));
        }
        if (!index.include().isEmpty()) {
            words.add("include " + list(index.include()));
        }
        if (!index.nullsDistinct()) {
            words.add("nulls not distinct");
        }
        if (!index.options().isEmpty()) {
            words.add("with (" + String.join(", ", index.options()) + ")");
        }
        if (index.predicate() != null) {
            words.add("where " + expression(index.predicate()));
        }
        return String.join(" ", words);
    }

    /** What a unique or primary key has besides its columns. */
    static String options(List<String> include, boolean nullsDistinct, Deferral deferral) {
        List<String> words = new ArrayList<>();
        if (!include.isEmpty()) {
            words.add("include " + list(include));
        }
        if (!nullsDistinct) {
            words.add("nulls not distinct");
        }
        words.add(deferral.sql().strip());
        return String.join(" ", words).strip();
    }

    static String options(ForeignKey key) {
        List<String> words = new ArrayList<>();
        if (key.onDelete() != ForeignKey.Action.NO_ACTION) {
            words.add("on delete " + key.onDelete().sql());
        }
        if (key.onUpdate() != ForeignKey.Action.NO_ACTION) {
            words.add("on update " + key.onUpdate().sql());
        }
        if (key.match() == ForeignKey.Match.FULL) {
            words.add("match full");
        }
        words.add(key.deferral().sql().strip());
        if (!key.validated()) {
            words.add("not valid");
        }
        return words.stream().filter(word -> !word.isEmpty()).collect(Collectors.joining(" "));
    }

    /** What a numbering has besides its start and increment. */
    static String options(Numbering numbering) {
        List<String> words = new ArrayList<>();
        number(words, "minvalue", numbering.minimum());
        number(words, "maxvalue", numbering.maximum());
        if (numbering.cache() != 1) {
            words.add("cache " + numbering.cache());
        }
        if (numbering.cycle()) {
            words.add("cycle");
        }
        return String.join(" ", words);
    }

    private static void number(List<String> words, String word, @Nullable Long number) {
        if (number != null) {
            words.add(word + " " + number);
        }
    }

    private static String list(List<String> columns) {
        return columns.stream().map(SqlWords::name).collect(Collectors.joining(", ", "(", ")"));
    }
}
