// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.gradebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.aludel.core.dialect.Feature;
import io.aludel.testing.databases.FreshDatabase;
import io.aludel.testing.databases.OnEveryDatabase;
import io.aludel.testing.databases.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.TimeZone;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.zip.CRC32;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnEveryDatabase
class SeedTest {
    private static final List<String> TABLES = List.of("\"groups\"", "lecturers", "subjects", "students", "grades");
    private static final List<String> ROWS = List.of(
            "select id, name from \"groups\"",
            "select id, full_name from lecturers",
            "select id, name, lecturer_id from subjects",
            "select id, full_name, group_id from students",
            "select id, student_id, subject_id, \"value\", cast(received_on as varchar(10)) from grades");

    private final FreshDatabase database;
    private final Gradebook gradebook;

    SeedTest(FreshDatabase database) {
        this.database = database;
        this.gradebook = new Gradebook(database.dsn());
    }

    @BeforeEach
    void makeTables() {
        gradebook.migrations().upgrade("head");
    }

    @AfterEach
    void close() {
        gradebook.close();
    }

    /** The figures stand here for all days to come; a new release of what makes the names may change them. */
    @Test
    void makesTheSameRowsOnAnyDayAndDatabase() throws SQLException {
        assertThat(gradebook.seed(1)).isEqualTo(new Seed.Made(3, 47, 3, 6, 442));
        assertThat(rows().subList(3, 12))
                .containsExactly(
                        "1, Phebe Lehner",
                        "2, Bobbye Dooley",
                        "3, Gilbert McLaughlin",
                        "1, Physics, 1",
                        "2, Geometry, 2",
                        "3, Databases, 3",
                        "4, Chemistry, 3",
                        "5, Biology, 3",
                        "6, Algebra, 2");
        assertThat(checksum()).isEqualTo(2_247_509_180L);
    }

    @Test
    void makesTheSameRowsInAnyCountry() throws SQLException {
        requireNumbersFromTheBeginning();
        gradebook.seed(7);
        List<String> here = rows();
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            for (String language : List.of("tr-TR", "th-TH-u-ca-buddhist-nu-thai")) {
                Locale.setDefault(Locale.forLanguageTag(language));
                TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Apia"));

                gradebook.reseed(SeedSize.homework(7), SeedProgress.SILENT);

                assertThat(rows()).as(language).isEqualTo(here);
            }
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
        gradebook.reseed(SeedSize.homework(8), SeedProgress.SILENT);
        assertThat(rows()).isNotEqualTo(here);
    }

    @Test
    void leavesAloneTheRowsOfAnotherSeedThatBeganBeforeAndEndsMeanwhile() throws Exception {
        CompletableFuture<Seed.Made> second = gradebook.write(session -> {
            new Seed(SeedSize.homework(1)).into(session, SeedProgress.SILENT);
            session.flush();
            CompletableFuture<Seed.Made> begun = CompletableFuture.supplyAsync(() -> gradebook.seed(2));
            pause();
            return begun;
        });

        assertThatThrownBy(() -> second.get(30, TimeUnit.SECONDS))
                .hasCauseInstanceOf(GradebookException.class)
                .hasMessageContaining("There are rows in " + gradebook.place() + " already; they are left alone.");
        assertThat(checksum()).as("rows of seed 1").isEqualTo(2_247_509_180L);
    }

    @Test
    void staysInsideTheHomeworksRanges() throws SQLException {
        for (long randomSeed = 0; randomSeed < 4; randomSeed++) {
            Seed.Made made = gradebook.reseed(SeedSize.homework(randomSeed), SeedProgress.SILENT);

            assertThat(made.groups()).isEqualTo(3);
            assertThat(made.students()).isBetween(30, 50);
            assertThat(made.lecturers()).isBetween(3, 5);
            assertThat(made.subjects()).isBetween(5, 8);
            assertThat(numbers("select count(*) from grades group by student_id"))
                    .hasSize(made.students())
                    .allSatisfy(grades -> assertThat(grades).isBetween(1L, 20L));
            assertThat(numbers("select distinct lecturer_id from subjects")).hasSize(made.lecturers());
            assertThat(numbers("select distinct \"value\" from grades"))
                    .allSatisfy(grade -> assertThat(grade).isBetween(1L, 12L));
            assertThat(counts())
                    .containsExactly(
                            (long) made.groups(),
                            (long) made.lecturers(),
                            (long) made.subjects(),
                            (long) made.students(),
                            (long) made.grades());
            assertThat(numbers("select count(distinct full_name) from students"))
                    .containsExactly((long) made.students());
        }
    }

