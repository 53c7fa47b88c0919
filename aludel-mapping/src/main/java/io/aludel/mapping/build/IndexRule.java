// SPDX-License-Identifier: Apache-2.0
package io.aludel.mapping.build;

import io.aludel.core.expr.Expression;
import io.aludel.core.expr.RawSql;
import io.aludel.core.parse.ConditionParser;
import io.aludel.core.parse.Lexis;
import io.aludel.core.parse.Reading;
import io.aludel.core.parse.SqlTextException;
import io.aludel.core.parse.Token;
import io.aludel.core.parse.Tokenizer;
import io.aludel.core.schema.Index;
import io.aludel.core.type.ValueType;
import io.aludel.mapping.problem.MappingCode;
import io.aludel.mapping.source.SourceAnnotation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code @Index}: columns or expressions, each with the direction, collation, operator class or length by which it is compared. */
final class IndexRule {
    private final EntityDraft draft;

    IndexRule(EntityDraft draft) {
        this.draft = draft;
    }

    Optional<Index> read(SourceAnnotation index) {
        String text = index.text("columnList");
        List<Index.Part> parts = new ArrayList<>();
        List<String> names = new ArrayList<>();
        try {
            for (List<Token> part : split(Tokenizer.tokens(text, Lexis.STANDARD))) {
                if (!read(text, part, parts, names)) {
                    return Optional.empty();
                }
            }
        } catch (SqlTextException e) {
            draft.error(
                    MappingCode.UNKNOWN_COLUMN,
                    null,
                    "@Index(columnList = \"" + text + "\") is not understood at character " + (e.position() + 1) + ": "
                            + e.reason() + ". Write columns, each perhaps followed by asc or desc.");
            return Optional.empty();
        }
        String name = index.text("name").isEmpty()
                ? draft.rules.constraints().index(draft.table.name(), names)
                : Jakarta.plainName(index.text("name"));
        return Optional.of(IndexOptions.read(draft, index, new Index(name, parts, index.flag("unique"))));
    }

    /** At the commas that are not within brackets. */
    private static List<List<Token>> split(List<Token> tokens) {
        List<List<Token>> parts = new ArrayList<>();
        List<Token> part = new ArrayList<>();
        int depth = 0;
        for (Token token : tokens) {
            if (token.isOperator(",") && depth == 0) {
                parts.add(part);
                part = new ArrayList<>();
                continue;
            }
            depth += token.isOperator("(") ? 1 : token.isOperator(")") ? -1 : 0;
            part.add(token);
        }
        parts.add(part);
        return parts;
    }

    private boolean read(String text, List<Token> tokens, List<Index.Part> parts, List<String> names) {
        List<Token> part = new ArrayList<>(tokens);
        Index.Nulls nulls = Index.Nulls.USUAL;
        if (endsWith(part, "nulls", "first") || endsWith(part, "nulls", "last")) {
            nulls = part.remove(part.size() - 1).isWord("first") ? Index.Nulls.FIRST : Index.Nulls.LAST;
            part.remove(part.size() - 1);
        }
        boolean descending = false;
        if (part.size() > 1 && (last(part).isWord("asc") || last(part).isWord("desc"))) {
            descending = part.remove(part.size() - 1).isWord("desc");
        }
        String operatorClass = null;
        if (part.size() > 1 && last(part).isName() && isKey(part.subList(0, part.size() - 1)) && !isCollation(part)) {
            operatorClass = part.remove(part.size() - 1).folded();
        }
        String collation = null;
        if (part.size() > 2 && isCollation(part)) {
            collation = part.remove(part.size() - 1).folded();
            part.remove(part.size() - 1);
        }
        if (part.isEmpty()) {
            throw new SqlTextException("A column's name is missing", text.length());
        }
        Integer length = length(part);
        boolean known = true;
        Expression key;
        if (part.size() == 1 && part.get(0).isName()) {
            String column = column(part.get(0));
            names.add(column);
            known = TableRule.isColumn(draft, "@Index", column);
            key = Index.Part.column(column).expression();
        } else {
            String expression = text.substring(part.get(0).start(), last(part).end());
            key = computed(expression, part);
            names.add("expression");
        }
        parts.add(new Index.Part(key, descending, nulls, collation, operatorClass, length));
        return known;
    }

    private static boolean endsWith(List<Token> tokens, String first, String second) {
        return tokens.size() > 2
                && tokens.get(tokens.size() - 2).isWord(first)
                && last(tokens).isWord(second);
    }

    /** Whether a word behind it can only be an operator class: it ends in a name, or is all in brackets. */
    private static boolean isKey(List<Token> tokens) {
        if (last(tokens).isName()) {
            return true;
        }
        int depth = 0;
        for (int i = 0; i < tokens.size(); i++) {
            depth += tokens.get(i).isOperator("(") ? 1 : tokens.get(i).isOperator(")") ? -1 : 0;
            if (depth == 0) {
                return i > 0 && i == tokens.size() - 1;
            }
        }
        return false;
    }

    private static boolean isCollation(List<Token> tokens) {
        return tokens.size() > 1 && tokens.get(tokens.size() - 2).isWord("collate");
    }

    /** {@code name(10)}, where {@code name} is a column: how much of it is kept. It is taken away. */
    private @Nullable Integer length(List<Token> part) {
        boolean prefix = part.size() == 4
                && part.get(0).isName()
                && draft.columns.containsKey(column(part.get(0)))
                && part.get(1).isOperator("(")
                && part.get(2).text().matches("[1-9]\\d{0,8}")
                && part.get(3).isOperator(")");
        if (!prefix) {
            return null;
        }
        int length = Integer.parseInt(part.get(2).text());
        part.subList(1, 4).clear();
        return length;
    }

    private Expression computed(String text, List<Token> tokens) {
        return draft.own(text, ValueType.STRING).orElseGet(() -> read(text, tokens));
    }

    private Expression read(String text, List<Token> tokens) {
        Reading reading = new ConditionParser(draft::columnType).expression(text);
        if (reading instanceof Reading.Of read) {
            return read.expression();
        }
        Reading.Unreadable why = (Reading.Unreadable) reading;
        if (tokens.stream().noneMatch(token -> token.isOperator("("))) {
            throw new SqlTextException(why.reason(), tokens.get(0).start() + why.position());
        }
        draft.warning(
                MappingCode.RAW_SQL,
                null,
                "The index over \"" + text + "\" is given to every database as it stands, because it cannot be read: "
                        + why.reason() + ".");
        return new RawSql(null, text, ValueType.STRING);
    }

    /** The name as it is written if there is such a column, otherwise as databases fold it. */
    private String column(Token token) {
        return draft.columns.containsKey(token.value()) ? token.value() : token.folded();
    }

    private static Token last(List<Token> tokens) {
        return tokens.get(tokens.size() - 1);
    }
}
