// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.gradebook.migration;

import static io.aludel.migrate.op.Term.column;

import io.aludel.migrate.op.Operations;
import io.aludel.migrate.script.Migration;
import io.aludel.migrate.script.Revision;

/** Index and check grades */
@Revision(id = "6e8efc43070c", parent = "d58b38d75123")
public final class R6e8efc43070c_IndexAndCheckGrades implements Migration {
    @Override
    public void up(Operations op) {
        op.createIndex("ix_grades_subject_id", "grades", "subject_id");
        op.addCheck("ck_grades_value", "grades", column("value").between(1, 12));
    }

    @Override
    public void down(Operations op) {
        op.dropCheck("ck_grades_value", "grades");
        op.dropIndex("ix_grades_subject_id", "grades");
    }
}
