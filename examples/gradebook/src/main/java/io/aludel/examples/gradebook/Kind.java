// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.gradebook;

import static io.aludel.examples.gradebook.model.QGroup.group;
import static io.aludel.examples.gradebook.model.QLecturer.lecturer;
import static io.aludel.examples.gradebook.model.QStudent.student;
import static io.aludel.examples.gradebook.model.QSubject.subject;

import io.aludel.core.query.EntityPath;
import io.aludel.core.query.LongNum;
import io.aludel.core.query.Text;
import java.util.Locale;

/** What has a name in a gradebook. */
public enum Kind {
    GROUP(group, group.id, group.name),
    STUDENT(student, student.id, student.fullName),
    LECTURER(lecturer, lecturer.id, lecturer.fullName),
    SUBJECT(subject, subject.id, subject.name);

    private final EntityPath<?> entity;
    private final LongNum id;
    private final Text name;

    Kind(EntityPath<?> entity, LongNum id, Text name) {
        this.entity = entity;
        this.id = id;
        this.name = name;
    }

    /** Its rows in queries. */
    public EntityPath<?> entity() {
        return entity;
    }

    LongNum id() {
        return id;
    }

    Text nameColumn() {
        return name;
    }

    /** As a user writes it: {@code group}, {@code student}, … */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
