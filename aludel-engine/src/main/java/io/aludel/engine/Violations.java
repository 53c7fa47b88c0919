// SPDX-License-Identifier: Apache-2.0
package io.aludel.engine;

import io.aludel.core.dialect.Dialect;
import io.aludel.core.dialect.RowChange;
import io.aludel.core.dialect.SqlError;
import io.aludel.core.schema.PrimaryKey;
import io.aludel.core.schema.Schema;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Completes what a database tells of a violated constraint by what the program knows: its schema, and what the statement changes. The database is not asked. Of
 * the constraints that fit what was told and that the statement can violate, only that is said which is true of each of them.
 */
final class Violations {
    private final Schema schema;
    private final Dialect dialect;

    Violations(Schema schema, Dialect dialect) {
        this.schema = schema;
        this.dialect = dialect;
    }

    /**
     * The error with all that is certain.
     *
     * @param change null where nobody knows what the statement does, or it was a commit
     */
    SqlError complete(SqlError told, @Nullable RowChange change) {
        return switch (told.kind()) {
            case UNIQUE_VIOLATION, FOREIGN_KEY_VIOLATION, CHECK_VIOLATION -> completed(told, change);
            case NOT_NULL_VIOLATION ->
                // From PostgreSQL 18 on it has a name, which nobody has given.
                completed(new SqlError(told.kind(), null, told.table(), told.columns(), null, told.unparted()), change);
            case SERIALIZATION_FAILURE,
                    DEADLOCK,
                    LOCK_TIMEOUT,
                    CANCELLED,
                    CONNECTION_FAILURE,
                    READ_ONLY,
                    STORAGE_FULL,
                    STORAGE_FAILURE,
                    UNREADABLE,
                    MISSING_RIGHT,
                    OTHER -> told;
        };
    }

    private SqlError completed(SqlError told, @Nullable RowChange change) {
        if (change != null && schema.table(change.table()).isEmpty()) {
            return told;
        }
        Reach reach = change == null ? null : Reach.of(change, schema).orElse(null);
        List<KnownConstraint> all = KnownConstraint.of(told.kind(), schema).toList();
        if (reach != null) {
            List<KnownConstraint> reached = fitting(
                    told,
                    all.stream().filter(constraint -> constraint.isIn(reach)).toList());
            if (!reached.isEmpty()) {
                return agreed(told, reached);
            }
        }
        return tellsWhich(told) ? agreed(told, fitting(told, all)) : told;
    }

    /** Whether what was told leads to a constraint among those of all tables. */
    private static boolean tellsWhich(SqlError told) {
        return told.unparted() != null
                || told.table() != null
                || told.constraint() != null && !told.constraint().equals(PrimaryKey.UNNAMED);
    }

    /** Those that fit to the letter; if there are none, those that fit as databases change names: with the table before them, in another case, or cut. */
    private List<KnownConstraint> fitting(SqlError told, List<KnownConstraint> constraints) {
        List<KnownConstraint> exact = fitting(told, constraints, String::equals);
        if (!exact.isEmpty()) {
            return exact;
        }
        List<KnownConstraint> qualified = constraints.stream()
                .filter(constraint -> constraint.isCalledWithItsTable(told))
                .toList();
        return qualified.isEmpty() ? fitting(told, constraints, this::isAsKept) : qualified;
    }

    private static List<KnownConstraint> fitting(
            SqlError told, List<KnownConstraint> constraints, BiPredicate<String, String> same) {
        return constraints.stream()
                .filter(constraint -> constraint.fits(told, same))
                .toList();
    }

    private boolean isAsKept(String known, String told) {
        return known.equalsIgnoreCase(told) || cut(known).equals(told);
    }

    /** As many whole characters as the database keeps. */
    private String cut(String name) {
        int kept = dialect.capabilities().maxIdentifierBytes();
        int size = 0;
        int end = 0;
        while (end < name.length()) {
            String character = Character.toString(name.codePointAt(end));
            size += character.getBytes(StandardCharsets.UTF_8).length;
            if (size > kept) {
                break;
            }
            end += character.length();
        }
        return name.substring(0, end);
    }

    private static SqlError agreed(SqlError told, List<KnownConstraint> constraints) {
        List<String> columns = agreed(constraints, KnownConstraint::columns);
        return new SqlError(
                told.kind(),
                told(agreed(constraints, KnownConstraint::name), told.constraint()),
                told(agreed(constraints, constraint -> constraint.table().name().name()), told.table()),
                columns == null || columns.isEmpty() ? told.columns() : columns,
                told(agreed(constraints, KnownConstraint::target), told.target()),
                told.unparted());
    }

    private static @Nullable String told(@Nullable String known, @Nullable String told) {
        return known == null ? told : known;
    }

    /** What is the same of all of them; null if there is no such thing. */
    private static <T> @Nullable T agreed(
            List<KnownConstraint> constraints, Function<KnownConstraint, @Nullable T> part) {
        List<@Nullable T> values = constraints.stream().map(part).distinct().toList();
        return values.size() == 1 ? values.get(0) : null;
    }

    /** What is violated, as the error tells it, without the values: they may be secrets, and the cause has them. */
    static String described(SqlError error) {
        boolean nothing = error.constraint() == null
                && error.table() == null
                && error.columns().isEmpty();
        String which = nothing
                ? " What exactly, the database does not tell, or only its own message says, which is the cause."
                : "";
        String columns =
                error.columns().stream().map(column -> '"' + column + '"').collect(Collectors.joining(", "));
        return switch (error.kind()) {
            case UNIQUE_VIOLATION ->
                "another row has the same values in " + named("a unique key", "unique key", error, columns) + "."
                        + which;
            case FOREIGN_KEY_VIOLATION ->
                named("a foreign key", "foreign key", error, columns) + " would point at a row "
                        + (error.target() == null ? "" : "of table \"" + error.target() + "\" ")
                        + "that is not there." + which;
            case CHECK_VIOLATION -> "a row does not fulfil " + named("a check", "check", error, "") + "." + which;
            case NOT_NULL_VIOLATION ->
                (columns.isEmpty() ? "a column" : "column " + columns) + ofTable(error) + " cannot be NULL." + which;
            default -> throw new IllegalArgumentException("No constraint is violated by " + error.kind() + ".");
        };
    }

    private static String named(String any, String kind, SqlError error, String columns) {
        return Stream.of(
                                error.constraint() == null ? any : kind + " \"" + error.constraint() + '"',
                                columns.isEmpty() ? null : "(" + columns + ")")
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(" "))
                + ofTable(error);
    }

    private static String ofTable(SqlError error) {
        return error.table() == null ? "" : " of table \"" + error.table() + '"';
    }
}
