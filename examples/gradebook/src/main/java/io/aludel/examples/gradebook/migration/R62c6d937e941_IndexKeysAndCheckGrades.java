// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.gradebook.migration;

import static io.aludel.migrate.op.Term.column;

import io.aludel.migrate.op.Operations;
import io.aludel.migrate.script.Migration;
import io.aludel.migrate.script.Revision;

/** Index keys and check grades */
@Revision(id = "62c6d937e941", parent = "d58b38d75123")
public final class R62c6d937e941_IndexKeysAndCheckGrades implements Migration {
    @Override
    public void up(Operations op) {
        op.createIndex("ix_grades_student_id", "grades", "student_id");
        op.createIndex("ix_grades_subject_id", "grades", "subject_id");
        op.createIndex("ix_students_group_id", "students", "group_id");
        op.createIndex("ix_subjects_lecturer_id", "subjects", "lecturer_id");
        op.addCheck("ck_grades_value", "grades", column("value").between(1, 12));
    }

    @Override
    public void down(Operations op) {
        op.dropCheck("ck_grades_value", "grades");
        op.dropIndex("ix_subjects_lecturer_id", "subjects");
        op.dropIndex("ix_students_group_id", "students");
        op.dropIndex("ix_grades_subject_id", "grades");
        op.dropIndex("ix_grades_student_id", "grades");
    }
}
