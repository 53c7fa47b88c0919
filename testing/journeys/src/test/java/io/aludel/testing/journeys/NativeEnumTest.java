// SPDX-License-Identifier: Apache-2.0
package io.aludel.testing.journeys;

import static io.aludel.testing.journeys.shop.QFeeling.feeling;
import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.core.dialect.Feature;
import io.aludel.mapping.Model;
import io.aludel.orm.SessionFactory;
import io.aludel.testing.databases.FreshDatabase;
import io.aludel.testing.databases.OnEveryDatabase;
import io.aludel.testing.journeys.shop.Feeling;
import io.aludel.testing.journeys.shop.Feeling.Mood;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An enum by name goes into an enum type of the database's, where there are such, and into text elsewhere. */
@OnEveryDatabase
class NativeEnumTest {
    @TempDir
    private Path folder = Path.of("");

    private final World world;

    NativeEnumTest(FreshDatabase database) {
        world = new World(database);
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void isMigratedWrittenFoundAndChanged() {
        if (world.engine().dialect().capabilities().has(Feature.ENUM_TYPES)) {
            world.execute("create type mood as enum ('SAD', 'HAPPY')");
        }
        Model model = Model.of(Feeling.class);
        world.migrate(model, folder);
        SessionFactory sessions = world.sessions(model);
        Feeling happy = new Feeling();
        happy.mood = Mood.HAPPY;

        sessions.inTransaction(session -> session.persistAll(List.of(happy, new Feeling())));
        sessions.inTransaction(session -> {
            Feeling found = session.select(feeling)
                    .where(feeling.mood.in(Mood.HAPPY, Mood.SAD))
                    .single();
            assertThat(found.id).isEqualTo(happy.id);
            found.mood = Mood.SAD;
        });

        sessions.inTransaction(session -> {
            assertThat(session.get(Feeling.class, happy.id).mood).isEqualTo(Mood.SAD);
        });
    }
}
