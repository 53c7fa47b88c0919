// SPDX-License-Identifier: Apache-2.0
package io.aludel.benchmarks.library;

import static org.jooq.impl.DSL.avg;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.table;

import io.aludel.benchmarks.model.GradeRow;
import io.aludel.benchmarks.model.Rating;
import io.aludel.benchmarks.model.StudentRow;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jooq.BatchBindStep;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Records;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** jOOQ, with tables and fields as its generator would name them, each query written where it is executed. */
public final class Jooq implements Library {
    private static final Table<Record> STUDENTS = table(DSL.name("students"));
    private static final Field<Long> STUDENTS_ID = field(DSL.name("students", "id"), Long.class);
    private static final Field<String> FULL_NAME = field(DSL.name("students", "full_name"), String.class);
    private static final Field<Long> GROUP_ID = field(DSL.name("students", "group_id"), Long.class);
    private static final Table<Record> GRADES = table(DSL.name("grades"));
    private static final Field<Long> GRADES_ID = field(DSL.name("grades", "id"), Long.class);
    private static final Field<Long> STUDENT_ID = field(DSL.name("grades", "student_id"), Long.class);
    private static final Field<Long> SUBJECT_ID = field(DSL.name("grades", "subject_id"), Long.class);
    private static final Field<Integer> VALUE = field(DSL.name("grades", "value"), Integer.class);
    private static final Field<LocalDate> RECEIVED_ON = field(DSL.name("grades", "received_on"), LocalDate.class);

    private final Connection connection;
    private final DSLContext jooq;

    public Jooq(Connection connection, String dialect) {
        System.setProperty("org.jooq.no-logo", "true");
        System.setProperty("org.jooq.no-tips", "true");
        this.connection = connection;
        this.jooq = DSL.using(connection, dialect(dialect));
    }

    private static SQLDialect dialect(String dialect) {
        return switch (dialect) {
            case "postgresql" -> SQLDialect.POSTGRES;
            case "sqlite" -> SQLDialect.SQLITE;
            case "h2" -> SQLDialect.H2;
            default -> throw new IllegalArgumentException("jOOQ is not measured on " + dialect + ".");
        };
    }

    @Override
    public String name() {
        return "jooq";
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
        return jooq.select(STUDENTS_ID, FULL_NAME, GROUP_ID)
                .from(STUDENTS)
                .where(STUDENTS_ID.eq(id))
                .fetchOne(Records.mapping(StudentRow::new));
    }

    @Override
    public List<GradeRow> grades() {
        return jooq.select(GRADES_ID, STUDENT_ID, SUBJECT_ID, VALUE, RECEIVED_ON)
                .from(GRADES)
                .orderBy(GRADES_ID)
                .fetch(Records.mapping(GradeRow::new));
    }

    @Override
    public List<Rating> topFive() {
        return jooq.select(FULL_NAME, avg(VALUE))
                .from(GRADES)
                .join(STUDENTS)
                .on(STUDENTS_ID.eq(STUDENT_ID))
                .groupBy(STUDENTS_ID, FULL_NAME)
                .orderBy(avg(VALUE).desc(), FULL_NAME)
                .limit(5)
                .fetch(Records.mapping(Rating::new));
    }

    @Override
    public void copy(List<GradeRow> grades) {
        jooq.transaction(transaction -> {
            BatchBindStep batch = transaction
                    .dsl()
                    .batch(transaction
                            .dsl()
                            .insertInto(
                                    table(DSL.name("copies")),
                                    field(DSL.name("student_id"), Long.class),
                                    field(DSL.name("subject_id"), Long.class),
                                    field(DSL.name("value"), Integer.class),
                                    field(DSL.name("received_on"), LocalDate.class))
                            .values((Long) null, null, null, null));
            for (GradeRow grade : grades) {
                batch = batch.bind(grade.studentId(), grade.subjectId(), grade.value(), grade.receivedOn());
            }
            batch.execute();
        });
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
