// SPDX-License-Identifier: Apache-2.0
package io.aludel.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.mapping.access.EntityAccess;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Compiled companions at work. */
class CompanionTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    private final Entities world = new Entities(World.COMPILED);

    private EntityAccess<Object> person() throws ClassNotFoundException {
        return world.access("world.Person");
    }

    private Object ada() throws ClassNotFoundException {
        Object ada = person().instantiate();
        person().read(ada, new Row("left", 7L, "Ada", 1815, new BigDecimal("1.60"), DAY, new byte[] {1, 2}), 1);
        return ada;
    }

    @Test
    void readsARow() throws Exception {
        Object ada = ada();

        assertThat(ada).isInstanceOf(world.type("world.Person"));
        assertThat(List.of(
                        person().get(ada, 0),
                        person().get(ada, 1),
                        person().get(ada, 2),
                        person().get(ada, 3),
                        person().get(ada, 4)))
                .containsExactly(7L, "Ada", 1815, new BigDecimal("1.60"), DAY);
        assertThat((byte[]) person().get(ada, 5)).containsExactly(1, 2);
        assertThat(person().get(ada, 6)).isEqualTo(List.of());
    }

    @Test
    void readsNullsButNotIntoPrimitives() throws Exception {
        Object nobody = person().instantiate();
        person().read(nobody, new Row(null, null, 0, null, null, null), 0);

        assertThat(person().get(nobody, 0)).isNull();
        assertThatThrownBy(() -> person().read(nobody, new Row(null, null, null, null, null, null), 0))
                .hasMessage("column 2 is NULL");
    }

    @Test
    void numbersMembersAsTheModelDoes() throws Exception {
        assertThat(person().members()).containsExactly("id", "fullName", "year", "height", "born", "photo", "pets");
        assertThatThrownBy(() -> person().get(ada(), 7)).hasMessage("Person has no member 7");
    }

    @Test
    void setsMembersAndRefusesWhatDoesNotFit() throws Exception {
        Object ada = ada();
        person().set(ada, 1, "Ada Lovelace");
        person().set(ada, 2, 1816);

        assertThat(Entities.call(ada, "getFullName")).isEqualTo("Ada Lovelace");
        assertThat(person().get(ada, 2)).isEqualTo(1816);
        assertThatThrownBy(() -> person().set(ada, 2, null))
                .hasMessage("Person.year is a primitive and cannot be null");
        assertThatThrownBy(() -> person().set(ada, 1, 5)).isInstanceOf(ClassCastException.class);
    }

    @Test
    void findsNoChangeWhereValuesAreEqual() throws Exception {
        Object ada = ada();
        Object before = person().snapshot(ada);
        person().set(ada, 1, new String("Ada"));
        person().set(ada, 3, new BigDecimal("1.6"));
        person().set(ada, 5, new byte[] {1, 2});

        assertThat(person().isChanged(ada, before)).isFalse();
        assertThat(person().changes(ada, before)).isEqualTo(new BitSet());
    }

    @Test
    void findsChangesAlsoWithinAnArray() throws Exception {
        Object ada = ada();
        Object before = person().snapshot(ada);
        ((byte[]) person().get(ada, 5))[0] = 9;
        person().set(ada, 3, null);
        person().set(ada, 2, 0);

        assertThat(person().isChanged(ada, before)).isTrue();
        assertThat(person().changes(ada, before)).isEqualTo(bits(2, 3, 5));
        assertThat(person().snapshotValue(before, 2)).isEqualTo(1815);
        assertThat((byte[]) person().snapshotValue(before, 5)).containsExactly(1, 2);
    }

    @Test
    void findsEachSingleChange() throws Exception {
        Object[] others = {8L, "Bob", 1, BigDecimal.TEN, DAY.plusDays(1), new byte[0]};
        for (int attribute = 0; attribute < others.length; attribute++) {
            Object ada = ada();
            Object before = person().snapshot(ada);
            person().set(ada, attribute, others[attribute]);

            assertThat(person().isChanged(ada, before)).isTrue();
            assertThat(person().changes(ada, before)).isEqualTo(bits(attribute));
        }
    }

    @Test
    void readsAssociationsButDoesNotCompareThem() throws Exception {
        EntityAccess<Object> pets = world.access("world.Pet");
        Object pet = pets.instantiate();
        Object before = pets.snapshot(pet);
        Object ada = ada();
        pets.set(pet, 1, ada);

        assertThat(pets.get(pet, 1)).isSameAs(ada);
        assertThat(pets.isChanged(pet, before)).isFalse();
    }

    @Test
    void handlesEachBasicType() throws Exception {
        Entities types = new Entities(new Compilation().source("world.Toy", """
                package world;

                import jakarta.persistence.*;
                import java.math.*;
                import java.time.*;
                import java.util.*;

                @Entity
                class Toy {
                    enum Size { SMALL, LARGE }

                    @Id UUID id;
                    boolean a; byte b; short c; char d; int e; long f; float g; double h;
                    Boolean i; Byte j; Short k; Character l; Integer m; Long n; Float o; Double p;
                    String q; BigInteger r; LocalTime s; LocalDateTime t; Instant u; OffsetDateTime v;
                    @Enumerated(EnumType.STRING) Size w;
                    Size x;
                    Year y;
                }
                """).compile());
        EntityAccess<Object> toys = types.access("world.Toy");
        Object small = types.type("world.Toy$Size").getEnumConstants()[0];
        Object[] values = {
            new UUID(1, 2),
            true,
            (byte) 1,
            (short) 2,
            'x',
            3,
            4L,
            5f,
            Double.NaN,
            null,
            (byte) 1,
            (short) 2,
            'x',
            3,
            4L,
            5f,
            6d,
            "text",
            BigInteger.TEN,
            java.time.LocalTime.NOON,
            DAY.atStartOfDay(),
            java.time.Instant.EPOCH,
            java.time.Instant.EPOCH.atOffset(java.time.ZoneOffset.UTC),
            small,
            small,
            java.time.Year.of(2026)
        };
        Object toy = toys.instantiate();
        toys.read(toy, new Row(values), 0);
        Object before = toys.snapshot(toy);

        for (int i = 0; i < values.length; i++) assertThat(toys.get(toy, i)).isEqualTo(values[i]);
        assertThat(toys.isChanged(toy, before)).isFalse();
        assertThatThrownBy(() -> toys.set(toy, 4, null)).hasMessage("Toy.d is a primitive and cannot be null");
    }

    @Test
    void makesInstancesByAPrivateConstructor() throws Exception {
        Entities hermits =
                new Entities(new Compilation().source("world.Hermit", """
                package world;

                @jakarta.persistence.Entity
                public class Hermit {
                    @jakarta.persistence.Id private long id;
                    private Hermit() {}
                    public Hermit(long id) { this.id = id; }
                }
                """).compile());

        assertThat(hermits.access("world.Hermit").instantiate()).isInstanceOf(hermits.type("world.Hermit"));
        assertThat(hermits.access("world.Hermit").newReference(reference -> {})).isNull();
    }

    @Test
    void reachesFieldsOfGenericSuperclassesInOtherPackages() throws Exception {
        Entities children = new Entities(new Compilation()
                .source("base.Numbered", """
                        package base;

                        @jakarta.persistence.MappedSuperclass
                        public abstract class Numbered<K> {
                            @jakarta.persistence.Id private K id;
                        }
                        """)
                .source("world.Child", """
                        package world;

                        @jakarta.persistence.Entity
                        public class Child extends base.Numbered<Long> {
                            String name;
                        }
                        """)
                .compile());
        EntityAccess<Object> access = children.access("world.Child");
        Object child = access.instantiate();
        access.read(child, new Row(3L, "Bo"), 0);

        assertThat(access.members()).containsExactly("id", "name");
        assertThat(access.get(child, 0)).isEqualTo(3L);
    }

    @Test
    void servesEntitiesInsideClassesAndInTheDefaultPackage() throws Exception {
        Entities nested = new Entities(new Compilation().source("Zoo", """
                import jakarta.persistence.*;

                class Zoo {
                    @Entity static class Animal {
                        @Id long id;
                        @ManyToOne Animal parent;
                    }
                    static Object path() {
                        return QZoo_Animal.animal.parent().parent().id.node();
                    }
                }
                """).compile());
        EntityAccess<Object> access = nested.access("Zoo$Animal");
        Object animal = access.instantiate();
        access.set(animal, 0, 4L);

        assertThat(access.get(animal, 0)).isEqualTo(4L);
        assertThat(access.newReference(reference -> {})).isInstanceOf(nested.type("Zoo$Animal"));
    }

    private static BitSet bits(int... set) {
        BitSet bits = new BitSet();
        for (int bit : set) bits.set(bit);
        return bits;
    }
}
