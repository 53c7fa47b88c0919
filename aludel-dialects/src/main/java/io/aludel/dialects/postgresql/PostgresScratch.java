// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.postgresql;

import io.aludel.core.dialect.CatalogReader;
import io.aludel.core.dialect.CatalogRow;
import io.aludel.core.dialect.DdlStep;
import io.aludel.core.dialect.Dialect;
import io.aludel.core.dialect.Feature;
import io.aludel.core.dialect.Scope;
import io.aludel.core.dialect.Scratch;
import io.aludel.core.dialect.ScratchConnection;
import io.aludel.core.dialect.Throwaway;
import io.aludel.core.dialect.UnsupportedFeatureException;
import io.aludel.core.expr.Expression;
import io.aludel.core.expr.NullLiteral;
import io.aludel.core.schema.Column;
import io.aludel.core.schema.Default;
import io.aludel.core.schema.ObjectKind;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.Table;
import io.aludel.core.type.ValueType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/**
 * A scratch place within the live database: schemas of random names, in a transaction that is rolled back. What is created there resolves names as
 * the application does, and is read back with the real names put in the place of the random ones.
 *
 * <p>The place waits 5 seconds at most for a lock: reading a catalogue can be held up by DDL in another session.
 */
final class PostgresScratch implements Scratch {
    /** Whole defaults that mean the same (manual, 9.9.5), as the server prints them. */
    private static final List<Set<String>> SYNONYMS = List.of(
            Set.of("now()", "CURRENT_TIMESTAMP", "transaction_timestamp()"),
            Set.of("CURRENT_DATE", "('now'::text)::date"));

    /** What is created in scratch; its schemas are named by what they hold. */
    private static final Scope READ_BACK = new Scope(
            Set.of(), null, EnumSet.of(ObjectKind.ENUM_TYPE, ObjectKind.DOMAIN, ObjectKind.SEQUENCE, ObjectKind.TABLE));

    private static final String THROWAWAY = "aludel_throwaway_";

    /** Seconds after which a throwaway database that nobody uses is what somebody who was killed left behind. */
    private static final long LEFT_BEHIND = 86_400;

    private final Dialect dialect;

    PostgresScratch(Dialect dialect) {
        this.dialect = dialect;
    }

    /** Without DDL that can be rolled back, there is no place. */
    @Override
    public Optional<String> url(CatalogReader live) {
        UnsupportedFeatureException.unless(
                dialect,
                Feature.TRANSACTIONAL_DDL,
                "DDL that can be rolled back, so that a model can be compared with it only by way of a PostgreSQL server",
                "Upgrade a database of PostgreSQL by the same scripts, and compare with that one; the scripts that come of it are for both.");
        return Optional.empty();
    }

    /** Sorted and spelled as the live one; the time in its name tells those that are left behind. */
    @Override
    public Throwaway throwaway(CatalogReader live, Path folder) {
        CatalogRow here = live.query("""
                        select pg_catalog.pg_encoding_to_char(encoding) as encoding, datcollate as collation, datctype as ctype,
                        extract(epoch from now())::bigint as now
                        from pg_catalog.pg_database where datname = current_database()""").get(0);
        String name = THROWAWAY + here.number("now") + "_"
                + UUID.randomUUID().toString().substring(0, 8);
        List<String> create = live
                .query(
                        "select datname::text as name from pg_catalog.pg_database where datname like ? and not exists"
                                + " (select from pg_catalog.pg_stat_activity a where a.datname = pg_database.datname)",
                        THROWAWAY.replace("_", "\\_") + "%")
                .stream()
                .map(row -> row.text("name"))
                .filter(other -> isLeftBehind(other, here.number("now")))
                .map(other -> "drop database if exists " + dialect.quote(other))
                .collect(Collectors.toCollection(ArrayList::new));
        create.add("create database " + dialect.quote(name) + " template template0 encoding "
                + literal(here.text("encoding")) + " lc_collate " + literal(here.text("collation")) + " lc_ctype "
                + literal(here.text("ctype")));
        return new Throwaway.OnServer(name, create, List.of("drop database if exists " + dialect.quote(name)));
    }

