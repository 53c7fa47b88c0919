// SPDX-License-Identifier: Apache-2.0
package io.aludel.mapping.resolve;

import io.aludel.core.expr.EntityRef;
import io.aludel.core.query.CollectionPath;
import io.aludel.core.query.EntityPath;
import io.aludel.core.query.IntNum;
import io.aludel.core.query.LongNum;
import io.aludel.core.query.Plain;
import io.aludel.core.query.Text;
import io.aludel.core.query.Time;
import io.aludel.mapping.gradebook.Grade;
import io.aludel.mapping.gradebook.Group;
import io.aludel.mapping.gradebook.Student;
import io.aludel.mapping.pets.Passport;
import io.aludel.mapping.pets.Person;
import io.aludel.mapping.pets.Pet;
import java.time.LocalDate;

/** What the processor would write, by hand. */
final class GradebookPaths {
    private GradebookPaths() {}

    static final class QGroup extends EntityPath<Group> {
        final LongNum id = longNumber("id");
        final Text name = text("name");

        QGroup(String alias) {
            this(new EntityRef.Root(Group.class, alias));
        }

        QGroup(EntityRef ref) {
            super(ref);
        }

        CollectionPath<Student> students() {
            return toMany("students", Student.class);
        }
    }

    static final class QStudent extends EntityPath<Student> {
        final LongNum id = longNumber("id");
        final Text fullName = text("fullName");

        QStudent(String alias) {
            this(new EntityRef.Root(Student.class, alias));
        }

        QStudent(EntityRef ref) {
            super(ref);
        }

        QGroup group() {
            return new QGroup(toOne("group", Group.class));
        }

        CollectionPath<Grade> grades() {
            return toMany("grades", Grade.class);
        }
    }

    static final class QGrade extends EntityPath<Grade> {
        final LongNum id = longNumber("id");
        final IntNum value = integer("value");
        final Time<LocalDate> receivedOn = time("receivedOn", LocalDate.class);

        QGrade(String alias) {
            super(new EntityRef.Root(Grade.class, alias));
        }

        QStudent student() {
            return new QStudent(toOne("student", Student.class));
        }
    }

    static final class QPerson extends EntityPath<Person> {
        final LongNum id = longNumber("id");
        final Text name = text("name");

        QPerson(String alias) {
            this(new EntityRef.Root(Person.class, alias));
        }

        QPerson(EntityRef ref) {
            super(ref);
        }

        QPerson boss() {
            return new QPerson(toOne("boss", Person.class));
        }

        QPassport passport() {
            return new QPassport(toOne("passport", Passport.class));
        }
    }

    static final class QPassport extends EntityPath<Passport> {
        final Text number = text("number");

        QPassport(EntityRef ref) {
            super(ref);
        }

        QPerson holder() {
            return new QPerson(toOne("holder", Person.class));
        }
    }

    static final class QPet extends EntityPath<Pet> {
        final Text name = text("name");
        final Text badgeNumber = text("badgeNumber");
        final Plain<Pet.Kind> kind = plain("kind", Pet.Kind.class);

        QPet(String alias) {
            super(new EntityRef.Root(Pet.class, alias));
        }

        QPerson owner() {
            return new QPerson(toOne("owner", Person.class));
        }
    }
}
