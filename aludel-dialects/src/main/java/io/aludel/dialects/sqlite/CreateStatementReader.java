// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.sqlite;

import io.aludel.core.parse.Token;
import io.aludel.core.parse.TokenCursor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads the statement that SQLite keeps of a table. It was accepted by SQLite once, so that this need not judge it; what it does not expect is an
 * error, never passed over. Source: sqlite.org, "CREATE TABLE", and the grammar of SQLite, {@code parse.y}.
 */
final class CreateStatementReader {
    /** Where the type of a column ends; {@code generated} is another one, as it may be a type. */
    private static final Set<String> COLUMN_CONSTRAINTS = Set.of(
            "constraint",
            "primary",
            "not",
            "null",
            "unique",
            "check",
            "default",
            "collate",
            "references",
            "deferrable",
            "as");

    private final StatementText statement;
    private final TokenCursor tokens;
    private final Map<String, CreateTable.Column> columns = new LinkedHashMap<>();
    private final List<CreateTable.UniqueKey> uniqueKeys = new ArrayList<>();
    private final List<CreateTable.ForeignKey> foreignKeys = new ArrayList<>();
    private final List<CreateTable.Check> checks = new ArrayList<>();
    private final List<CreateTable.Unmodelled> unmodelled = new ArrayList<>();
    private CreateTable.@Nullable PrimaryKey primaryKey;

    CreateStatementReader(String text) {
        this.statement = new StatementText(text);
        this.tokens = statement.tokens;
    }

    CreateTable table() {
        tokens.expectWord("create");
        statement.skipTemporary();
        tokens.expectWord("table");
        tokens.skipWords("if", "not", "exists");
        statement.qualifiedName();
        tokens.expectOperator("(");
        boolean constraints = false;
        do {
            constraints = constraints || atTableConstraint();
            if (constraints) {
                tableConstraints();
            } else {
                column();
            }
        } while (tokens.skipOperator(","));
        tokens.expectOperator(")");
        options();
        return new CreateTable(columns, primaryKey, uniqueKeys, foreignKeys, checks, unmodelled);
    }

    /** What these are is told by pragma table_list. */
    private void options() {
        while (!tokens.atEnd()) {
            if (!tokens.skipWords("strict") && !tokens.skipWords("without", "rowid") && !tokens.skipOperator(",")) {
                throw tokens.unexpected("an option of the table");
            }
        }
    }

    private boolean atTableConstraint() {
        Token next = tokens.peek(1);
        return tokens.atWord("constraint")
                || tokens.atWord("primary") && next != null && next.isWord("key")
                || next != null && next.isOperator("(") && (tokens.atWord("unique") || tokens.atWord("check"))
                || tokens.atWord("foreign") && next != null && next.isWord("key");
    }

    // columns

    private void column() {
        String column = statement.name();
        List<Token> type = new ArrayList<>();
        while (!statement.atElementEnd() && !atColumnConstraint()) {
            if (tokens.atOperator("(")) {
                type.addAll(statement.group());
            } else {
                type.add(tokens.next());
            }
        }
        String collation = null;
        String generated = null;
        String constraint = null;
        while (!statement.atElementEnd()) {
            if (tokens.skipWords("constraint")) {
                constraint = constraintName();
                continue;
            }
            if (tokens.skipWords("collate")) {
                collation = statement.name();
            } else if (tokens.skipWords("generated", "always", "as") || tokens.skipWords("as")) {
                generated = statement.parenthesized();
                if (!tokens.skipWords("stored")) {
                    tokens.skipWords("virtual");
                }
            } else {
                columnConstraint(column, constraint);
            }
            constraint = null;
        }
        columns.put(column, new CreateTable.Column(statement.written(type), collation, generated));
    }

    private boolean atColumnConstraint() {
        Token next = tokens.peek();
        Token second = tokens.peek(1);
        Token third = tokens.peek(2);
        boolean computed = tokens.atWord("generated")
                && second != null
                && second.isWord("always")
                && third != null
                && third.isWord("as");
        return computed || next != null && next.kind() == Token.Kind.WORD && COLUMN_CONSTRAINTS.contains(next.folded());
    }

