// SPDX-License-Identifier: Apache-2.0
package io.aludel.benchmarks.library;

import io.aludel.benchmarks.model.GradeRow;
import io.aludel.benchmarks.model.Rating;
import io.aludel.benchmarks.model.StudentRow;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What all others are compared with: JDBC as one writes it by hand, a statement prepared for each call. */
public final class PlainJdbc implements Library {
    public static final String NAME = "jdbc";

    static final String STUDENT = "select id, full_name, group_id from students where id = ?";
    static final String GRADES = """
            select id, student_id, subject_id, "value", received_on from grades order by id""";
    static final String TOP_FIVE = """
            select s.full_name, avg(g."value") as average from grades g join students s on s.id = g.student_id \
            group by s.id, s.full_name order by average desc, s.full_name limit 5""";
    static final String COPY = """
            insert into copies (student_id, subject_id, "value", received_on) values (?, ?, ?, ?)""";

    private final Connection connection;
    private final boolean datesAreText;

    /** @param datesAreText whether the database has no type for dates */
    public PlainJdbc(Connection connection, boolean datesAreText) {
        this.connection = connection;
        this.datesAreText = datesAreText;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void begin() {
        OneTransaction.begin(connection);
    }

    @Override
    public void end() {
        OneTransaction.end(connection);
    }

    @Override
    public @Nullable StudentRow student(long id) {
        try (PreparedStatement statement = connection.prepareStatement(STUDENT)) {
            statement.setLong(1, id);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? new StudentRow(row.getLong(1), row.getString(2), row.getLong(3)) : null;
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public List<GradeRow> grades() {
        try (PreparedStatement statement = connection.prepareStatement(GRADES);
                ResultSet row = statement.executeQuery()) {
            List<GradeRow> grades = new ArrayList<>();
            while (row.next()) {
                grades.add(new GradeRow(row.getLong(1), row.getLong(2), row.getLong(3), row.getInt(4), date(row, 5)));
            }
            return grades;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private LocalDate date(ResultSet row, int column) throws SQLException {
        return datesAreText ? LocalDate.parse(row.getString(column)) : row.getObject(column, LocalDate.class);
    }

    @Override
    public List<Rating> topFive() {
        try (PreparedStatement statement = connection.prepareStatement(TOP_FIVE);
                ResultSet row = statement.executeQuery()) {
            List<Rating> ratings = new ArrayList<>();
            while (row.next()) {
                ratings.add(new Rating(row.getString(1), average(row.getBigDecimal(2))));
            }
            return ratings;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Databases differ in how many digits they give. */
    static BigDecimal average(BigDecimal value) {
        return value.setScale(6, RoundingMode.HALF_UP);
    }

    @Override
    public void copy(List<GradeRow> grades) {
        try {
            connection.setAutoCommit(false);
            try (PreparedStatement statement = connection.prepareStatement(COPY)) {
                for (GradeRow grade : grades) {
                    statement.setLong(1, grade.studentId());
                    statement.setLong(2, grade.subjectId());
                    statement.setInt(3, grade.value());
                    if (datesAreText) {
                        statement.setString(4, grade.receivedOn().toString());
                    } else {
                        statement.setObject(4, grade.receivedOn());
                    }
                    statement.addBatch();
                }
                statement.executeBatch();
            }
            connection.commit();
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
