// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.gradebook.migration;

import static io.aludel.core.schema.ForeignKey.Action.CASCADE;
import static io.aludel.core.type.SqlType.bigint;
import static io.aludel.core.type.SqlType.date;
import static io.aludel.core.type.SqlType.integer;
import static io.aludel.core.type.SqlType.varchar;

import io.aludel.migrate.op.Operations;
import io.aludel.migrate.script.Migration;
import io.aludel.migrate.script.Revision;

/** Make the five tables */
@Revision(id = "d58b38d75123")
public final class Rd58b38d75123_MakeTheFiveTables implements Migration {
    @Override
    public void up(Operations op) {
        op.createTable("groups", t -> {
            t.identity("id", bigint());
            t.column("name", varchar(50)).notNull();
            t.primaryKey("pk_groups", "id");
            t.unique("uq_groups_name", "name");
        });
        op.createTable("lecturers", t -> {
            t.identity("id", bigint());
            t.column("full_name", varchar(150)).notNull();
            t.primaryKey("pk_lecturers", "id");
        });
        op.createTable("students", t -> {
            t.identity("id", bigint());
            t.column("full_name", varchar(150)).notNull();
            t.column("group_id", bigint()).notNull();
            t.primaryKey("pk_students", "id");
            t.foreignKey("fk_students_group_id", "group_id").references("groups", "id");
        });
        op.createTable("subjects", t -> {
            t.identity("id", bigint());
            t.column("name", varchar(100)).notNull();
            t.column("lecturer_id", bigint()).notNull();
            t.primaryKey("pk_subjects", "id");
            t.unique("uq_subjects_name", "name");
            t.foreignKey("fk_subjects_lecturer_id", "lecturer_id").references("lecturers", "id");
        });
        op.createTable("grades", t -> {
            t.identity("id", bigint());
            t.column("student_id", bigint()).notNull();
            t.column("subject_id", bigint()).notNull();
            t.column("value", integer()).notNull();
            t.column("received_on", date()).notNull();
            t.primaryKey("pk_grades", "id");
            t.foreignKey("fk_grades_student_id", "student_id")
                    .references("students", "id")
                    .onDelete(CASCADE);
            t.foreignKey("fk_grades_subject_id", "subject_id").references("subjects", "id");
        });
    }

    @Override
    public void down(Operations op) {
        op.dropTable("grades");
        op.dropTable("subjects");
        op.dropTable("students");
        op.dropTable("lecturers");
        op.dropTable("groups");
    }
}
