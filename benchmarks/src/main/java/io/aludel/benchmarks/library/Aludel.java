// SPDX-License-Identifier: Apache-2.0
package io.aludel.benchmarks.library;

import static io.aludel.core.query.Functions.avg;

import io.aludel.benchmarks.model.GradeRow;
import io.aludel.benchmarks.model.QGrade;
import io.aludel.benchmarks.model.QGradeRow;
import io.aludel.benchmarks.model.QRating;
import io.aludel.benchmarks.model.QStudent;
import io.aludel.benchmarks.model.QStudentRow;
import io.aludel.benchmarks.model.Rating;
import io.aludel.benchmarks.model.StudentRow;
import io.aludel.core.expr.ColumnRef;
import io.aludel.core.expr.InsertRows;
import io.aludel.core.name.TableName;
import io.aludel.core.type.ValueType;
import io.aludel.engine.Engine;
import io.aludel.engine.EngineConnection;
import io.aludel.orm.Session;
import io.aludel.orm.SessionFactory;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Aludel's typed queries into records, each written where it is executed, and its bulk insert. */
public final class Aludel implements Library {
    public static final TableName COPIES = TableName.of("copies");

    private static final InsertRows COPY = new InsertRows(
            COPIES,
            List.of(
                    new ColumnRef("", "student_id", ValueType.LONG),
                    new ColumnRef("", "subject_id", ValueType.LONG),
                    new ColumnRef("", "value", ValueType.INTEGER),
                    new ColumnRef("", "received_on", ValueType.LOCAL_DATE)),
            null);

    private final SessionFactory sessions;
    private final EngineConnection connection;
    private @Nullable Session session;

    public Aludel(Engine engine, SessionFactory sessions) {
        this.sessions = sessions;
        this.connection = engine.connect();
    }

    @Override
    public String name() {
        return "aludel";
    }

    @Override
    public void begin() {
        session = sessions.open();
    }

    @Override
    public void end() {
        session().close();
        session = null;
    }

    private Session session() {
        if (session == null) {
            throw new IllegalStateException("begin() comes first");
        }
        return session;
    }

    @Override
    public @Nullable StudentRow student(long id) {
        QStudent student = QStudent.student;
        return session()
                .select(QStudentRow.of(student.id, student.fullName, student.group().id))
                .from(student)
                .where(student.id.eq(id))
                .first()
                .orElse(null);
    }

    @Override
    public List<GradeRow> grades() {
        QGrade grade = QGrade.grade;
        return session()
                .select(QGradeRow.of(grade.id, grade.student().id, grade.subject().id, grade.value, grade.receivedOn))
                .from(grade)
                .orderBy(grade.id.asc())
                .list();
    }

    @Override
    public List<Rating> topFive() {
        QGrade grade = QGrade.grade;
        return session()
                .select(QRating.of(grade.student().fullName, avg(grade.value)))
                .from(grade)
                .groupBy(grade.student().id, grade.student().fullName)
                .orderBy(avg(grade.value).desc(), grade.student().fullName.asc())
                .limit(5)
                .list();
    }

    @Override
    public void copy(List<GradeRow> grades) {
        connection.bulkInsert(COPY, new Iterator<>() {
            private final Iterator<GradeRow> rows = grades.iterator();

            @Override
            public boolean hasNext() {
                return rows.hasNext();
            }

            @Override
            public Object[] next() {
                GradeRow row = rows.next();
                return new Object[] {row.studentId(), row.subjectId(), row.value(), row.receivedOn()};
            }
        });
    }

    @Override
    public void close() {
        connection.close();
    }
}
