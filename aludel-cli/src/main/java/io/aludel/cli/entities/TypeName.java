// SPDX-License-Identifier: Apache-2.0
package io.aludel.cli.entities;

import io.aludel.core.name.TableName;
import io.aludel.core.parse.Lexis;
import io.aludel.core.parse.SqlTextException;
import io.aludel.core.parse.Token;
import io.aludel.core.parse.Tokenizer;
import io.aludel.core.schema.Schema;
import java.util.List;

/** What a catalogue calls a type of a schema: {@code public.mood} where {@code public} is the connection's own schema, which has no name here. */
final class TypeName {
    private TypeName() {}

    /** The name in the schema, if it is one; else the declaration. */
    static TableName of(String declaration, Schema schema) {
        try {
            List<Token> tokens = Tokenizer.tokens(declaration, Lexis.STANDARD);
            if (tokens.size() == 3
                    && tokens.get(1).isOperator(".")
                    && tokens.get(2).isName()) {
                String place = tokens.get(0).value();
                return TableName.of(
                        schema.schemaNames().contains(place) ? place : null,
                        tokens.get(2).value());
            }
            if (tokens.size() == 1 && tokens.get(0).isName()) {
                return TableName.of(tokens.get(0).value());
            }
        } catch (SqlTextException e) {
            // what is no name is taken as it stands
        }
        return TableName.of(declaration.isBlank() ? "any" : declaration);
    }
}
