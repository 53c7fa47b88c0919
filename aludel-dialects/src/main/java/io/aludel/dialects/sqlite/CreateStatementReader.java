// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.sqlite;

import io.aludel.core.parse.SqlTextException;
import io.aludel.core.parse.Token;
import io.aludel.core.parse.TokenCursor;
import io.aludel.core.parse.Tokenizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the statements that SQLite keeps of its tables and indexes. They were accepted by SQLite once, so that this need not judge
 * them; what it does not expect is an error, never passed over. Source: sqlite.org, "CREATE TABLE" and "CREATE INDEX".
 */
final class CreateStatementReader {
    /** Where the type of a column ends. */
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
            "generated",
            "as");

    private final String text;
    private final TokenCursor tokens;
    private final Map<String, CreateTable.Column> columns = new LinkedHashMap<>();
    private final List<CreateTable.UniqueKey> uniqueKeys = new ArrayList<>();
    private final List<CreateTable.ForeignKey> foreignKeys = new ArrayList<>();
    private final List<CreateTable.Check> checks = new ArrayList<>();
    private final List<String> unmodelled = new ArrayList<>();
    private CreateTable.@Nullable PrimaryKey primaryKey;

    private CreateStatementReader(String text) {
        this.text = text;
        this.tokens = new TokenCursor(Tokenizer.tokens(text, SqliteNames.LEXIS));
    }

    /**
     * Reads a {@code create table}.
     *
     * @throws SqlTextException if the text is none
     */
    static CreateTable table(String text) {
        return new CreateStatementReader(text).table();
    }

    /** Reads a {@code create index}. */
    static CreateIndex index(String text) {
        return new CreateStatementReader(text).index();
    }

    private CreateTable table() {
        tokens.expectWord("create");
        if (!tokens.skipWords("temp")) {
            tokens.skipWords("temporary");
        }
        tokens.expectWord("table");
        tokens.skipWords("if", "not", "exists");
        qualifiedName();
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
        // What follows, "strict" and "without rowid", is told by pragma table_list.
        return new CreateTable(columns, primaryKey, uniqueKeys, foreignKeys, checks, unmodelled);
    }

    private void qualifiedName() {
        name();
        if (tokens.skipOperator(".")) {
            name();
        }
    }

    /** SQLite takes a string where a name stands. */
    private String name() {
        Token token = tokens.peek();
        if (token == null || !token.isName() && token.kind() != Token.Kind.STRING) {
            throw tokens.unexpected("a name");
        }
        return tokens.next().value();
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
        String column = name();
        while (!tokens.atEnd() && !atColumnEnd() && !atColumnConstraint()) {
            if (tokens.atOperator("(")) {
                parenthesized();
            } else {
                tokens.next();
            }
        }
        String collation = null;
        String generated = null;
        String constraint = null;
        while (!atColumnEnd()) {
            if (tokens.skipWords("constraint")) {
                constraint = name();
                continue;
            }
            if (tokens.skipWords("collate")) {
                collation = name();
            } else if (tokens.skipWords("generated", "always", "as") || tokens.skipWords("as")) {
                generated = parenthesized();
                if (!tokens.skipWords("stored")) {
                    tokens.skipWords("virtual");
                }
            } else {
                columnConstraint(column, constraint);
            }
            constraint = null;
        }
        columns.put(column, new CreateTable.Column(collation, generated));
    }

    private boolean atColumnEnd() {
        return tokens.atEnd() || tokens.atOperator(",") || tokens.atOperator(")");
    }

    private boolean atColumnConstraint() {
        Token next = tokens.peek();
        return next != null && next.kind() == Token.Kind.WORD && COLUMN_CONSTRAINTS.contains(next.folded());
    }

    private void columnConstraint(String column, @Nullable String constraint) {
        if (tokens.skipWords("primary", "key")) {
            order(column);
            conflict("primary key");
            primaryKey = new CreateTable.PrimaryKey(constraint, tokens.skipWords("autoincrement"));
        } else if (tokens.skipWords("not", "null")) {
            conflict("not null of column \"" + column + "\"");
        } else if (tokens.skipWords("null")) {
            conflict("null of column \"" + column + "\"");
        } else if (tokens.skipWords("unique")) {
            conflict("unique constraint of column \"" + column + "\"");
            uniqueKeys.add(new CreateTable.UniqueKey(constraint, List.of(column)));
        } else if (tokens.skipWords("check")) {
            checks.add(new CreateTable.Check(constraint, parenthesized()));
        } else if (tokens.skipWords("default")) {
            defaultValue();
        } else if (tokens.atWord("references")) {
            reference(constraint, List.of(column));
        } else if (!foreignKeys.isEmpty() && (tokens.atWord("deferrable") || tokens.atWord("not"))) {
            deferral();
        } else {
            throw tokens.unexpected("a constraint of column \"" + column + "\"");
        }
    }

    private void defaultValue() {
        if (tokens.atOperator("(")) {
            parenthesized();
            return;
        }
        if (!tokens.skipOperator("-")) {
            tokens.skipOperator("+");
        }
        tokens.next();
    }

    // constraints of the table

    /** SQLite takes several without a comma between them. */
    private void tableConstraints() {
        String constraint = null;
        while (!atColumnEnd()) {
            if (tokens.skipWords("constraint")) {
                constraint = name();
                continue;
            }
            tableConstraint(constraint);
            constraint = null;
        }
    }

    private void tableConstraint(@Nullable String constraint) {
        if (tokens.skipWords("primary", "key")) {
            boolean autoincrement = keyColumns("the primary key", new ArrayList<>());
            conflict("primary key");
            primaryKey = new CreateTable.PrimaryKey(constraint, autoincrement);
        } else if (tokens.skipWords("unique")) {
            List<String> names = new ArrayList<>();
            keyColumns("a unique constraint", names);
            conflict("unique constraint");
            uniqueKeys.add(new CreateTable.UniqueKey(constraint, List.copyOf(names)));
        } else if (tokens.skipWords("check")) {
            checks.add(new CreateTable.Check(constraint, parenthesized()));
            conflict("check");
        } else if (tokens.skipWords("foreign", "key")) {
            reference(constraint, names());
        } else {
            throw tokens.unexpected("a constraint of the table");
        }
    }

    /** Reads {@code (a, b desc)}; gives whether {@code autoincrement} stands in it. */
    private boolean keyColumns(String key, List<String> names) {
        boolean autoincrement = false;
        tokens.expectOperator("(");
        do {
            String name = name();
            names.add(name);
            if (tokens.skipWords("collate")) {
                unmodelled.add("\"collate " + name() + "\" in " + key);
            }
            order(name);
            autoincrement = tokens.skipWords("autoincrement") || autoincrement;
        } while (tokens.skipOperator(","));
        tokens.expectOperator(")");
        return autoincrement;
    }

    private void order(String column) {
        if (tokens.skipWords("desc")) {
            unmodelled.add("\"desc\" in a key over column \"" + column + "\"");
        } else {
            tokens.skipWords("asc");
        }
    }

    private void conflict(String where) {
        if (tokens.skipWords("on", "conflict")) {
            unmodelled.add("\"on conflict " + tokens.next().text() + "\" of " + where);
        }
    }

    private void reference(@Nullable String constraint, List<String> columns) {
        tokens.expectWord("references");
        name();
        if (tokens.atOperator("(")) {
            names();
        }
        foreignKeys.add(new CreateTable.ForeignKey(constraint, columns, false, false));
        while (true) {
            if (tokens.skipWords("on", "delete")
                    || tokens.skipWords("on", "update")
                    || tokens.skipWords("on", "insert")) {
                action();
            } else if (tokens.skipWords("match")) {
                name(); // parsed and ignored by SQLite
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

    /** {@code [not] deferrable [initially deferred | initially immediate]}, for the key read last. */
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
        CreateTable.ForeignKey key = foreignKeys.get(last);
        foreignKeys.set(last, new CreateTable.ForeignKey(key.name(), key.columns(), !not, !not && deferred));
        return true;
    }

    private List<String> names() {
        List<String> names = new ArrayList<>();
        tokens.expectOperator("(");
        do {
            names.add(name());
        } while (tokens.skipOperator(","));
        tokens.expectOperator(")");
        return List.copyOf(names);
    }

    // indexes

    private CreateIndex index() {
        tokens.expectWord("create");
        tokens.skipWords("unique");
        tokens.expectWord("index");
        tokens.skipWords("if", "not", "exists");
        qualifiedName();
        tokens.expectWord("on");
        name();
        tokens.expectOperator("(");
        List<String> parts = new ArrayList<>();
        do {
            parts.add(part());
        } while (tokens.skipOperator(","));
        tokens.expectOperator(")");
        String predicate = null;
        if (tokens.skipWords("where")) {
            List<Token> rest = new ArrayList<>();
            while (!tokens.atEnd()) {
                rest.add(tokens.next());
            }
            predicate = written(rest);
        }
        return new CreateIndex(List.copyOf(parts), predicate);
    }

    private String part() {
        List<Token> part = new ArrayList<>();
        while (!atColumnEnd() && !tokens.atWord("asc") && !tokens.atWord("desc")) {
            if (tokens.atOperator("(")) {
                part.addAll(group());
            } else {
                part.add(tokens.next());
            }
        }
        if (!tokens.skipWords("asc")) {
            tokens.skipWords("desc");
        }
        while (ExpressionTokens.isWrapped(part)) {
            part = part.subList(1, part.size() - 1);
        }
        return written(part);
    }

    // pieces

    /** What stands between the parenthesis to come and the one that closes it. */
    private String parenthesized() {
        List<Token> group = group();
        return written(group.subList(1, group.size() - 1));
    }

    /** The parenthesis to come with all that is in it. */
    private List<Token> group() {
        List<Token> group = new ArrayList<>();
        if (!tokens.atOperator("(")) {
            throw tokens.unexpected("\"(\"");
        }
        int depth = 0;
        do {
            Token token = tokens.next();
            group.add(token);
            depth += token.isOperator("(") ? 1 : token.isOperator(")") ? -1 : 0;
        } while (depth > 0);
        return group;
    }

    /** The tokens as they were written, without comments: one at the end would hide what is put behind it. */
    private String written(List<Token> part) {
        StringBuilder written = new StringBuilder();
        for (int i = 0; i < part.size(); i++) {
            if (i > 0) {
                String gap = text.substring(part.get(i - 1).end(), part.get(i).start());
                written.append(gap.isBlank() ? gap : " ");
            }
            written.append(part.get(i).text());
        }
        return written.toString();
    }
}
