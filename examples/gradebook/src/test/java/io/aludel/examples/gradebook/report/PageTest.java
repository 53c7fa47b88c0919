// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.gradebook.report;

import static io.aludel.examples.gradebook.model.QGrade.grade;
import static io.aludel.examples.gradebook.model.QGroup.group;
import static io.aludel.examples.gradebook.model.QSubject.subject;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.examples.gradebook.Gradebook;
import io.aludel.examples.gradebook.Kind;
import io.aludel.examples.gradebook.answer.Average;
import io.aludel.examples.gradebook.model.Grade;
import io.aludel.examples.gradebook.model.Group;
import io.aludel.examples.gradebook.model.Lecturer;
import io.aludel.examples.gradebook.model.Student;
import io.aludel.examples.gradebook.model.Subject;
import io.aludel.examples.gradebook.question.Answer;
import io.aludel.examples.gradebook.question.Choices;
import io.aludel.examples.gradebook.question.Choices.Given;
import io.aludel.examples.gradebook.question.Question;
import io.aludel.orm.Session;
import io.aludel.testing.databases.FreshDatabase;
import io.aludel.testing.databases.OnEveryDatabase;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnEveryDatabase
class PageTest {
    /** The page of a random seed, from the first database. */
    private static final Map<Long, String> FIRST = new ConcurrentHashMap<>();

    private final Gradebook gradebook;

    PageTest(FreshDatabase database) {
        gradebook = new Gradebook(database.dsn());
    }

    @BeforeEach
    void makeTables() {
        gradebook.migrations().upgrade("head", one -> {});
    }

    @AfterEach
    void close() {
        gradebook.close();
    }

    @Test
    void showsTheTenAnswers() {
        gradebook.seed(2);
        Html page = page(Given.NOTHING);

        for (Question question : Question.homework()) {
            Answer answer = gradebook.read(session -> question.ask(session, Choices.orFirst(session, Given.NOTHING)));
            List<List<String>> shown = page.answer(question.number()).table();
            assertThat(shown.subList(1, shown.size()))
                    .as("question " + question.number())
                    .isEqualTo(answer.rows().stream()
                            .map(row -> row.stream().map(Object::toString).toList())
                            .toList());
            assertThat(page.answer(question.number()).all("<h3>.*?</span> (.*?)</h3>"))
                    .containsExactly(question.title());
        }
        assertThat(page.answer(7).table().get(0)).containsExactly("Student", "Grade", "Received on");
        assertThat(page.answer(3).text()).contains("<td class=\"number\">");
        assertThat(page.answer(4).text()).doesNotContain("class=\"number\"");
    }

    @Test
    void saysWhatTheAnswersAreAbout() {
        gradebook.seed(2);
        Student about = gradebook.read(session -> session.get(Student.class, 9L));
        Given given = new Given(
                Map.of(Kind.STUDENT, about.fullName(), Kind.GROUP, "B-1", Kind.SUBJECT, "2", Kind.LECTURER, "1"),
                new BigDecimal("7.5"));
        Html page = page(given);
        String subjectName =
                gradebook.read(session -> session.get(Subject.class, 2L).name());
        String lecturerName =
                gradebook.read(session -> session.get(Lecturer.class, 1L).fullName());

        assertThat(about(page, 2)).containsExactly("Subject: " + subjectName);
        assertThat(about(page, 4)).containsExactly("Group: B-1");
        assertThat(about(page, 7)).containsExactly("Group: B-1", "Subject: " + subjectName);
        assertThat(about(page, 8)).containsExactly("Lecturer: " + lecturerName);
        assertThat(about(page, 9)).containsExactly("Student: " + about.fullName(), "Passing: 7.5");
        assertThat(about(page, 10)).containsExactly("Student: " + about.fullName(), "Lecturer: " + lecturerName);
        assertThat(page.section("course").text()).contains(about.fullName());
        assertThat(about(page(Given.NOTHING), 4)).isEmpty();
    }

    @Test
    void showsTheAveragesByGroupAndSubject() {
        gradebook.seed(3);
        Html averages = page(Given.NOTHING).section("averages");

        List<List<String>> plain = gradebook.read(PageTest::plainAverages);
        assertThat(averages.table()).isEqualTo(plain);
        assertThat(averages.all("<h3 dir=\"auto\">(.*?)</h3>"))
                .isEqualTo(plain.stream().skip(1).map(row -> row.get(0)).toList());
        assertThat(averages.all("<text class=\"value\"[^>]*>(.*?)</text>"))
                .isEqualTo(plain.stream()
                        .skip(1)
                        .flatMap(row -> row.stream().skip(1))
                        .filter(value -> !value.equals("–"))
                        .toList());
    }

