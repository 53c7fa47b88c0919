// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.core.expr.ColumnRef;
import io.aludel.core.expr.InsertRows;
import io.aludel.core.name.TableName;
import io.aludel.core.type.ValueType;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PostgresCopyTest {
    private static final InsertRows PET = new InsertRows(
            new TableName("farm", "pet"),
            List.of(new ColumnRef("", "name", ValueType.STRING), new ColumnRef("", "group", ValueType.LONG)),
            null);

    private final PostgresCopy copy = new PostgresCopy(new PostgresDialect());

    @Test
    void announcesRowsOfTheseColumns() {
        assertThat(copy.sql(PET)).isEqualTo("""
                copy farm.pet (name, "group") from stdin with (encoding 'UTF8')""");
    }

    @Test
    void keepsApartNullAndWhatLooksLikeIt() {
        assertThat(written(null, "\\N", "", "N")).isEqualTo("\\N\t\\\\N\t\tN\n");
    }

    @Test
    void escapesWhatEndsColumnsAndRows() {
        assertThat(written("a\tb\\", "\r\n\\.")).isEqualTo("a\\tb\\\\\t\\r\\n\\\\.\n");
    }

    @Test
    void endsEachRow() {
        StringBuilder text = new StringBuilder();
        copy.write(new Object[] {"Rex", "1"}, text);
        copy.write(new Object[] {"Max", null}, text);

        assertThat(text).hasToString("""
                Rex\t1
                Max\t\\N
                """);
    }

    @Test
    void findsTheRowInWhatTheServerSays() {
        assertThat(copy.rowOf(new ServerException("COPY pet, line 12, column name: \"5\""), PET))
                .hasValue(12);
        assertThat(copy.rowOf(new ServerException("PL/pgSQL function f() line 3 at RAISE\nCOPY pet, строка 4"), PET))
                .hasValue(4);
        assertThat(copy.rowOf(new ServerException("SQL statement \"select 1\""), PET))
                .isEmpty();
        assertThat(copy.rowOf(new SQLException("The connection is closed."), PET))
                .isEmpty();
    }

    @Test
    void refusesADriverThatCannotCopy() {
        assertThatThrownBy(() -> copy.load(new Object(), "copy", ""))
                .isInstanceOf(SQLException.class)
                .hasMessage("This driver has no getCopyAPI; use org.postgresql:postgresql.");
    }

    private String written(@Nullable Object... values) {
        StringBuilder text = new StringBuilder();
        copy.write(values, text);
        return text.toString();
    }

    /** Looks like the driver's, which this module does not have. */
    public static final class ServerException extends SQLException {
        private static final long serialVersionUID = 1;

        private final transient ServerMessage message;

        ServerException(String where) {
            this.message = new ServerMessage(where);
        }

        public ServerMessage getServerErrorMessage() {
            return message;
        }
    }

    /** The part of the server's message that is asked for. */
    public record ServerMessage(String getWhere) {}
}