    private void columnConstraint(String column, @Nullable String constraint) {
        if (tokens.skipWords("primary", "key")) {
            boolean descending = tokens.skipWords("desc");
            if (!descending) {
                tokens.skipWords("asc");
            }
            conflict("primary key");
            primaryKey = new CreateTable.PrimaryKey(
                    constraint, List.of(keyPart(column, descending)), tokens.skipWords("autoincrement"));
        } else if (tokens.skipWords("not", "null")) {
            conflict("not null of column \"" + column + "\"");
        } else if (tokens.skipWords("null")) {
            skipConflict();
        } else if (tokens.skipWords("unique")) {
            List<KeyPart> parts = List.of(keyPart(column, false));
            conflict(unique(parts));
            uniqueKeys.add(new CreateTable.UniqueKey(constraint, parts));
        } else if (tokens.skipWords("check")) {
            checks.add(new CreateTable.Check(constraint, statement.parenthesized()));
        } else if (tokens.skipWords("default")) {
            defaultValue();
        } else if (tokens.atWord("references")) {
            reference(constraint);
        } else if (!deferral()) {
            throw tokens.unexpected("a constraint of column \"" + column + "\"");
        }
    }

    private static KeyPart keyPart(String column, boolean descending) {
        return new KeyPart(column, null, column, column, descending);
    }

    /** Its text is told by pragma table_xinfo. */
    private void defaultValue() {
        if (tokens.atOperator("(")) {
            statement.parenthesized();
            return;
        }
        if (!tokens.skipOperator("-")) {
            tokens.skipOperator("+");
        }
        tokens.next();
    }

    /** One without letters is none: nothing could name it. */
    private @Nullable String constraintName() {
        String name = statement.name();
        return name.isEmpty() ? null : name;
    }

    // constraints of the table

    /** SQLite takes several without a comma between them. */
    private void tableConstraints() {
        String constraint = null;
        while (!statement.atElementEnd()) {
            if (tokens.skipWords("constraint")) {
                constraint = constraintName();
                continue;
            }
            tableConstraint(constraint);
            constraint = null;
        }
    }

    private void tableConstraint(@Nullable String constraint) {
        if (tokens.skipWords("primary", "key")) {
            List<KeyPart> parts = statement.keyParts();
            boolean autoincrement = tokens.skipWords("autoincrement");
            tokens.expectOperator(")");
            conflict("primary key");
            primaryKey = new CreateTable.PrimaryKey(constraint, parts, autoincrement);
        } else if (tokens.skipWords("unique")) {
            List<KeyPart> parts = statement.keyParts();
            tokens.expectOperator(")");
            conflict(unique(parts));
            uniqueKeys.add(new CreateTable.UniqueKey(constraint, parts));
        } else if (tokens.skipWords("check")) {
            checks.add(new CreateTable.Check(constraint, statement.parenthesized()));
            skipConflict();
        } else if (tokens.skipWords("foreign", "key")) {
            statement.names(); // told by pragma foreign_key_list
            reference(constraint);
        } else {
            throw tokens.unexpected("a constraint of the table");
        }
    }

    /** For people. */
    static String unique(List<KeyPart> parts) {
        return parts.stream()
                .map(part -> "\"" + (part.column() == null ? part.text() : part.column()) + "\"")
                .collect(Collectors.joining(", ", "unique constraint over ", ""));
    }

    private void conflict(String part) {
        if (tokens.skipWords("on", "conflict")) {
            unmodelled.add(new CreateTable.Unmodelled(
                    part, "on conflict " + tokens.next().folded()));
        }
    }

    /** Where SQLite reads it, but does not heed it. */
    private void skipConflict() {
        if (tokens.skipWords("on", "conflict")) {
            tokens.next();
        }
    }

    /** What follows the columns; target and actions are told by pragma foreign_key_list. */
    private void reference(@Nullable String constraint) {
        tokens.expectWord("references");
        statement.name();
        if (tokens.atOperator("(")) {
            statement.names();
        }
        foreignKeys.add(new CreateTable.ForeignKey(constraint, false, false));
        while (true) {
            if (tokens.skipWords("on", "delete")
                    || tokens.skipWords("on", "update")
                    || tokens.skipWords("on", "insert")) {
                action();
            } else if (tokens.skipWords("match")) {
                statement.name();
            } else if (!deferral()) {
                return;
            }
        }
    }

    private void action() {
        if (!tokens.skipWords("set", "null")
                && !tokens.skipWords("set", "default")
                && !tokens.skipWords("no", "action")) {
            tokens.next();
        }
    }

    /** {@code [not] deferrable [initially deferred | initially immediate]}, for the key read last; without one it means nothing. */
    private boolean deferral() {
        boolean not = tokens.skipWords("not", "deferrable");
        if (!not && !tokens.skipWords("deferrable")) {
            return false;
        }
        boolean deferred = tokens.skipWords("initially", "deferred");
        if (!deferred) {
            tokens.skipWords("initially", "immediate");
        }
        int last = foreignKeys.size() - 1;
        if (last >= 0) {
            String name = foreignKeys.get(last).name();
            foreignKeys.set(last, new CreateTable.ForeignKey(name, !not, !not && deferred));
        }
        return true;
    }
}
