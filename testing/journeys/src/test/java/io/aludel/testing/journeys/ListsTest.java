// SPDX-License-Identifier: Apache-2.0
package io.aludel.testing.journeys;

import static io.aludel.testing.journeys.shop.QLists.lists;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.core.dialect.Feature;
import io.aludel.core.dialect.UnsupportedFeatureException;
import io.aludel.mapping.Model;
import io.aludel.orm.SessionFactory;
import io.aludel.testing.databases.FreshDatabase;
import io.aludel.testing.databases.OnEveryDatabase;
import io.aludel.testing.journeys.shop.Lists;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lists of values are arrays, where there are such. */
@OnEveryDatabase
class ListsTest {
    @TempDir
    private Path folder = Path.of("");

    private final World world;

    ListsTest(FreshDatabase database) {
        world = new World(database);
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void areMigratedWrittenChangedInPlaceAndFound() {
        Model model = Model.of(Lists.class);
        if (!world.engine().dialect().capabilities().has(Feature.ARRAYS)) {
            assertThatThrownBy(() -> world.sessions(model).createAll())
                    .isInstanceOf(UnsupportedFeatureException.class)
                    .hasMessageContaining("has no arrays (varchar(40)[]).");
            return;
        }
        world.migrate(model, folder);
        assertThat(world.migrations(model, folder).check().operations()).isEmpty();
        SessionFactory sessions = world.sessions(model);
        Lists row = new Lists();
        row.words = new ArrayList<>(List.of("a,b", "\"", "Жук"));
        row.numbers = Arrays.asList(1, null);
        row.moments = List.of(Instant.parse("2026-03-29T01:30:00.000001Z"));
        row.lengths = List.of(Duration.ofMinutes(-1));
        row.prices = List.of(new BigDecimal("1.50"));
        sessions.inTransaction(session -> {
            session.persist(row);
            session.flush();
            row.words.add("later");
        });

        sessions.inTransaction(session -> {
            Lists read = session.select(lists)
                    .from(lists)
                    .where(lists.words.eq(List.of("a,b", "\"", "Жук", "later")))
                    .single();
            assertThat(read.words).containsExactly("a,b", "\"", "Жук", "later");
            assertThat(read.numbers).containsExactly(1, null);
            assertThat(read.moments).isEqualTo(row.moments);
            assertThat(read.lengths).isEqualTo(row.lengths);
            assertThat(read.prices).isEqualTo(row.prices);
            read.words = List.of();
            read.numbers = null;
        });
        sessions.inTransaction(session -> {
            Lists read = session.get(Lists.class, row.id);
            assertThat(read.words).isEmpty();
            assertThat(read.numbers).isNull();
        });
    }
}
