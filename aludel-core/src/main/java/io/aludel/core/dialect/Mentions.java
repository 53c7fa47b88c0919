// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.dialect;

import io.aludel.core.expr.Expression;
import io.aludel.core.expr.RawSql;
import io.aludel.core.parse.Lexis;
import io.aludel.core.parse.SqlTextException;
import io.aludel.core.parse.Token;
import io.aludel.core.parse.Tokenizer;
import io.aludel.core.schema.Check;
import io.aludel.core.schema.Default;
import io.aludel.core.schema.Domain;
import io.aludel.core.schema.Index;
import io.aludel.core.schema.Routine;
import io.aludel.core.schema.SchemaObject;
import io.aludel.core.schema.View;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The names in what a domain, routine or view is said by, folded to lower case.
 *
 * @param names all words that may be a name
 * @param certain those that stand where a table, view or routine is named: after {@code from} and the like, or before a parenthesis
 */
record Mentions(Set<String> names, Set<String> certain) {
    /** What any database may have written. */
    private static final Lexis WIDE = new Lexis(false, true, true, true, true);

    private static final Pattern WORD = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_$]*");
    private static final Set<String> BEFORE_TABLES = Set.of("from", "join", "only", "into", "update", "using");

    static Mentions of(SchemaObject object) {
        Set<String> names = new HashSet<>();
        Set<String> certain = new HashSet<>();
        texts(object).map(Mentions::of).forEach(mentions -> {
            names.addAll(mentions.names);
            certain.addAll(mentions.certain);
        });
        return new Mentions(names, certain);
    }

    private static Mentions of(String text) {
        try {
            List<Token> tokens = Tokenizer.tokens(text, WIDE);
            return new Mentions(
                    tokens.stream().filter(Token::isName).map(Mentions::folded).collect(Collectors.toSet()),
                    certain(tokens));
        } catch (SqlTextException unreadable) {
            Set<String> words = WORD.matcher(text)
                    .results()
                    .map(word -> word.group().toLowerCase(Locale.ROOT))
                    .collect(Collectors.toSet());
            return new Mentions(words, words);
        }
    }

    boolean anyOf(Set<String> wanted) {
        return names.stream().anyMatch(wanted::contains);
    }

    private static Stream<String> texts(SchemaObject object) {
        return switch (object.kind()) {
            case VIEW ->
                Stream.concat(
                        Stream.of(((View) object).query().text()),
                        ((View) object)
                                .indexes().stream()
                                        .flatMap(index -> Stream.concat(
                                                index.parts().stream().map(Index.Part::expression),
                                                Stream.ofNullable(index.predicate())))
                                        .map(Mentions::text));
            case ROUTINE -> Stream.of(((Routine) object).definition().text());
            case DOMAIN ->
                Stream.concat(
                        Stream.of(
                                ((Domain) object).type().toString(),
                                ((Domain) object).defaultValue() instanceof Default.Of of ? text(of.expression()) : ""),
                        ((Domain) object)
                                .checks().stream().map(Check::condition).map(Mentions::text));
            default -> Stream.empty();
        };
    }

    private static String text(Expression expression) {
        return expression instanceof RawSql raw ? raw.text() : expression.toString();
    }

    private static Set<String> certain(List<Token> tokens) {
        Set<String> certain = new HashSet<>();
        for (int i = 0; i < tokens.size(); i++) {
            if (!tokens.get(i).isName()) {
                continue;
            }
            Token after = i + 1 < tokens.size() ? tokens.get(i + 1) : null;
            if (after != null && after.isOperator("(") || followsWordBeforeTables(tokens, i)) {
                certain.add(folded(tokens.get(i)));
            }
        }
        return certain;
    }

    private static boolean followsWordBeforeTables(List<Token> tokens, int name) {
        int at = name - 1;
        if (at > 0 && tokens.get(at).isOperator(".")) {
            at -= 2; // the schema's name
        }
        while (at >= 0 && tokens.get(at).isOperator("(")) {
            at--;
        }
        return at >= 0
                && tokens.get(at).kind() == Token.Kind.WORD
                && BEFORE_TABLES.contains(tokens.get(at).folded());
    }

    private static String folded(Token name) {
        return name.value().toLowerCase(Locale.ROOT);
    }
}