    @Test
    void givesGradesOnWeekdaysOfOneSchoolYear() throws SQLException {
        gradebook.seed(size(200, 20), SeedProgress.SILENT);

        assertThat(database.rows("select distinct cast(received_on as varchar(10)) from grades"))
                .hasSizeGreaterThan(150)
                .allSatisfy(row -> {
                    LocalDate day = LocalDate.parse((String) row.get(0));
                    assertThat(day).isBetween(LocalDate.of(2025, 9, 1), LocalDate.of(2026, 5, 29));
                    assertThat(day.getDayOfWeek()).isNotIn(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
                });
        assertThat(numbers("select distinct \"value\" from grades order by 1")).hasSize(12);
    }

    /** For other programs, which know nothing of Aludel. */
    @Test
    void keepsDatesAsIsoTextInSqlite() throws SQLException {
        assumeTrue(database.database() == TestDatabase.SQLITE, "PostgreSQL has dates");
        gradebook.seed(1);

        assertThat(database.rows("select distinct typeof(received_on) from grades"))
                .containsExactly(List.of("text"));
        assertThat(numbers("select count(*) from grades where received_on glob '20[0-9][0-9]-[0-9][0-9]-[0-9][0-9]'"))
                .isEqualTo(numbers("select count(*) from grades"));
    }

    @Test
    void makesAsManyAsAreWantedAndTellsHowFarItHasCome() throws SQLException {
        assertThat(gradebook.seed(size(1, 1), SeedProgress.SILENT).grades()).isEqualTo(1);
        List<Integer> told = new ArrayList<>();
        Seed.Made made = gradebook.reseed(size(3_000, 3), (students, of) -> {
            assertThat(of).isEqualTo(3_000);
            told.add(students);
        });

        assertThat(told).hasSize(3).isSorted().doesNotHaveDuplicates().endsWith(3_000);

        assertThat(made.students()).isEqualTo(3_000);
        assertThat(numbers("select count(*) from grades group by student_id"))
                .hasSize(3_000)
                .allSatisfy(grades -> assertThat(grades).isBetween(1L, 3L));
        assertThat(numbers("select count(distinct full_name) from students")).containsExactly(3_000L);
        assertThat(numbers("select count(*) from students s join \"groups\" g on g.id = s.group_id"))
                .containsExactly(3_000L);
    }

    @Test
    void doesNotSearchForeverWhenNamesRunOut() throws SQLException {
        gradebook.write(session -> new Seed(size(40, 1), () -> "Ada Lovelace").into(session, SeedProgress.SILENT));

        assertThat(numbers("select count(*) from students where full_name = 'Ada Lovelace'"))
                .containsExactly(40L);
    }

    @Test
    void leavesAloneWhateverRowsThereAre() throws SQLException {
        for (String insert : List.of(
                "insert into \"groups\" (name) values ('x')", "insert into lecturers (full_name) values ('x')")) {
            database.execute("delete from \"groups\"", insert);
            assertThat(gradebook.hasRows()).isTrue();

            assertThatThrownBy(() -> gradebook.seed(1))
                    .isInstanceOf(GradebookException.class)
                    .hasMessage(
                            "There are rows in " + gradebook.place() + " already; they are left alone. To delete them"
                                    + " and make new ones: gradebook seed --reset. To keep them, use another database: gradebook"
                                    + " --url sqlite:other.db migrate");
            assertThat(numbers("select count(*) from students")).containsExactly(0L);
        }
    }

    /** Elsewhere new rows have new numbers. */
    private void requireNumbersFromTheBeginning() {
        assumeTrue(
                gradebook.<Boolean>read(
                        session -> session.connection().dialect().capabilities().has(Feature.IDENTITY_RESET)),
                "numbers begin anew with the rows");
    }

    @Test
    void beginsAnewAsIfThereHadNeverBeenRows() throws SQLException {
        requireNumbersFromTheBeginning();
        gradebook.seed(5);
        List<String> first = rows();
        gradebook.reseed(size(60, 4), SeedProgress.SILENT);
        assertThat(rows()).isNotEqualTo(first);

        gradebook.reseed(SeedSize.homework(5), SeedProgress.SILENT);

        assertThat(rows()).isEqualTo(first);
        assertThat(rows()).contains("1, A-1");
    }

    @Test
    void leavesNothingWhenItFailsHalfWay() throws SQLException {
        SeedProgress failing = (students, of) -> {
            if (students > of / 2) {
                throw new IllegalStateException("half-way");
            }
        };

        assertThatThrownBy(() -> gradebook.seed(size(1_000, 20), failing)).hasMessage("half-way");
        assertThat(counts()).containsOnly(0L);

        gradebook.seed(3);
        List<String> before = rows();
        assertThatThrownBy(() -> gradebook.reseed(size(1_000, 20), failing)).hasMessage("half-way");
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void refusesNumbersThatMakeNoSense() {
        assertThatThrownBy(() -> size(0, 20))
                .isInstanceOf(GradebookException.class)
                .hasMessage("There cannot be 0 students; give a number from 1 to 1000000.");
        assertThatThrownBy(() -> size(1, 1_001))
                .hasMessage("There cannot be 1001 grades; give a number from 1 to 1000.");
    }

    private static SeedSize size(int students, int grades) {
        return new SeedSize(OptionalInt.of(students), grades, 1);
    }

    private List<Long> counts() throws SQLException {
        List<Long> counts = new ArrayList<>();
        for (String table : TABLES) {
            counts.addAll(numbers("select count(*) from " + table));
        }
        return counts;
    }

    private List<Long> numbers(String query) throws SQLException {
        return database.rows(query).stream()
                .map(row -> ((Number) row.get(0)).longValue())
                .toList();
    }

    /** Every row of the five tables, as the columns read. */
    private List<String> rows() throws SQLException {
        List<String> rows = new ArrayList<>();
        for (String query : ROWS) {
            for (List<Object> row : database.rows(query + " order by id")) {
                rows.add(String.join(", ", row.stream().map(String::valueOf).toList()));
            }
        }
        return rows;
    }

    private long checksum() throws SQLException {
        CRC32 checksum = new CRC32();
        checksum.update(String.join("\n", rows()).getBytes(StandardCharsets.UTF_8));
        return checksum.getValue();
    }

    /** Long enough for the other to look and to wait. */
    private static void pause() {
        try {
            Thread.sleep(150);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
