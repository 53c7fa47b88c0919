// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.gradebook;

import static io.aludel.examples.gradebook.model.QGroup.group;
import static io.aludel.examples.gradebook.model.QLecturer.lecturer;
import static io.aludel.examples.gradebook.model.QStudent.student;
import static io.aludel.examples.gradebook.model.QSubject.subject;

import io.aludel.core.query.EntityPath;
import io.aludel.core.query.Text;
import io.aludel.orm.Session;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whom and what the questions are about: the names that were given, otherwise the first by name. */
final class Choices {
    private final Session session;
    private final Given given;

    /** The names as they stand on the command line; null where none was given. */
    record Given(
            @Nullable String subject,
            @Nullable String group,
            @Nullable String lecturer,
            @Nullable String student) {
        static final Given NOTHING = new Given(null, null, null, null);
    }

    Choices(Session session, Given given) {
        this.session = session;
        this.given = given;
    }

    String subject() {
        return choose("subject", given.subject(), subject, subject.name);
    }

    String group() {
        return choose("group", given.group(), group, group.name);
    }

    /** Whether a group was asked for by name. */
    boolean hasGroup() {
        return given.group() != null;
    }

    String lecturer() {
        return choose("lecturer", given.lecturer(), lecturer, lecturer.fullName);
    }

    String student() {
        return choose("student", given.student(), student, student.fullName);
    }

    private String choose(String kind, @Nullable String wanted, EntityPath<?> entity, Text name) {
        if (wanted == null) {
            return names(entity, name)
                    .limit(1)
                    .first()
                    .orElseThrow(() ->
                            new GradebookException("There is no " + kind + " yet. Make some rows: gradebook seed"));
        }
        if (names(entity, name).where(name.eq(wanted)).first().isEmpty()) {
            List<String> known = names(entity, name).limit(5).list();
            throw new GradebookException("There is no " + kind + " \"" + wanted + "\". "
                    + (known.isEmpty()
                            ? "Make some rows: gradebook seed"
                            : "There are, for example: " + String.join(", ", known)));
        }
        return wanted;
    }

    private io.aludel.core.query.Query<String> names(EntityPath<?> entity, Text name) {
        return session.select(name).from(entity).orderBy(name.byCodePoint().asc());
    }
}
