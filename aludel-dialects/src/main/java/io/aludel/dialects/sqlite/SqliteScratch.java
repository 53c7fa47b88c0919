// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.sqlite;

import io.aludel.core.dialect.CatalogReader;
import io.aludel.core.dialect.CatalogRow;
import io.aludel.core.dialect.Identifiers;
import io.aludel.core.dialect.Scope;
import io.aludel.core.dialect.Scratch;
import io.aludel.core.dialect.ScratchConnection;
import io.aludel.core.dialect.Throwaway;
import io.aludel.core.expr.ColumnRef;
import io.aludel.core.expr.Expression;
import io.aludel.core.expr.RawSql;
import io.aludel.core.name.TableName;
import io.aludel.core.parse.SqlTextException;
import io.aludel.core.parse.Token;
import io.aludel.core.parse.Tokenizer;
import io.aludel.core.schema.Check;
import io.aludel.core.schema.Column;
import io.aludel.core.schema.Default;
import io.aludel.core.schema.Index;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.Table;
import io.aludel.core.type.ValueType;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A database in memory. SQLite keeps the text of expressions as it was given, so that two of them are the same if their tokens are, or else if
 * SQLite makes the same program of both: then they do the same.
 */
final class SqliteScratch implements Scratch {
    private final SqliteDialect dialect;
    private final SqliteDdl ddl;

    SqliteScratch(SqliteDialect dialect) {
        this.dialect = dialect;
        this.ddl = new SqliteDdl(dialect);
    }

    @Override
    public Optional<String> url(CatalogReader live) {
        return Optional.of(SqliteTarget.JDBC_PREFIX + ":memory:");
    }

    @Override
    public Throwaway throwaway(CatalogReader live, Path folder) {
        return new Throwaway.Apart(SqliteTarget.JDBC_PREFIX + folder.resolve("throwaway.db"));
    }

    @Override
    public Schema readBack(ScratchConnection place, Schema schema) {
        clear(place);
        List<Foreign> foreign =
                schema.tables().stream().map(table -> create(place, table)).toList();
        // At once: for each table of its own, SQLite would list all of them again.
        Schema read = dialect.introspector().read(place, Scope.DEFAULT_SCHEMA);
        return Schema.of(
                foreign.stream()
                        .map(kept -> kept.with(read.requireTable(kept.table().name())))
                        .toList(),
                schema.sequences());
    }

    private static void clear(ScratchConnection place) {
        List<CatalogRow> tables =
                place.query("select name from sqlite_schema where type = 'table' and name not glob 'sqlite[_]*'");
        for (CatalogRow row : tables) {
            place.execute("drop table " + Identifiers.quote(row.text("name")));
        }
    }

    /** Checks and indexes of a table that only the live database understands (by functions of the application's own) are kept as they were given. */
    private record Foreign(Table table, List<Check> checks, List<Index> indexes) {
        Table with(Table read) {
            return read.withChecks(plus(read.checks(), checks))
                    .withIndexes(plus(read.indexes(), indexes))
                    .withForeignKeys(table.foreignKeys());
        }

        private static <T> List<T> plus(List<T> some, List<T> others) {
            return Stream.concat(some.stream(), others.stream()).toList();
        }
    }

    private Foreign create(ScratchConnection place, Table table) {
        Table alone = table.withForeignKeys(List.of());
        ddl.tableOnly(alone.withChecks(List.of())).forEach(place::execute);
        List<Check> foreignChecks = table.checks().stream()
                .filter(check -> program(place, table, inline(check.condition())) == null)
                .toList();
        List<Index> foreignIndexes = table.indexes().stream()
                .filter(index -> !isUnderstood(place, table, index))
                .toList();
        place.execute("drop table " + ddl.quoted(table.name()));
        Table understood = alone.withChecks(without(table.checks(), foreignChecks))
                .withIndexes(without(table.indexes(), foreignIndexes));
        ddl.tableOnly(understood).forEach(place::execute);
        ddl.indexesOf(understood).forEach(place::execute);
        return new Foreign(
                table,
                foreignChecks.stream()
                        .map(check -> check.withCondition(raw(check.condition())))
                        .toList(),
                foreignIndexes.stream().map(this::raw).toList());
    }

    private boolean isUnderstood(ScratchConnection place, Table table, Index index) {
        return Stream.concat(
                        index.parts().stream().map(this::text),
                        Stream.ofNullable(index.predicate()).map(this::inline))
                .allMatch(text -> program(place, table, text) != null);
    }

    /** The part in a comparison: SQLite looks for no collation before something is compared. */
    private String text(Index.Part part) {
        return "(" + inline(part.expression()) + "\n)"
                + (part.collation() == null ? "" : " collate " + Identifiers.quote(part.collation())) + " = ''";
    }

    private static <T> List<T> without(List<T> all, List<T> some) {
        return all.stream().filter(element -> !some.contains(element)).toList();
    }

    private Index raw(Index index) {
        return index.withParts(index.parts().stream()
                        .map(part -> part.withExpression(
                                part.expression() instanceof ColumnRef column
                                        ? Index.Part.column(column.column()).expression()
                                        : raw(part.expression())))
                        .toList())
                .withPredicate(index.predicate() == null ? null : raw(index.predicate()));
    }

    private RawSql raw(Expression expression) {
        return new RawSql("sqlite", inline(expression), ValueType.STRING);
    }

    @Override
    public boolean sameDefault(ScratchConnection place, Table table, Column one, Column other) {
        if (one.defaultValue() instanceof Default.Of first && other.defaultValue() instanceof Default.Of second) {
            return sameExpression(place, table, first.expression(), second.expression());
        }
        return one.defaultValue().equals(other.defaultValue());
    }

    @Override
    public boolean sameExpression(ScratchConnection place, Table table, Expression one, Expression other) {
        String first = inline(one);
        String second = inline(other);
        try {
            String name = table.name().name();
            if (ExpressionTokens.of(first, name).equals(ExpressionTokens.of(second, name))) {
                return true;
            }
            if (mistakesNamesForText(first, table) || mistakesNamesForText(second, table)) {
                return false;
            }
        } catch (SqlTextException unreadable) {
            return first.equals(second);
        }
        List<CatalogRow> program = program(place, table, first);
        return program != null && program.equals(program(place, table, second));
    }

    /** SQLite reads a name in double quotes as a text where there is no such column. */
    private static boolean mistakesNamesForText(String expression, Table table) {
        List<String> names = table.columns().stream().map(Column::name).toList();
        TableName name = table.name();
        for (Token token : Tokenizer.tokens(expression, SqliteNames.LEXIS)) {
            if (token.kind() == Token.Kind.QUOTED_NAME
                    && !SqliteNames.same(token.value(), name.name())
                    && SqliteNames.among(names, token.value()).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /** What SQLite would run; null if it does not understand the expression. */
    private @Nullable List<CatalogRow> program(ScratchConnection place, Table table, String expression) {
        try {
            // The line break ends a comment that the text may end in; an index could hold the one expression and not
            // the other.
            return place.query(
                    "explain select (" + expression + "\n) from " + ddl.quoted(table.name()) + " not indexed");
        } catch (RuntimeException unknown) {
            return null; // an unknown function or collation: then nothing is known to be the same
        }
    }

    private String inline(Expression expression) {
        return dialect.newRenderer().renderInline(expression);
    }
}
