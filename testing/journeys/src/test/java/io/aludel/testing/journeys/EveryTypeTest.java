// SPDX-License-Identifier: Apache-2.0
package io.aludel.testing.journeys;

import static io.aludel.testing.journeys.shop.QEverything.everything;
import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.orm.Session;
import io.aludel.orm.SessionFactory;
import io.aludel.testing.databases.FreshDatabase;
import io.aludel.testing.databases.OnEveryDatabase;
import io.aludel.testing.journeys.shop.Everything;
import io.aludel.testing.journeys.shop.Samples;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A model with everything, under hard names, from the first revision to rows that are read back. */
@OnEveryDatabase
class EveryTypeTest {
    @TempDir
    private Path folder = Path.of("");

    private final World world;

    EveryTypeTest(FreshDatabase database) {
        world = new World(database);
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void aModelWithEverythingIsMigratedUpAndDownAndUpAgain() {
        world.migrate(World.shop(), folder);

        assertThat(world.migrations(World.shop(), folder).check().operations()).isEmpty();
        assertThat(world.migrations(World.shop(), folder).check().undecided()).isEmpty();

        world.migrations(World.shop(), folder).downgrade("base");
        world.migrations(World.shop(), folder).upgrade("head");

        assertThat(world.migrations(World.shop(), folder).check().operations()).isEmpty();
    }

    @Test
    void createAllMakesWhatMigrationsMake() {
        world.shopCreated();

        assertThat(world.migrations(World.shop(), folder).check().operations()).isEmpty();
    }

    @Test
    void rowsAtTheEndsOfEachTypeAreReadBackAsTheyWere() {
        SessionFactory sessions = world.shopCreated();
        List<Everything> rows = new ArrayList<>(List.of(Samples.least(), Samples.greatest(), Samples.nothing()));
        rows.addAll(Samples.moments());
        rows.addAll(Samples.hostile());

        sessions.inTransaction(session -> session.persistAll(rows));

        List<Map<String, Object>> read = sessions.fromTransaction(
                session -> session.select(everything).from(everything).orderBy(everything.id.asc()).list().stream()
                        .map(Samples::values)
                        .toList());
        for (int i = 0; i < rows.size(); i++) {
            Map<String, Object> expected = Samples.values(rows.get(i));
            expected.put("theirs", "by the database");
            assertThat(read.get(i)).containsExactlyEntriesOf(expected);
        }
    }

    @Test
    void whatHasBeenReadIsNotChanged() {
        SessionFactory sessions = world.shopCreated();
        sessions.inTransaction(
                session -> session.persistAll(List.of(Samples.least(), Samples.greatest(), Samples.nothing())));
        world.statements().clear();

        sessions.inTransaction(
                session -> session.select(everything).from(everything).list());

        assertThat(world.statements().sql()).noneMatch(sql -> sql.startsWith("update"));
    }

    @Test
    void everyValueIsOverwrittenByEveryOther() {
        SessionFactory sessions = world.shopCreated();
        Everything row = Samples.nothing();
        sessions.inTransaction(session -> session.persist(row));

        for (Everything other : List.of(Samples.greatest(), Samples.least(), Samples.nothing())) {
            sessions.inTransaction(session -> Samples.copy(other, session.get(Everything.class, row.getId())));

            try (Session session = sessions.open()) {
                Map<String, Object> read = Samples.values(session.get(Everything.class, row.getId()));
                Map<String, Object> expected = Samples.values(other);
                for (String own : List.of("id", "version", "once", "theirs")) {
                    expected.put(own, read.get(own));
                }
                assertThat(read).containsExactlyEntriesOf(expected);
            }
        }
    }
}
