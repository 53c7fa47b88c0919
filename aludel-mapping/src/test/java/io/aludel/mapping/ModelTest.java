// SPDX-License-Identifier: Apache-2.0
package io.aludel.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.core.expr.Between;
import io.aludel.core.expr.ColumnRef;
import io.aludel.core.expr.Value;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.Check;
import io.aludel.core.schema.Column;
import io.aludel.core.schema.ForeignKey;
import io.aludel.core.schema.Index;
import io.aludel.core.schema.PrimaryKey;
import io.aludel.core.schema.Table;
import io.aludel.core.schema.UniqueKey;
import io.aludel.core.type.SqlType;
import io.aludel.core.type.ValueType;
import io.aludel.mapping.access.Companions;
import io.aludel.mapping.access.EntityAccess;
import io.aludel.mapping.access.ReflectiveAccess;
import io.aludel.mapping.gradebook.Grade;
import io.aludel.mapping.gradebook.Group;
import io.aludel.mapping.gradebook.Lecturer;
import io.aludel.mapping.gradebook.Student;
import io.aludel.mapping.gradebook.Subject;
import io.aludel.mapping.model.AssociationModel;
import io.aludel.mapping.naming.NamingStrategy;
import io.aludel.mapping.pets.Pet;
import io.aludel.mapping.problem.MappingException;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelTest {
    private final Model model = Model.of(Group.class, Student.class, Lecturer.class, Subject.class, Grade.class);

    @Test
    void makesTheSchemaOfTheGradebook() {
        Table grades = Table.of(
                        TableName.of("grades"),
                        List.of(
                                Column.identity("id", SqlType.bigint()),
                                Column.notNull("student_id", SqlType.bigint()),
                                Column.notNull("subject_id", SqlType.bigint()),
                                Column.notNull("value", SqlType.integer()),
                                Column.notNull("received_on", SqlType.date())))
                .withPrimaryKey(new PrimaryKey("pk_grades", List.of("id")))
                .withForeignKeys(List.of(
                        ForeignKey.of(
                                        "fk_grades_student_id",
                                        List.of("student_id"),
                                        TableName.of("students"),
                                        List.of("id"))
                                .onDelete(ForeignKey.Action.CASCADE),
                        ForeignKey.of(
                                "fk_grades_subject_id",
                                List.of("subject_id"),
                                TableName.of("subjects"),
                                List.of("id"))))
                .withChecks(List.of(new Check(
                        "ck_grades_value",
                        new Between(
                                new ColumnRef("", "value", ValueType.INTEGER),
                                new Value(1, ValueType.INTEGER),
                                new Value(12, ValueType.INTEGER)))))
                .withIndexes(List.of(Index.of("ix_grades_subject_id", "subject_id")));

        assertThat(model.schema().tables())
                .extracting(table -> table.name().toString())
                .containsExactly("grades", "groups", "lecturers", "students", "subjects");
        assertThat(model.schema().requireTable(TableName.of("grades"))).isEqualTo(grades);
        assertThat(model.schema().requireTable(TableName.of("groups")).uniqueKeys())
                .containsExactly(new UniqueKey("uq_groups_name", List.of("name")));
        assertThat(model.warnings()).isEmpty();
    }

    @Test
    void knowsTheLayoutOfAnEntityInAResult() {
        EntityType<Grade> grade = model.entity(Grade.class);
        AssociationModel subject = grade.model().association("subject").orElseThrow();

        assertThat(grade.columns())
                .containsExactly(
                        new ColumnRef("", "id", ValueType.LONG),
                        new ColumnRef("", "value", ValueType.INTEGER),
                        new ColumnRef("", "received_on", ValueType.LOCAL_DATE),
                        new ColumnRef("", "student_id", ValueType.LONG),
                        new ColumnRef("", "subject_id", ValueType.LONG));
        assertThat(grade.firstColumn(subject)).isEqualTo(4);
        assertThat(grade.columns(subject)).containsExactly(new ColumnRef("", "subject_id", ValueType.LONG));
        assertThat(grade.idColumn().column()).isEqualTo("id");
        assertThat(grade.versionAttribute()).isEqualTo(-1);
        EntityType<Group> group = model.entity(Group.class);
        assertThatThrownBy(() ->
                        group.firstColumn(group.model().association("students").orElseThrow()))
                .hasMessage("Group.students has no column of its own in table groups.");
    }

    @Test
    void knowsBothEndsOfAnAssociation() {
        EntityType<Student> student = model.entity(Student.class);
        AssociationModel group = student.model().association("group").orElseThrow();
        AssociationModel grades = student.model().association("grades").orElseThrow();

        assertThat(student.target(group).entityClass()).isEqualTo(Group.class);
        assertThat(student.inverse(group)).map(AssociationModel::name).contains("students");
        assertThat(student.inverse(grades)).map(AssociationModel::name).contains("student");
        assertThat(model.entity(Grade.class)
                        .inverse(model.entity(Grade.class)
                                .model()
                                .association("subject")
                                .orElseThrow()))
                .isEmpty();
        assertThat(student.referrers())
                .extracting(referrer ->
                        referrer.owner().name() + "." + referrer.association().name())
                .containsExactly("Grade.student");
    }

    static class LazyStudent extends Student {}

    @Test
    void findsTheEntityOfASubclass() {
        assertThat(model.find(LazyStudent.class)).contains(model.entity(Student.class));
        assertThat(model.entityOf(new LazyStudent()).entityClass()).isEqualTo(Student.class);
        assertThat(model.entity(Student.class).isLeaf()).isTrue();
    }

    @Test
    void saysWhichEntitiesThereAre() {
        assertThatThrownBy(() -> model.entity(Pet.class))
                .isInstanceOf(MappingException.class)
                .hasMessage(
                        "The model has no entity io.aludel.mapping.pets.Pet; it has Grade, Group, Lecturer, Student,"
                                + " Subject. Add the class to Model.of(…), or compile it with aludel-processor for Model.load(…).");
    }

    @Test
    void reachesFieldsByReflectionWithoutACompanion() {
        EntityType<Lecturer> lecturer = model.entity(Lecturer.class);
        Lecturer ada = lecturer.access().instantiate();
        lecturer.access().set(ada, 1, "Ada");

        assertThat(lecturer.access()).isInstanceOf(ReflectiveAccess.class).isSameAs(lecturer.access());
        assertThat(lecturer.access().get(ada, 1)).isEqualTo("Ada");
        assertThat(lecturer.id(ada)).isNull();
    }

    @Entity
    static class Renamed {
        @Id
        long id;

        int size;
    }

    /** Registered as the processor's companions are, but written when {@code size} had another name. */
    static final class Renamed__Aludel {
        static {
            Companions.register(Renamed.class, companion());
        }

        private Renamed__Aludel() {}

        @SuppressWarnings("unchecked") // it answers members() only
        private static EntityAccess<Renamed> companion() {
            return (EntityAccess<Renamed>) Proxy.newProxyInstance(
                    ModelTest.class.getClassLoader(), new Class<?>[] {EntityAccess.class}, (proxy, method, arguments) ->
                            new String[] {"id", "length"});
        }
    }

    @Test
    void refusesACompanionOfAnOlderClass() {
        EntityType<Renamed> renamed = Model.of(Renamed.class).entity(Renamed.class);

        assertThatThrownBy(renamed::access)
                .isInstanceOf(MappingException.class)
                .hasMessage(
                        "The companion of io.aludel.mapping.ModelTest$Renamed was generated for members [id, length], but"
                                + " the class has [id, size]; compile the class again, from clean.");
    }

    @Test
    void loadsTheEntitiesThatTheProcessorListed(@TempDir Path folder) throws IOException {
        list(
                folder,
                "io.aludel.mapping.gradebook.Lecturer\n\nio.aludel.mapping.gradebook.Group\r\n"
                        + "io.aludel.mapping.gradebook.Student\nio.aludel.mapping.gradebook.Subject\n"
                        + "io.aludel.mapping.gradebook.Grade");
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {url(folder)}, getClass().getClassLoader())) {
            Model loaded = Model.builder()
                    .load(loader)
                    .naming(NamingStrategy.AS_WRITTEN)
                    .constraints((prefix, table, parts) -> prefix + "$" + table)
                    .build();

            assertThat(loaded.entities())
                    .extracting(EntityType::name)
                    .containsExactly("Lecturer", "Group", "Student", "Subject", "Grade");
            Table lecturers = loaded.schema().requireTable(TableName.of("lecturers"));
            assertThat(lecturers.columns()).extracting(Column::name).containsExactly("id", "fullName");
            assertThat(lecturers.primaryKey()).isEqualTo(new PrimaryKey("pk$lecturers", List.of("id")));
        }
    }

    @Test
    void saysWhatIsWrongWithAListOfEntities(@TempDir Path folder) throws IOException {
        try (URLClassLoader empty = new URLClassLoader(new URL[] {url(folder)}, null)) {
            assertThatThrownBy(() -> Model.load(empty))
                    .isInstanceOf(MappingException.class)
                    .hasMessage(
                            "No entities were found: no META-INF/aludel/entities on the class path names one. Compile the entities with"
                                    + " aludel-processor as annotation processor, or name them: Model.of(…).");
        }
        list(folder, "io.example.Gone");
        try (URLClassLoader stale = new URLClassLoader(new URL[] {url(folder)}, null)) {
            assertThatThrownBy(() -> Model.load(stale))
                    .isInstanceOf(MappingException.class)
                    .hasMessageStartingWith("The entity io.example.Gone that file:")
                    .hasMessageEndingWith("META-INF/aludel/entities lists is not there; compile again, from clean.");
        }
    }

    private static void list(Path folder, String names) throws IOException {
        Path file = folder.resolve(EntityIndex.RESOURCE);
        Files.createDirectories(file.getParent());
        Files.writeString(file, names);
    }

    private static URL url(Path folder) throws MalformedURLException {
        return folder.toUri().toURL();
    }
}
