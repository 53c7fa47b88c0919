// SPDX-License-Identifier: Apache-2.0
package io.aludel.orm;

import static io.aludel.orm.PlainEntities.call;
import static io.aludel.testkit.Expected.statement;
import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.core.expr.EntityRef;
import io.aludel.core.query.EntityPath;
import io.aludel.mapping.access.Companions;
import io.aludel.orm.plain.Owner;
import io.aludel.orm.plain.Thing;
import io.aludel.testing.databases.FreshDatabase;
import io.aludel.testing.databases.OnEveryDatabase;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;

/** Entities that were compiled without the processor work too: their references are loaded with them. */
class PlainEntitiesTest {
    private final PlainEntities loader = new PlainEntities();

    @OnEveryDatabase
    void readsAndWritesThemByReflection(FreshDatabase database) throws Exception {
        Class<?> ownerClass = loader.plain(Owner.class);
        Class<?> thingClass = loader.plain(Thing.class);
        assertThat(Companions.find(ownerClass)).isEmpty();
        assertThat(Companions.find(Owner.class)).isPresent();
        try (World world = new World(database, ownerClass, thingClass)) {
            Object ada = ownerClass.getConstructor(String.class).newInstance("Ada");
            Object cup = thingClass.getConstructor(String.class, ownerClass).newInstance("cup", ada);
            Object pen = thingClass.getConstructor(String.class, ownerClass).newInstance("pen", ada);
            call(cup, "setPrice", new BigDecimal("2.50"));
            call(cup, "setPicture", new byte[] {1, 2});
            world.given(ada, cup, pen);
            assertThat(call(cup, "getId")).isNotNull();

            try (Session session = world.open()) {
                List<?> things = session.select(new Things(thingClass)).list();
                world.statements().assertCount(2); // the things, and their owner with them
                assertThat(things).hasSize(2).allSatisfy(thing -> {
                    assertThat(call(call(thing, "getOwner"), "getName")).isEqualTo("Ada");
                    assertThat(call(thing, "getKind")).hasToString("HARD");
                });
                world.statements().assertCount(2);
                Object owner = call(things.get(0), "getOwner");
                assertThat((Collection<?>) call(owner, "getThings")).hasSize(2);
                Object found = session.find(thingClass, call(cup, "getId"));
                world.statements().clear();

                call(found, "setPrice", new BigDecimal("2.500"));
                session.flush();
                world.statements().assertNoStatements();

                ((byte[]) call(found, "getPicture"))[0] = 9;
                call(owner, "setName", "Grace");
                session.commit();
                world.statements()
                        .assertStatements(
                                statement("update owner set name = ? where owner.id = ?")
                                        .row("Grace", 1L),
                                statement("update thing set picture = ? where thing.id = ?"));
                session.remove(owner);
                session.commit();
            }
            assertThat(world.count("thing")).isZero();
        }
    }

    private static final class Things extends EntityPath<Object> {
        Things(Class<?> thing) {
            super(new EntityRef.Root(thing, "t"));
        }
    }
}