    private static boolean isLeftBehind(String name, long now) {
        String digits = name.substring(THROWAWAY.length()).split("_", 2)[0];
        return digits.matches("\\d{1,18}") && now - Long.parseLong(digits) > LEFT_BEHIND;
    }

    private static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    @Override
    public Schema readBack(ScratchConnection place, Schema schema) {
        CatalogRow settings = PostgresIntrospector.settings(place);
        ScratchNames names = ScratchNames.random(place, PostgresIntrospector.defaultSchema(settings), schema);
        place.execute("set local lock_timeout = '5s'");
        place.execute("set local jit = off");
        names.create().forEach(place::execute);
        place.query(
                "select set_config('search_path', ?, true) as search_path",
                names.searchPath(settings.text("search_path")));
        for (DdlStep step : dialect.ddl().createAll(names.renamed(schema))) {
            place.execute(((DdlStep.Sql) step).sql());
        }
        PostgresSchemaReader reader =
                new PostgresSchemaReader(dialect.types(), names.modelNames(), PostgresIntrospector.version(settings));
        Schema read = PostgresIntrospector.unqualified(place, settings, () -> reader.read(place, READ_BACK));
        return names.withTheRest(names.mappedBack(read), schema);
    }

    @Override
    public boolean sameDefault(ScratchConnection place, Table table, Column one, Column other) {
        String first = text(one.defaultValue());
        String second = text(other.defaultValue());
        if (first.equals(second) || SYNONYMS.stream().anyMatch(set -> set.contains(first) && set.contains(second))) {
            return true;
        }
        if (!ConstantText.isConstant(first) || !ConstantText.isConstant(second)) {
            return false;
        }
        return asked(
                place,
                () -> place.query("select " + asStored(first, one) + " is not distinct from " + asStored(second, other)
                                + " as same")
                        .get(0)
                        .bool("same"));
    }

    /** What a row would hold, as text. */
    private String asStored(String constant, Column column) {
        return "cast(cast((" + constant + ") as " + dialect.types().declaration(column.type()) + ") as text)";
    }

    private String text(Default value) {
        return value instanceof Default.Of of ? inline(of.expression()) : inline(new NullLiteral(ValueType.STRING));
    }

    private String inline(Expression expression) {
        return dialect.newRenderer().renderInline(expression);
    }

    /**
     * Equal text, or equal after the planner has folded their constants, which keeps what they do with NULL. (What it makes of a whole
     * {@code where} does not, so that is not asked.)
     */
    @Override
    public boolean sameExpression(ScratchConnection place, Table table, Expression one, Expression other) {
        String first = inline(one);
        String second = inline(other);
        if (first.equals(second)) {
            return true;
        }
        Optional<String> scratchTable = ScratchNames.find(place, table.name());
        return scratchTable.isPresent()
                && asked(
                        place,
                        () -> folded(place, scratchTable.get(), first)
                                .equals(folded(place, scratchTable.get(), second)));
    }

    private static List<String> folded(ScratchConnection place, String table, String expression) {
        return place.query("explain (verbose, costs off) select (" + expression + ") as x from " + table).stream()
                .map(row -> row.text("query plan"))
                .toList();
    }

    /** What the server answers; a question that it cannot read is no "same", and must not end the transaction. */
    private static boolean asked(ScratchConnection place, BooleanSupplier question) {
        place.execute("savepoint aludel_question");
        boolean same;
        try {
            same = question.getAsBoolean();
        } catch (RuntimeException unreadable) {
            place.execute("rollback to savepoint aludel_question");
            same = false;
        }
        place.execute("release savepoint aludel_question");
        return same;
    }
}
