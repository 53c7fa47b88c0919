// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.gradebook.report;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import io.aludel.examples.gradebook.Kind;
import io.aludel.examples.gradebook.answer.Average;
import io.aludel.examples.gradebook.report.chart.Count;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The page as the template needs it: {@code page.mustache}, which takes in the charts and {@code page.css}. All that is written into it is
 * escaped, but for the style sheet and the picture of the tables.
 *
 * @param isEmpty whether there is not a single row
 * @param averages null if there are no grades
 * @param distribution null if there are no grades
 * @param course null if the student who was asked about has no grades, or there is none
 * @param student who was asked about; null if there is none
 */
record Page(
        List<Fact> facts,
        boolean isEmpty,
        @Nullable AveragesView averages,
        @Nullable DistributionView distribution,
        @Nullable CourseView course,
        @Nullable String student,
        List<AnswerView> answers) {
    /** The template's first lines; what was written by it is known by this. */
    static final String MARK = "<meta name=\"generator\" content=\"gradebook report\">";

    /** A number and what it is of. */
    record Fact(String label, String value) {}

    /** The whole page. */
    static String html(Report report) {
        Template template = Mustache.compiler()
                .emptyStringIsFalse(true)
                .withLoader(Page::resource)
                .compile(resource("page"));
        return template.execute(of(report));
    }

    static Page of(Report report) {
        boolean hasGrades = report.distribution().total() > 0;
        Course course = report.course();
        boolean hasCourse = course != null && !course.grades().isEmpty();
        return new Page(
                facts(report),
                report.numbers().values().stream().allMatch(number -> number == 0),
                hasGrades ? AveragesView.of(report) : null,
                hasGrades ? DistributionView.of(report.distribution()) : null,
                hasCourse ? CourseView.of(course) : null,
                course == null ? null : course.student().name(),
                report.answers().stream()
                        .map(answer -> AnswerView.of(answer, report.numbers()))
                        .toList());
    }

    private static List<Fact> facts(Report report) {
        return List.of(
                new Fact("Students", number(report, Kind.STUDENT)),
                new Fact("Groups", number(report, Kind.GROUP)),
                new Fact("Lecturers", number(report, Kind.LECTURER)),
                new Fact("Subjects", number(report, Kind.SUBJECT)),
                new Fact("Grades", Count.full(report.distribution().total())),
                new Fact(
                        "Average",
                        report.distribution()
                                .average()
                                .map(Average::shown)
                                .map(Object::toString)
                                .orElse("–")));
    }

    private static String number(Report report, Kind kind) {
        return Count.full(report.numbers().get(kind));
    }

    /** The style sheet. */
    String css() {
        return text("page.css");
    }

    /** The tables as a picture, drawn by {@code aludel diagram}; without the line that only a file of its own begins with. */
    String tables() {
        String file = text("gradebook.svg");
        return file.substring(file.indexOf("<svg"));
    }

    private static Reader resource(String template) {
        return new StringReader(text(template + ".mustache"));
    }

    private static String text(String name) {
        try (InputStream in = Objects.requireNonNull(Page.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
