// SPDX-License-Identifier: Apache-2.0
package io.aludel.mapping.build;

import io.aludel.core.parse.SqlTextException;
import io.aludel.core.parse.Token;
import io.aludel.core.parse.TokenCursor;
import io.aludel.core.type.SqlType;
import io.aludel.core.type.ValueType;
import java.util.ArrayList;
import java.util.List;

/** A column's type in SQL's words, the standard's and their usual short forms. */
final class TypeWords {
    private TypeWords() {}

    static SqlType read(TokenCursor tokens) {
        Token first = tokens.next();
        try {
            SqlType type = read(first, tokens);
            if (tokens.skipOperator("[")) {
                tokens.expectOperator("]");
                return SqlType.array(type);
            }
            return tokens.skipWords("array") ? SqlType.array(type) : type;
        } catch (IllegalArgumentException e) { // a length or scale that cannot be
            throw new SqlTextException(String.valueOf(e.getMessage()).replaceAll("\\.$", ""), first.start());
        }
    }

    private static SqlType read(Token first, TokenCursor tokens) {
        String word = first.folded();
        return switch (word) {
            case "boolean", "bool" -> SqlType.bool();
            case "smallint", "int2" -> SqlType.smallint();
            case "integer", "int", "int4" -> SqlType.integer();
            case "bigint", "int8" -> SqlType.bigint();
            case "real", "float4" -> SqlType.real();
            case "float8" -> SqlType.doublePrecision();
            case "double" -> {
                tokens.skipWords("precision");
                yield SqlType.doublePrecision();
            }
            case "decimal", "numeric", "dec" -> decimal(numbers(tokens));
            case "character", "char" ->
                tokens.skipWords("varying") ? varchar(first, numbers(tokens)) : character(numbers(tokens));
            case "varchar" -> varchar(first, numbers(tokens));
            case "text", "clob" -> SqlType.text();
            case "bytea", "blob", "varbinary", "binary" -> {
                tokens.skipWords("varying");
                numbers(tokens);
                yield SqlType.binary();
            }
            case "date" -> SqlType.date();
            case "time" -> {
                tokens.skipWords("without", "time", "zone");
                yield SqlType.time();
            }
            case "timestamp" -> {
                boolean zoned = tokens.skipWords("with", "time", "zone");
                tokens.skipWords("without", "time", "zone");
                yield zoned ? SqlType.timestampWithTimeZone() : SqlType.timestamp();
            }
            case "timestamptz" -> SqlType.timestampWithTimeZone();
            case "uuid" -> SqlType.uuid();
            case "json", "jsonb" -> SqlType.json();
            default ->
                throw new SqlTextException(
                        "\"" + first.text() + "\" is no type that every database has; write one of the standard's",
                        first.start());
        };
    }

    private static SqlType decimal(List<Integer> numbers) {
        if (numbers.isEmpty()) {
            return ValueType.DECIMAL.sqlType();
        }
        return SqlType.decimal(numbers.get(0), numbers.size() > 1 ? numbers.get(1) : 0);
    }

    private static SqlType character(List<Integer> numbers) {
        return SqlType.character(numbers.isEmpty() ? 1 : numbers.get(0));
    }

    private static SqlType varchar(Token word, List<Integer> numbers) {
        if (numbers.isEmpty()) {
            throw new SqlTextException("A varchar needs a length: varchar(40); text needs none", word.start());
        }
        return SqlType.varchar(numbers.get(0));
    }

    /** {@code (10, 2)}, or nothing. */
    private static List<Integer> numbers(TokenCursor tokens) {
        List<Integer> numbers = new ArrayList<>();
        if (!tokens.skipOperator("(")) {
            return numbers;
        }
        do {
            Token number = tokens.next();
            try {
                numbers.add(Integer.valueOf(number.text()));
            } catch (NumberFormatException e) {
                throw new SqlTextException("Expected a number but found \"" + number.text() + "\"", number.start());
            }
        } while (tokens.skipOperator(","));
        tokens.expectOperator(")");
        return numbers;
    }
}
