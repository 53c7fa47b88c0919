// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.script;

import io.aludel.core.parse.ScriptStatement;
import io.aludel.core.parse.ScriptStatements;
import io.aludel.core.parse.SqlTextException;
import io.aludel.engine.Engine;
import io.aludel.migrate.MigrationException;
import io.aludel.migrate.op.ExecuteSql;
import io.aludel.migrate.op.OnDialects;
import io.aludel.migrate.op.Operation;
import io.aludel.migrate.op.Recorded;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A file of SQL, cut into statements.
 *
 * @param name of the file
 * @param dialects that it is for; empty for all
 */
record SqlFile(String name, List<String> dialects, List<String> head, List<ScriptStatement> statements) {
    private static final String NEUTRAL = "schema-neutral";
    private static final String ALL_NEUTRAL = "schema-neutral: all";
    private static final String DROP = "drop";
    private static final String OUTSIDE = "outside-transaction";

    /** What begins or ends a transaction, unless it goes back to a savepoint. */
    private static final Pattern TRANSACTION = Pattern.compile(
            "(begin( (work|transaction|deferred|immediate|exclusive|isolation|read)\\b.*)?|start transaction\\b.*|commit\\b.*|end( (work|transaction)\\b.*)?|abort\\b.*|rollback(?!.* to )\\b.*)",
            Pattern.DOTALL);

    /**
     * Cuts a file.
     *
     * @param dialects that it is for, by name
     * @param all whether these are all that there are
     * @throws MigrationException if it cannot be cut, not in the same way for all of them, or holds what ends the revision's transaction
     */
    static SqlFile of(String name, String text, List<String> dialects, boolean all) {
        List<ScriptStatement> statements = cut(name, text, dialects.get(0));
        for (String other : dialects) {
            if (!isCutInto(statements, text, other)) {
                throw SqlFileName.refused(
                        name,
                        dialects.get(0) + " and " + other
                                + " do not find the same statements in it, as strings, comments or bodies of routines are not written alike there."
                                + " Write a file for each database: <id>_<words>.up." + other + ".sql");
            }
        }
        for (ScriptStatement statement : statements) {
            if (TRANSACTION.matcher(statement.normal().toLowerCase(Locale.ROOT)).matches()) {
                throw new MigrationException(
                        "MIG-081",
                        name + ":" + statement.line() + " says \"" + statement.normal()
                                + "\", but a revision is a transaction already. Leave it out; what must stand outside of one"
                                + " has the comment \"-- " + OUTSIDE + "\" before it.");
            }
        }
        // Where there is no statement, all of it is comment, and so the head.
        List<String> head = statements.isEmpty()
                ? cut(name, text + "\nx", dialects.get(0)).get(0).comments()
                : statements.get(0).comments();
        return new SqlFile(name, all ? List.of() : dialects, head, statements);
    }

    private static boolean isCutInto(List<ScriptStatement> statements, String text, String dialect) {
        try {
            return ScriptStatements.of(text, Engine.dialect(dialect).statementRules())
                    .equals(statements);
        } catch (SqlTextException e) {
            return false;
        }
    }

    private static List<ScriptStatement> cut(String name, String text, String dialect) {
        try {
            return ScriptStatements.of(text, Engine.dialect(dialect).statementRules());
        } catch (SqlTextException e) {
            long line = 1
                    + text.substring(0, e.position())
                            .chars()
                            .filter(c -> c == '\n')
                            .count();
            throw new MigrationException(
                    "MIG-080",
                    "SQL script " + name + ":" + line + " cannot be read as " + dialect + " reads it: " + e.reason()
                            + ".",
                    e);
        }
    }

    List<Recorded> operations() {
        return statements.stream()
                .map(statement -> new Recorded(operation(statement), name + ":" + statement.line()))
                .toList();
    }

    /** Those alone that take away what a repeatable script makes, or those alone that do not. */
    List<Recorded> operations(boolean drops) {
        return statements.stream()
                .filter(statement -> statement.comments().contains(DROP) == drops)
                .map(statement -> new Recorded(operation(statement), name + ":" + statement.line()))
                .toList();
    }

    private Operation operation(ScriptStatement statement) {
        String only = dialects.size() == 1 ? dialects.get(0) : null;
        ExecuteSql execute = new ExecuteSql(
                only, statement.text(), effect(statement), statement.comments().contains(OUTSIDE));
        return dialects.size() > 1 ? new OnDialects(dialects, execute) : execute;
    }

    private ExecuteSql.Effect effect(ScriptStatement statement) {
        return statement.comments().contains(NEUTRAL) || head.contains(ALL_NEUTRAL)
                ? ExecuteSql.Effect.SCHEMA_NEUTRAL
                : ExecuteSql.Effect.UNDECLARED;
    }

    /** All that counts of it; comments and layout do not. */
    String normal() {
        StringBuilder text = new StringBuilder();
        for (ScriptStatement statement : statements) {
            text.append(effect(statement))
                    .append(statement.comments().contains(OUTSIDE) ? " outside" : "")
                    .append(statement.comments().contains(DROP) ? " drop" : "")
                    .append(' ')
                    .append(statement.normal().length())
                    .append(' ')
                    .append(statement.normal())
                    .append('\n');
        }
        return text.toString();
    }
}