    @Test
    void showsTheDistribution() {
        gradebook.seed(3);
        Html page = page(Given.NOTHING);
        Html distribution = page.section("distribution");

        Map<Integer, Long> plain = gradebook.read(
                session -> session.select(grade).list().stream().collect(groupingBy(Grade::value, counting())));
        List<String> counts = IntStream.rangeClosed(1, 12)
                .mapToObj(value -> Long.toString(plain.getOrDefault(value, 0L)))
                .toList();
        assertThat(distribution.table()).hasSize(13).element(0).isEqualTo(List.of("Grade", "Number", "Share"));
        assertThat(distribution.table().stream().skip(1).map(row -> row.get(1))).isEqualTo(counts);
        assertThat(distribution.all("<text class=\"value\"[^>]*>(.*?)</text>")).isEqualTo(counts);
        long all = plain.values().stream().mapToLong(Long::longValue).sum();
        assertThat(distribution.table().get(12).get(2))
                .isEqualTo(String.format(Locale.ROOT, "%.1f %%", 100.0 * plain.get(12) / all));
        assertThat(page.all("<dd>(.*?)</dd>").subList(4, 6))
                .containsExactly(Long.toString(all), gradebook.read(PageTest::plainAverage));
    }

    @Test
    void showsTheCourseOfAStudent() {
        gradebook.seed(3);
        Html course = page(new Given(Map.of(Kind.STUDENT, "4"), null)).section("course");

        List<Grade> plain = gradebook.read(
                session -> session.select(grade).where(grade.student().id.eq(4L)).list().stream()
                        .sorted(Comparator.comparing(Grade::receivedOn).thenComparing(Grade::id))
                        .peek(one -> one.subject().name())
                        .toList());
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("Date", "Subject", "Grade", "Average so far"));
        int sum = 0;
        for (Grade one : plain) {
            sum += one.value();
            rows.add(List.of(
                    one.receivedOn().toString(),
                    one.subject().name(),
                    Integer.toString(one.value()),
                    new Average(sum, rows.size()).shown().toString()));
        }
        assertThat(course.table()).isEqualTo(rows);
        assertThat(course.between("<svg class=\"plot", "<ul").all("<path class=\"marker[^>]*><title>(.*?)</title>"))
                .isEqualTo(plain.stream()
                        .map(one -> one.receivedOn() + ", " + one.subject().name() + ": " + one.value())
                        .toList());
    }

    @Test
    void isTheSameForTheSameRowsOnEveryDatabaseAndInEveryTimeZone() {
        gradebook.seed(5);
        String page = page(Given.NOTHING).text();
        TimeZone before = TimeZone.getDefault();
        TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
        try {
            assertThat(page(Given.NOTHING).text()).isEqualTo(page);
        } finally {
            TimeZone.setDefault(before);
        }
        assertThat(page).isEqualTo(FIRST.computeIfAbsent(5L, any -> page));
    }

    @Test
    void isAPageWithoutRows() {
        Html page = page(Given.NOTHING);

        assertThat(page.text())
                .contains(
                        "There are no rows yet: <code>gradebook seed</code> makes some.",
                        "There are no grades yet.",
                        "There is no student yet.")
                .doesNotContain("class=\"plot", "<table");
        assertThat(page.all("<h3>(.*?)</h3>")).hasSize(10);
        assertThat(page.answer(4).text()).as("needs no group").contains("No rows.");
    }

    @Test
    void isAPageWithoutGrades() {
        gradebook.write(session -> {
            Group in = new Group("A-1");
            session.persistAll(List.of(in, new Student("Bob <b>", in)));
            return null;
        });
        Html page = page(Given.NOTHING);

        assertThat(page.section("course").text()).contains("Bob &lt;b&gt;</bdi> has no grades yet.");
        assertThat(page.answer(6).table()).containsExactly(List.of("Student"), List.of("Bob <b>"));
        assertThat(page.answer(3).text()).contains("There is no subject yet.");
        assertThat(page.answer(1).text()).contains("No rows.");
        assertThat(page.text()).doesNotContain("class=\"plot", "gradebook seed");
    }

    @Test
    void escapesEveryName() {
        String hostile = "</style></title><script>alert('1')</script>\"=`{{css}}&amp;\\%_;--😀";
        String rightToLeft = "\u202Eאבג";
        gradebook.write(session -> {
            Group in = new Group(hostile.substring(16));
            Student of = new Student(hostile, in);
            Lecturer by = new Lecturer(hostile);
            Subject about = new Subject(hostile, by);
            session.persistAll(List.of(in, of, by, about));
            session.persist(new Grade(of, about, 7, LocalDate.of(2026, 1, 5)));
            session.persist(new Student(rightToLeft, in));
            return null;
        });
        Html page = page(Given.NOTHING);

        assertThat(page.text().split("<script|</style>|</title>alert|\\{\\{\\{", -1))
                .as("the parts between the style sheets' ends: the page's, and that of the picture of the tables")
                .hasSize(3);
        assertThat(page.text()).doesNotContain("alert('", "\"=`");
        assertThat(page.answer(1).table().get(1)).containsExactly(hostile, "7.00");
        assertThat(page.answer(6).table().subList(1, 3)).containsExactly(List.of(hostile), List.of(rightToLeft));
        assertThat(page.answer(6).text()).contains("<bdi dir=\"auto\">" + rightToLeft + "</bdi>");
        assertThat(page.section("averages").all("<h3 dir=\"auto\">(.*?)</h3>")).containsExactly(hostile);
    }

    @Test
    void staysSmallWhateverThereIs() {
        gradebook.write(session -> {
            List<Group> groups =
                    IntStream.range(10, 40).mapToObj(i -> new Group("G" + i)).toList();
            Lecturer by = new Lecturer("Ada");
            List<Subject> subjects = IntStream.range(10, 40)
                    .mapToObj(i -> new Subject("S" + i, by))
                    .toList();
            List<Student> students = IntStream.range(1000, 1150)
                    .mapToObj(i -> new Student("P" + i, groups.get(0)))
                    .toList();
            session.persistAll(groups);
            session.persist(by);
            session.persistAll(subjects);
            session.persistAll(students);
            for (int i = 0; i < 250; i++) {
                session.persist(new Grade(
                        students.get(0),
                        subjects.get(i % 30),
                        1 + i % 12,
                        LocalDate.of(2026, 1, 1).plusDays(i)));
            }
            return null;
        });
        Html page = page(Given.NOTHING);

        assertThat(page.answer(6).table()).hasSize(101).last().isEqualTo(List.of("P1099"));
        assertThat(page.answer(6).text()).contains("Showing the first 100 of 150 rows.");
        assertThat(page.answer(6).text()).contains("tabindex=\"0\" role=\"region\"");
        assertThat(page.answer(8).text()).doesNotContain("Showing", "tabindex");
        assertThat(page.section("averages").table())
                .hasSize(13)
                .allSatisfy(row -> assertThat(row).hasSize(13));
        assertThat(page.section("averages").text())
                .contains("Showing the first 12 of 30 groups by name.", "Showing the first 12 of 30 subjects by name.");
        assertThat(page.section("course").table()).hasSize(201);
        assertThat(page.section("course").text()).contains("Showing the newest 200 of 250 grades.");
        assertThat(page.section("course").table().get(200))
                .containsExactly("2026-09-07", "S19", "10", gradebook.read(PageTest::plainAverage));
    }

    private Html page(Given given) {
        return new Html(Page.html(gradebook.read(session -> Report.read(session, given))));
    }

    private static List<String> about(Html page, int number) {
        return page.answer(number).all("<p class=\"about\">(.*?)</p>");
    }

    private static String plainAverage(Session session) {
        List<Grade> all = session.select(grade).list();
        return new Average(all.stream().mapToLong(Grade::value).sum(), all.size())
                .shown()
                .toString();
    }

    private static List<List<String>> plainAverages(Session session) {
        List<Grade> all = session.select(grade).list();
        List<String> groups =
                session.select(group.name).from(group).list().stream().sorted().toList();
        List<String> subjects = session.select(subject.name).from(subject).list().stream()
                .sorted()
                .toList();
        Stream<List<String>> head = Stream.of(join("Subject", groups.stream()));
        return Stream.concat(
                        head,
                        subjects.stream().map(in -> join(in, groups.stream().map(of -> average(all, of, in)))))
                .toList();
    }

    private static String average(List<Grade> all, String of, String in) {
        List<Grade> own = all.stream()
                .filter(one -> one.subject().name().equals(in)
                        && one.student().group().name().equals(of))
                .toList();
        return own.isEmpty()
                ? "–"
                : new Average(own.stream().mapToLong(Grade::value).sum(), own.size())
                        .shown()
                        .toString();
    }

    private static List<String> join(String first, Stream<String> others) {
        return Stream.concat(Stream.of(first), others).toList();
    }
}
