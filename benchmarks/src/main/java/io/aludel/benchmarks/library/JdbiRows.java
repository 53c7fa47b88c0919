// SPDX-License-Identifier: Apache-2.0
package io.aludel.benchmarks.library;

import io.aludel.benchmarks.model.GradeRow;
import io.aludel.benchmarks.model.Rating;
import io.aludel.benchmarks.model.StudentRow;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** Jdbi: SQL as text, records by their constructors. */
public final class JdbiRows implements Library {
    private static final String STUDENT = "select id, full_name, group_id from students where id = :id";
    private static final String COPY = """
            insert into copies (student_id, subject_id, "value", received_on) values (:student, :subject, :value, :day)""";

    private final Connection connection;
    private final Handle handle;

    public JdbiRows(Connection connection) {
        this.connection = connection;
        Jdbi jdbi = Jdbi.create(connection);
        jdbi.registerRowMapper(ConstructorMapper.factory(StudentRow.class));
        jdbi.registerRowMapper(ConstructorMapper.factory(GradeRow.class));
        jdbi.registerRowMapper(ConstructorMapper.factory(Rating.class));
        this.handle = jdbi.open();
    }

    @Override
    public String name() {
        return "jdbi";
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
        return handle.createQuery(STUDENT)
                .bind("id", id)
                .mapTo(StudentRow.class)
                .findOne()
                .orElse(null);
    }

    @Override
    public List<GradeRow> grades() {
        return handle.createQuery(PlainJdbc.GRADES).mapTo(GradeRow.class).list();
    }

    @Override
    public List<Rating> topFive() {
        return handle.createQuery(PlainJdbc.TOP_FIVE.replace("s.full_name,", "s.full_name as student,"))
                .mapTo(Rating.class)
                .list();
    }

    @Override
    public void copy(List<GradeRow> grades) {
        handle.useTransaction(transaction -> {
            PreparedBatch batch = transaction.prepareBatch(COPY);
            for (GradeRow grade : grades) {
                batch.bind("student", grade.studentId())
                        .bind("subject", grade.subjectId())
                        .bind("value", grade.value())
                        .bind("day", grade.receivedOn())
                        .add();
            }
            batch.execute();
        });
    }

    @Override
    public void close() {
        handle.close();
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
