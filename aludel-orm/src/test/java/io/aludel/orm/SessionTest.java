// SPDX-License-Identifier: Apache-2.0
package io.aludel.orm;

import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.orm.world.Person;
import io.aludel.orm.world.Pet;
import io.aludel.orm.world.QPerson;
import io.aludel.orm.world.QPet;
import io.aludel.testing.databases.FreshDatabase;
import io.aludel.testing.databases.OnEveryDatabase;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@OnEveryDatabase
class SessionTest {
    private final World world;

    SessionTest(FreshDatabase database) {
        world = new World(database);
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void readsBackWhatWasPersisted() {
        Person ada = new Person("Ada");
        ada.getPets().add(new Pet("Rex"));
        world.given(ada);
        try (Session session = world.open()) {
            Person found = session.find(Person.class, ada.getId());
            assertThat(found).isNotSameAs(ada);
            assertThat(found.getName()).isEqualTo("Ada");
            assertThat(found.getPets()).extracting(Pet::getName).containsExactly("Rex");
            assertThat(found.getPets().get(0).getOwner()).isSameAs(found);
            List<Pet> pets = session.select(QPet.pet)
                    .where(QPet.pet.owner().name.eq("Ada"))
                    .list();
            assertThat(pets).containsExactlyElementsOf(found.getPets());
            assertThat(session.select(QPerson.person).list()).containsExactly(found);
        }
    }
}
