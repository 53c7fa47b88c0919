// SPDX-License-Identifier: Apache-2.0
package io.aludel.mapping.resolve;

import static io.aludel.core.query.DeleteQuery.delete;
import static io.aludel.core.query.Functions.avg;
import static io.aludel.core.query.Functions.coalesce;
import static io.aludel.core.query.Functions.count;
import static io.aludel.core.query.Functions.exists;
import static io.aludel.core.query.Functions.max;
import static io.aludel.core.query.Query.select;
import static io.aludel.core.query.Query.selectOne;
import static io.aludel.core.query.UpdateQuery.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.core.expr.Assignment;
import io.aludel.core.expr.EntityRef;
import io.aludel.core.expr.EntitySource;
import io.aludel.core.expr.EntityValue;
import io.aludel.core.expr.Update;
import io.aludel.core.expr.Value;
import io.aludel.core.query.DeleteQuery;
import io.aludel.core.query.Query;
import io.aludel.core.query.QueryException;
import io.aludel.core.query.Subquery;
import io.aludel.core.query.UpdateQuery;
import io.aludel.core.type.AttributeType;
import io.aludel.core.type.ConvertedType;
import io.aludel.core.type.SqlType;
import io.aludel.core.type.ValueType;
import io.aludel.mapping.Model;
import io.aludel.mapping.gradebook.Grade;
import io.aludel.mapping.gradebook.Group;
import io.aludel.mapping.gradebook.Lecturer;
import io.aludel.mapping.gradebook.Student;
import io.aludel.mapping.gradebook.Subject;
import io.aludel.mapping.pets.Passport;
import io.aludel.mapping.pets.Person;
import io.aludel.mapping.pets.Pet;
import io.aludel.mapping.resolve.GradebookPaths.QGrade;
import io.aludel.mapping.resolve.GradebookPaths.QGroup;
import io.aludel.mapping.resolve.GradebookPaths.QPerson;
import io.aludel.mapping.resolve.GradebookPaths.QPet;
import io.aludel.mapping.resolve.GradebookPaths.QStudent;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatementResolverTest {
    private static final Model MODEL = Model.of(
            Group.class,
            Student.class,
            Lecturer.class,
            Subject.class,
            Grade.class,
            Person.class,
            Pet.class,
            Passport.class);

    private final StatementResolver resolver = new StatementResolver(MODEL);
    private final QGrade grade = new QGrade("grade");
    private final QStudent student = new QStudent("student");
    private final QGroup group = new QGroup("g");
    private final QPerson person = new QPerson("person");
    private final QPet pet = new QPet("pet");

    @Test
    void selectsAnEntityInTheLayoutOfItsColumns() {
        ResolvedSelect resolved = resolver.resolve(select(student).statement());

        assertThat(StandardSql.of(resolved.statement()))
                .isEqualTo("select student.id, student.full_name, student.group_id from students as student");
        assertThat(resolved.slots()).containsExactly(new ResultSlot.OfEntity(MODEL.entity(Student.class), 0, 3));
    }

    @Test
    void saysWhichColumnsMakeWhatOfARow() {
        Query<?> query =
                select(grade.value, grade.student(), count()).from(grade).groupBy(grade.value, grade.student().id);

        assertThat(resolver.resolve(query.statement()).slots())
                .containsExactly(
                        new ResultSlot.OfValue(ValueType.INTEGER, 0),
                        new ResultSlot.OfEntity(MODEL.entity(Student.class), 1, 3),
                        new ResultSlot.OfValue(ValueType.LONG, 4));
    }

    @Test
    void joinsEachWalkOnce() {
        assertSql(
                select(grade.value)
                        .from(grade)
                        .where(grade.student().group().name.eq("A-1"))
                        .orderBy(
                                grade.student().fullName.asc(),
                                grade.student().group().name.asc()),
                "select grade.\"value\" from grades as grade"
                        + " join students as student on grade.student_id = student.id"
                        + " join \"groups\" as student_group on student.group_id = student_group.id"
                        + " where student_group.name = ? order by student.full_name, student_group.name");
    }

    @Test
    void readsTheIdentifierOfAWalkFromTheForeignKey() {
        assertSql(
                select(grade.student().id).from(grade).where(grade.student().eq(student(7L))),
                "select grade.student_id from grades as grade where grade.student_id = ?");
        assertSql(
                select(grade.id).from(grade).where(grade.student().group().id.eq(5)),
                "select grade.id from grades as grade join students as student on grade.student_id = student.id"
                        + " where student.group_id = ?");
    }

    @Test
    void groupsByTheJoinedIdentifierSoThatItDeterminesTheOtherColumns() {
        assertSql(
                select(grade.student().id, grade.student().fullName, avg(grade.value))
                        .from(grade)
                        .groupBy(grade.student().id),
                "select student.id, student.full_name, avg(grade.\"value\") from grades as grade"
                        + " join students as student on grade.student_id = student.id group by student.id, student.full_name");
        assertSql(
                select(grade.student().id, avg(grade.value)).from(grade).groupBy(grade.student().id),
                "select grade.student_id, avg(grade.\"value\") from grades as grade group by grade.student_id");
    }

    @Test
    void joinsLeftWhereAnAssociationMayBeNullAndFromThereOn() {
        assertSql(
                select(person.name, person.boss().boss().name).from(person),
                "select person.name, boss_boss.name from person"
                        + " left join person as boss on person.boss_id = boss.id"
                        + " left join person as boss_boss on boss.boss_id = boss_boss.id");
        assertSql(
                select(pet.owner().name).from(pet),
                "select owner.name from zoo.pets as pet join person as owner on pet.owner = owner.id");
    }

    @Test
    void joinsTheOtherSideOfAOneToOneByItsKey() {
        assertSql(
                select(person.passport().number)
                        .from(person)
                        .where(person.passport().holder().id.eq(1)),
                "select passport.number from person"
                        + " left join travel_passport as passport on passport.holder_id = person.id"
                        + " where passport.holder_id = ?");
    }

    @Test
    void joinsAlongCollectionsReversesAndToOnes() {
        assertSql(
                select(student.fullName, avg(grade.value))
                        .from(student)
                        .leftJoin(student.grades(), grade)
                        .groupBy(student.id),
                "select student.full_name, avg(grade.\"value\") from students as student"
                        + " left join grades as grade on grade.student_id = student.id group by student.id, student.full_name");
        assertSql(
                select(student).join(grade.student().reverse()),
                "select student.id, student.full_name, student.group_id from students as student"
                        + " join grades as grade on grade.student_id = student.id");
        assertSql(
                select(grade.id).from(grade).join(grade.student(), student).join(student.group(), group),
                "select grade.id from grades as grade join students as student on grade.student_id = student.id"
                        + " join \"groups\" as g on student.group_id = g.id");
    }

    @Test
    void putsAWalkBehindTheTableItBeginsAt() {
        assertSql(
                select(grade.id)
                        .from(grade)
                        .join(group, group.name.eq(grade.student().fullName))
                        .where(grade.student().group().name.eq("x")),
                "select grade.id from grades as grade join students as student on grade.student_id = student.id"
                        + " join \"groups\" as student_group on student.group_id = student_group.id"
                        + " join \"groups\" as g on g.name = student.full_name where student_group.name = ?");
    }

    @Test
    void walksFromALeftJoinedTableByLeftJoins() {
        assertSql(
                select(student.fullName, grade.student().fullName).from(student).leftJoin(student.grades(), grade),
                "select student.full_name, grade_student.full_name from students as student"
                        + " left join grades as grade on grade.student_id = student.id"
                        + " left join students as grade_student on grade.student_id = grade_student.id");
    }

    @Test
    void givesMadeJoinsNamesThatNothingElseHas() {
        QGrade other = new QGrade("other");
        QStudent student = new QStudent("other_student");

        assertSql(
                select(grade.id)
                        .from(grade)
                        .join(other, other.student().eq(grade.student()))
                        .where(grade.student().fullName.eq(other.student().fullName))
                        .where(exists(selectOne().from(student).where(student.eq(grade.student())))),
                "select grade.id from grades as grade join students as student on grade.student_id = student.id"
                        + " join grades as other on other.student_id = grade.student_id"
                        + " join students as other_student2 on other.student_id = other_student2.id"
                        + " where student.full_name = other_student2.full_name and exists (select ? from students as other_student"
                        + " where other_student.id = grade.student_id)");
    }

    @Test
    void joinsAWalkInTheQueryThatHasItsBeginning() {
        QGrade inner = new QGrade("inner_grade");

        assertSql(
                select(student.fullName)
                        .from(student)
                        .where(exists(selectOne()
                                .from(inner)
                                .where(inner.student().group().name.eq(student.group().name)))),
                "select student.full_name from students as student join \"groups\" as \"group\" on student.group_id = \"group\".id"
                        + " where exists (select ? from grades as inner_grade"
                        + " join students as inner_grade_student on inner_grade.student_id = inner_grade_student.id"
                        + " join \"groups\" as student_group on inner_grade_student.group_id = student_group.id"
                        + " where student_group.name = \"group\".name)");
    }

    @Test
    void resolvesSubqueriesAsTablesAndTheirColumns() {
        QGrade best = new QGrade("grade");
        var greatest = max(best.value);
        Subquery top = select(best.student().id, greatest)
                .from(best)
                .groupBy(best.student().id)
                .as("top");

        ResolvedSelect resolved = resolver.resolve(select(student.fullName, top.get(greatest))
                .from(student)
                .join(top, top.get(best.student().id).eq(student.id))
                .statement());

        assertThat(StandardSql.of(resolved.statement()))
                .isEqualTo("select student.full_name, \"top\".c2 from students as student"
                        + " join (select grade.student_id as c1, max(grade.\"value\") as c2 from grades as grade"
                        + " group by grade.student_id) as \"top\" on \"top\".c1 = student.id");
        assertThat(resolved.slots().get(1)).isEqualTo(new ResultSlot.OfValue(ValueType.INTEGER, 1));
    }

    @Test
    void letsASubqueryUsedAsATableHaveTheAliasesOfItsNeighbours() {
        Subquery inner = select(student.id).from(student).as("inner_students");

        assertSql(
                select(student.id)
                        .from(student)
                        .join(inner, inner.get(student.id).eq(student.id)),
                "select student.id from students as student join (select student.id as c1 from students as student)"
                        + " as inner_students on inner_students.c1 = student.id");
    }

    @Test
    void bindsValuesInTheTypeOfTheirAttribute() {
        ResolvedSelect resolved = resolver.resolve(select(pet.kind)
                .from(pet)
                .where(pet.kind.in(Pet.Kind.CAT, Pet.Kind.DOG))
                .where(coalesce(pet.name, "nobody").eq("Tom"))
                .statement());

        assertThat(StandardSql.values(resolved.statement()))
                .containsExactly(Pet.Kind.CAT, Pet.Kind.DOG, "nobody", "Tom");
        assertThat(resolved.slots()).singleElement().satisfies(slot -> {
            ConvertedType<?, ?> type = (ConvertedType<?, ?>) ((ResultSlot.OfValue) slot).type();
            assertThat(type.sqlType()).isEqualTo(SqlType.varchar(8));
            assertThat(type.toStored(Pet.Kind.DOG)).isEqualTo("DOG");
        });
    }

    @Test
    void leavesNoTypeThatOnlyTheModelKnows() {
        ResolvedSelect resolved = resolver.resolve(
                select(grade.value.plus(1), coalesce(student.fullName, "x"), student.fullName.byCodePoint())
                        .from(grade)
                        .join(grade.student(), student)
                        .statement());

        assertThat(resolved.slots())
                .containsExactly(
                        new ResultSlot.OfValue(ValueType.INTEGER, 0),
                        new ResultSlot.OfValue(ValueType.STRING, 1),
                        new ResultSlot.OfValue(ValueType.STRING.as(SqlType.varchar(100)), 2));
    }

    @Test
    void comparesEntitiesByTheirIdentifiers() {
        ResolvedSelect resolved = resolver.resolve(select(grade)
                .where(grade.student().in(List.of(student(3L), student(4L))))
                .where(grade.student().isNotNull())
                .where(grade.student().ne(student(5L)))
                .statement());

        assertThat(StandardSql.of(resolved.statement()))
                .isEqualTo("select grade.id, grade.\"value\", grade.received_on, grade.student_id, grade.subject_id"
                        + " from grades as grade where grade.student_id in (?, ?) and grade.student_id is not null"
                        + " and grade.student_id <> ?");
        assertThat(StandardSql.values(resolved.statement())).containsExactly(3L, 4L, 5L);
    }

    @Test
    void refusesAnEntityWithoutIdentifier() {
        Student unsaved = MODEL.entity(Student.class).access().instantiate();

        assertThatThrownBy(() -> resolver.resolve(
                        select(grade).where(grade.student().eq(unsaved)).statement()))
                .isInstanceOf(QueryException.class)
                .hasMessage("The query compares with a Student that has no identifier yet; persist it and flush the"
                        + " session first.");
    }

    @Test
    void refusesATableThatTheQueryDoesNotHave() {
        assertThatThrownBy(() -> resolver.resolve(select(grade.value)
                        .from(grade)
                        .where(student.fullName.eq("x"))
                        .statement()))
                .isInstanceOf(QueryException.class)
                .hasMessage("The query uses Student \"student\", which is none of its tables; add it: from(student) or"
                        + " join(…, student).");
        Subquery unused = select(student.id).from(student).as("ids");
        assertThatThrownBy(() -> resolver.resolve(select(grade.value)
                        .from(grade)
                        .where(unused.get(student.id).eq(1))
                        .statement()))
                .hasMessage("The query uses \"ids\", which is none of its tables; add it by from(…) or join(…).");
    }

    @Test
    void refusesOneAliasForTwoTables() {
        assertThatThrownBy(() -> resolver.resolve(select(student.id)
                        .from(student)
                        .where(student.id.in(select(student.id).from(student)))
                        .statement()))
                .isInstanceOf(QueryException.class)
                .hasMessage(
                        "Two tables are called \"student\", one in a query, the other in a subquery of it; give one of"
                                + " them an alias of its own: new QStudent(\"student2\").");
        assertThatThrownBy(() -> resolver.resolve(select(student.id)
                        .from(student)
                        .join(new QGroup("student"), student.id.eq(1))
                        .statement()))
                .hasMessageStartingWith("Two tables are called \"student\" in one query; give");
        assertThatThrownBy(() -> resolver.resolve(
                        select(new QGroup("student").name).from(student).statement()))
                .hasMessageStartingWith("The alias \"student\" is used for two different tables");
    }

    @Test
    void refusesAJoinConditionThatNeedsALaterTable() {
        assertThatThrownBy(() -> resolver.resolve(select(group.name)
                        .from(group)
                        .join(student, student.group().name.eq(group.name))
                        .statement()))
                .hasMessage(
                        "The condition of the join with \"student\" walks along student.group, which would have to be"
                                + " joined before it. Join student.group by itself, or move the condition to where(…).");
        assertThatThrownBy(() -> resolver.resolve(select(group.name)
                        .from(group)
                        .join(student, grade.value.eq(1))
                        .join(student.grades(), grade)
                        .statement()))
                .hasMessage("The condition of a join uses \"grade\", which is joined later; join it before.");
    }

    @Test
    void updatesAndDeletesOneTable() {
        UpdateQuery update = update(student)
                .set(student.fullName, student.fullName.concat("!"))
                .where(student.id.eq(1));
        DeleteQuery delete = delete(grade).where(grade.student().id.eq(1));

        assertThat(StandardSql.of(resolver.resolve(update.statement())))
                .isEqualTo("update students as student set full_name = student.full_name || ? where student.id = ?");
        assertThat(StandardSql.of(resolver.resolve(delete.statement())))
                .isEqualTo("delete from grades as grade where grade.student_id = ?");
    }

    @Test
    void asksAConditionAlongAssociationsInASelectOfIdentifiers() {
        DeleteQuery delete = delete(grade).where(grade.student().group().name.eq("A-1"));

        assertThat(StandardSql.of(resolver.resolve(delete.statement())))
                .isEqualTo(
                        "delete from grades as grade where grade.id in (select grade_matching.id from grades as grade_matching"
                                + " join students as student on grade_matching.student_id = student.id"
                                + " join \"groups\" as student_group on student.group_id = student_group.id where student_group.name = ?)");
    }

    @Test
    void setsTheKeyOfAnAssociation() {
        EntityRef.Root root = new EntityRef.Root(Grade.class, "grade");
        Update update = new Update(
                new EntitySource(root),
                List.of(new Assignment(
                        new EntityValue(new EntityRef.Association(root, "student", Student.class, false)),
                        new Value(student(9L), new AttributeType<>(Student.class, Student.class, "")))),
                null);

        assertThat(StandardSql.of(resolver.resolve(update))).isEqualTo("update grades as grade set student_id = ?");
        assertThat(StandardSql.values(resolver.resolve(update))).containsExactly(9L);
        assertThat(StandardSql.of(resolver.resolve(
                        update(grade).set(grade.student().id, 9L).statement())))
                .isEqualTo("update grades as grade set student_id = ?");
    }

    @Test
    void refusesToUpdateWhatCannotBeSet() {
        assertThatThrownBy(() ->
                        resolver.resolve(update(student).set(student.id, 2L).statement()))
                .hasMessage(
                        "The update sets the identifier Student.id, which never changes; insert a new row and delete the"
                                + " old one.");
        assertThatThrownBy(() ->
                        resolver.resolve(update(pet).set(pet.badgeNumber, "7").statement()))
                .hasMessage(
                        "The update sets Pet.badgeNumber, which its mapping says is not updatable; take it out, or remove"
                                + " updatable = false.");
        assertThatThrownBy(() -> resolver.resolve(
                        update(grade).set(grade.student().fullName, "x").statement()))
                .hasMessageStartingWith("An update sets attributes of the entity that it updates, not of others");
        assertThatThrownBy(() -> resolver.resolve(update(student)
                        .set(student.fullName, student.group().name)
                        .statement()))
                .hasMessage(
                        "The update of \"student\" sets a value that is reached along an association, which an update"
                                + " cannot join; give it by a subquery.");
    }

    private static Student student(Long id) {
        Student student = MODEL.entity(Student.class).access().instantiate();
        MODEL.entity(Student.class).access().set(student, 0, id);
        return student;
    }

    @Test
    void refusesColumnsOfWhichAGroupHasMany() {
        assertThatThrownBy(() -> resolver.resolve(select(student.fullName, count())
                        .from(student)
                        .groupBy(student.group().id)
                        .statement()))
                .isInstanceOf(QueryException.class)
                .hasMessage("A query of groups also asks for \"student.full_name\", of which a group may have many."
                        + " Group by it too, or take one by min or max.");
        assertThatThrownBy(() -> resolver.resolve(select(count())
                        .from(student)
                        .groupBy(student.group().id)
                        .orderBy(student.fullName.asc())
                        .statement()))
                .isInstanceOf(QueryException.class);
        assertSql(
                select(student.fullName.length(), count())
                        .from(student)
                        .groupBy(student.fullName.length())
                        .orderBy(student.fullName.length().asc()),
                "select length(student.full_name), count(*) from students as student"
                        + " group by length(student.full_name) order by length(student.full_name)");
    }

    private void assertSql(Query<?> query, String sql) {
        assertThat(StandardSql.of(resolver.resolve(query.statement()).statement()))
                .isEqualTo(sql);
    }

    @Test
    void refusesAnOrderByWhatADistinctQueryDoesNotSelect() {
        Query<String> names = select(grade.student().fullName)
                .from(grade)
                .distinct()
                .orderBy(grade.student().fullName.asc(), grade.value.asc());

        assertThatThrownBy(() -> resolver.resolve(names.statement()))
                .isInstanceOf(QueryException.class)
                .hasMessage(
                        "A distinct query is ordered by \"grade.value\", which it does not select, so equal rows could stand"
                                + " in several places. Select it too, or leave one of them out.");
        resolver.resolve(select(grade.student().fullName)
                .from(grade)
                .distinct()
                .orderBy(grade.student().fullName.asc())
                .statement());
    }

    @Test
    void refusesAColumnBesideAnAggregateOfAllRows() {
        Query<?> both = select(grade.student().fullName, count()).from(grade);

        assertThatThrownBy(() -> resolver.resolve(both.statement()))
                .isInstanceOf(QueryException.class)
                .hasMessage("A query of all rows together also asks for \"student.full_name\", of which there are many."
                        + " Group by it: groupBy(…), or leave it out.");
        resolver.resolve(select(max(grade.value), count()).from(grade).statement());
    }
}
