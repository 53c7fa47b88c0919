// SPDX-License-Identifier: Apache-2.0
package io.aludel.orm;

import static io.aludel.testkit.Expected.statement;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.orm.error.UnflushableException;
import io.aludel.orm.world.Egg;
import io.aludel.orm.world.Hen;
import io.aludel.orm.world.Player;
import io.aludel.orm.world.Team;
import io.aludel.testing.databases.FreshDatabase;
import io.aludel.testing.databases.OnEveryDatabase;
import java.util.List;
import org.junit.jupiter.api.Tag;

/** Tables that refer to each other. */
class FlushCycleTest {
    @OnEveryDatabase
    @Tag("O-9")
    void insertsFirstAndLinksAfterwardsAndClearsBeforeItDeletes(FreshDatabase database) {
        try (World world = new World(database, Team.class, Player.class)) {
            Team team = new Team("Dynamo");
            Player ann = new Player("Ann", team);
            Player bob = new Player("Bob", team);
            team.getPlayers().addAll(List.of(ann, bob));
            team.setCaptain(bob);
            world.sessions().inTransaction(session -> session.persist(team));
            world.statements()
                    .assertStatements(
                            world.insert(Team.class, 1),
                            world.insert(Player.class, 2),
                            statement("update team set captain_id = ? where team.id = ?")
                                    .row(2L, 1L));

            try (Session session = world.open()) {
                Team found = session.get(Team.class, team.getId());
                assertThat(found.getCaptain()).isSameAs(found.getPlayers().get(1));
                assertThat(found.getCaptain().getName()).isEqualTo("Bob");
                world.statements().clear();
                session.remove(found);
                session.commit();
            }
            world.statements()
                    .assertStatements(
                            statement("update team set captain_id = ? where team.id = ?")
                                    .row(null, 1L),
                            statement("delete from player where player.id = ?")
                                    .row(2L)
                                    .row(1L),
                            statement("delete from team where team.id = ?").row(1L));
        }
    }

    @OnEveryDatabase
    @Tag("O-5")
    void loadsWhatARemovalTakesAlong(FreshDatabase database) {
        try (World world = new World(database, Team.class, Player.class)) {
            Team team = new Team("Dynamo");
            team.getPlayers().addAll(List.of(new Player("Ann", null), new Player("Bob", null)));
            world.given(team);
            world.sessions().inTransaction(session -> session.remove(session.getReference(Team.class, team.getId())));
            assertThat(world.statements().sql())
                    .hasSize(3)
                    .satisfiesExactly(
                            players -> assertThat(players).startsWith(world.sql("select player.id")),
                            player -> assertThat(player).isEqualTo(world.sql("delete from player where player.id = ?")),
                            removed -> assertThat(removed).isEqualTo(world.sql("delete from team where team.id = ?")));
            assertThat(world.count("player")).isZero();
        }
    }

    @OnEveryDatabase
    @Tag("O-10")
    void refusesACircleInWhichNoKeyTakesNull(FreshDatabase database) {
        try (World world = new World(database, Egg.class, Hen.class);
                Session session = world.open()) {
            Hen hen = new Hen();
            Egg egg = new Egg();
            hen.setEgg(egg);
            egg.setHen(hen);
            session.persistAll(List.of(hen, egg));
            assertThatThrownBy(session::flush)
                    .isInstanceOf(UnflushableException.class)
                    .hasMessage(
                            "2 rows refer to each other in a circle (Egg.hen -> Hen.egg) and cannot be inserted, because none of"
                                    + " these keys takes NULL in between. Make one of them optional.");
            world.statements().assertNoStatements();
            session.clear();
        }
    }
}
