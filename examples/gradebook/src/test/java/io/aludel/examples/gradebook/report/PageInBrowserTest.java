// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.gradebook.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.aludel.examples.gradebook.Gradebook;
import io.aludel.examples.gradebook.model.Grade;
import io.aludel.examples.gradebook.model.Group;
import io.aludel.examples.gradebook.model.Lecturer;
import io.aludel.examples.gradebook.model.Student;
import io.aludel.examples.gradebook.model.Subject;
import io.aludel.examples.gradebook.question.Choices.Given;
import io.aludel.orm.Session;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page, opened in a real browser, with names that are long, hostile or read from the right. */
class PageInBrowserTest {
    private static final int PHONE = 360;
    private static final int DESKTOP = 1280;
    private static final int HEIGHT = 800;

    private static final String OPEN_TABLES =
            "document.querySelectorAll('details').forEach(one => one.open = true) + ''";
    private static final String WHAT_IS_THERE = "[document.querySelectorAll('article').length,"
            + " document.querySelectorAll('script, img').length, document.documentElement.lang, document.title].join(' ')";

    /** Every text and what is behind it, where they differ too little to be read well (WCAG 2, level AA). */
    private static final String POOR_CONTRAST = """
            (() => {
              const canvas = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
              const known = new Map();
              const rgb = colour => {
                if (!known.has(colour)) {
                  canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1);
                  known.set(colour, canvas.getImageData(0, 0, 1, 1).data);
                }
                return known.get(colour);
              };
              const light = colour => {
                const [r, g, b] = [...rgb(colour)].slice(0, 3).map(v => v / 255)
                  .map(v => v <= 0.04045 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4));
                return 0.2126 * r + 0.7152 * g + 0.0722 * b;
              };
              const behind = one => {
                while (one && rgb(getComputedStyle(one).backgroundColor)[3] === 0) one = one.parentElement;
                return one ? getComputedStyle(one).backgroundColor : 'white';
              };
              const poor = (one, colour, least) => {
                const [a, b] = [light(colour), light(behind(one))].sort((x, y) => y - x);
                return (a + 0.05) / (b + 0.05) < least;
              };
              const found = [];
              for (const one of document.querySelectorAll('body *')) {
                const style = getComputedStyle(one);
                const says = [...one.childNodes].some(node => node.nodeType === 3 && node.data.trim());
                const inSvg = one instanceof SVGElement;
                if (says && !['title', 'desc', 'style'].includes(one.tagName) && poor(one, inSvg ? style.fill : style.color, 4.5)) {
                  found.push(one.tagName + '.' + one.getAttribute('class'));
                }
                if (one.matches('.bar, .marker') && poor(one, style.fill, 3)) found.push(one.getAttribute('class'));
              }
              return found.join(' ');
            })()
            """;

    /** What reaches beyond the page's right edge, but for what is in a box of its own that scrolls. */
    private static final String TOO_WIDE = """
            [...document.querySelectorAll('body *')]
              .filter(one => !one.closest('.scroll') && one.getBoundingClientRect().right > innerWidth + 0.5)
              .map(one => one.tagName + '.' + one.getAttribute('class')).join(' ')
            """;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void looksRightOnPhonesAndDesktopsInLightAndDark() throws IOException, InterruptedException, TimeoutException {
        Optional<Path> program = Chromium.program(System.getenv());
        assumeTrue(
                program.isPresent(),
                "Skipped: there is no Chromium on the path (chromium, chromium-browser, google-chrome);"
                        + " the environment variable CHROME may name one.");
        Path page = write();

        try (Chromium browser = new Chromium(program.orElseThrow(), folder.resolve("profile"))) {
            for (String scheme : List.of("light", "dark")) {
                browser.open(page, PHONE, HEIGHT, scheme);
                assertThat(browser.evaluate("getComputedStyle(document.body).backgroundColor"))
                        .isEqualTo(scheme.equals("light") ? "rgb(245, 246, 248)" : "rgb(16, 20, 24)");
                assertFits(browser, PHONE);
                browser.evaluate(OPEN_TABLES);
                assertFits(browser, PHONE);
                assertThat(browser.evaluate(POOR_CONTRAST)).as(scheme).isEmpty();
                assertThat(browser.evaluate(WHAT_IS_THERE)).isEqualTo("10 0 en Gradebook report");
                assertSilent(browser, page);
            }
            browser.open(page, DESKTOP, HEIGHT, "light");
            browser.evaluate(OPEN_TABLES);
            assertFits(browser, DESKTOP);
        }
    }

    private static void assertFits(Chromium browser, int width) throws InterruptedException, TimeoutException {
        assertThat(browser.evaluate("document.documentElement.scrollWidth + ''"))
                .as("width of the page in a window of " + width)
                .isEqualTo(Integer.toString(width));
        assertThat(browser.evaluate(TOO_WIDE)).as("in a window of " + width).isEmpty();
    }

    /** No errors, and nothing is loaded but the page. */
    private static void assertSilent(Chromium browser, Path page) {
        assertThat(browser.events("Log.entryAdded", "Runtime.exceptionThrown", "Runtime.consoleAPICalled"))
                .isEmpty();
        assertThat(browser.events("Network.requestWillBeSent"))
                .isNotEmpty()
                .allSatisfy(
                        request -> assertThat(request).containsAnyOf("\"url\":\"" + page.toUri(), "\"url\":\"data:,"));
    }

    private Path write() {
        Path page = folder.resolve("the page.html");
        try (Gradebook gradebook = new Gradebook("sqlite:" + folder.resolve("gradebook.db"))) {
            gradebook.migrations().upgrade("head", one -> {});
            gradebook.write(PageInBrowserTest::fill);
            ReportFile.at(page).write(gradebook.read(session -> Report.read(session, Given.NOTHING)));
        }
        return page;
    }

    private static Void fill(Session session) {
        List<Group> groups = new ArrayList<>(List.of(
                new Group("W".repeat(50)), new Group("<script>alert(1)</script>"), new Group("קבוצה ראשונה של השנה")));
        IntStream.range(0, 8).forEach(i -> groups.add(new Group("A-" + i)));
        Lecturer by = new Lecturer("Ada " + "y".repeat(146));
        List<Subject> subjects = new ArrayList<>(
                List.of(new Subject("x".repeat(100), by), new Subject("<img src=x onerror=alert(1)>", by)));
        IntStream.range(0, 8).forEach(i -> subjects.add(new Subject("Subject " + i, by)));
        // The first by name, and so the one whose course is shown.
        List<Student> students = new ArrayList<>(
                List.of(new Student("\"><script>console.error(1)</script>" + "z".repeat(100), groups.get(0))));
        IntStream.range(0, 40).forEach(i -> students.add(new Student("محمد " + i, groups.get(i % 5))));
        session.persistAll(groups);
        session.persist(by);
        session.persistAll(subjects);
        session.persistAll(students);
        for (int i = 0; i < 400; i++) {
            session.persist(new Grade(
                    students.get(i % 10 == 0 ? 0 : i % students.size()),
                    subjects.get(i % 9),
                    1 + i % 12,
                    LocalDate.of(2025, 9, 1).plusDays(i % 270)));
        }
        return null;
    }
}
