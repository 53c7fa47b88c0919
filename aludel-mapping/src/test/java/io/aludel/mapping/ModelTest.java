// SPDX-License-Identifier: Apache-2.0
package io.aludel.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.core.name.TableName;
import io.aludel.core.schema.Column;
import io.aludel.mapping.gradebook.Grade;
import io.aludel.mapping.gradebook.Group;
import io.aludel.mapping.gradebook.Lecturer;
import io.aludel.mapping.gradebook.Student;
import io.aludel.mapping.gradebook.Subject;
import org.junit.jupiter.api.Test;

class ModelTest {
    private final Model model = Model.of(Group.class, Student.class, Lecturer.class, Subject.class, Grade.class);

    @Test
    void makesTheSchemaOfTheGradebook() {
        assertThat(model.schema().requireTable(TableName.of("grades")).columns())
                .extracting(Column::name)
                .containsExactly("id", "student_id", "subject_id", "value", "received_on");
    }
}
