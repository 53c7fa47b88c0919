// SPDX-License-Identifier: Apache-2.0
package io.aludel.mapping.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.core.type.RowReader;
import io.aludel.mapping.problem.MappingException;
import java.lang.reflect.Field;
import java.math.BigDecimal;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReflectiveAccessTest {
    static class Base {
        private @Nullable String name;
    }

    static class Toy extends Base {
        private @Nullable Long id;
        private int count;
        private @Nullable BigDecimal price;
        private byte @Nullable [] image;
        private @Nullable Toy spare;

        private Toy() {}

        static Toy of(long id) {
            Toy toy = new Toy();
            toy.id = id;
            return toy;
        }
    }

    private static final int NAME = 0;
    private static final int COUNT = 2;
    private static final int PRICE = 3;
    private static final int IMAGE = 4;
    private static final int SPARE = 5;

    private final ReflectiveAccess<Toy> access = new ReflectiveAccess<>(
            Toy.class,
            List.of(
                    field(Base.class, "name"),
                    field(Toy.class, "id"),
                    field(Toy.class, "count"),
                    field(Toy.class, "price"),
                    field(Toy.class, "image"),
                    field(Toy.class, "spare")),
            5);

    @Test
    void makesReadsAndWritesPrivateMembersOfSuperclassesToo() {
        Toy toy = access.instantiate();
        access.set(toy, NAME, "ball");
        access.set(toy, COUNT, 3);
        access.set(toy, SPARE, toy);

        assertThat(access.members()).containsExactly("name", "id", "count", "price", "image", "spare");
        assertThat(access.get(toy, NAME)).isEqualTo("ball");
        assertThat(access.get(toy, COUNT)).isEqualTo(3);
        assertThat(access.get(toy, SPARE)).isSameAs(toy);
        assertThat(access.newReference(reference -> {})).isNull();
    }

    @Test
    void refusesNullForAPrimitive() {
        assertThatThrownBy(() -> access.set(Toy.of(1), COUNT, null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Cannot set io.aludel.mapping.access.ReflectiveAccessTest$Toy.count to null: its type is a"
                        + " primitive; declare it with the wrapper class, or give it a value.");
    }

    @Test
    void readsAttributesFromConsecutiveColumns() {
        Toy toy = access.instantiate();

        access.read(toy, new Values("skipped", "ball", 7L, 3, BigDecimal.ONE, new byte[] {1}), 1);

        assertThat(toy.id).isEqualTo(7L);
        assertThat(toy.count).isEqualTo(3);
        assertThat(toy.price).isEqualTo("1");
        assertThat(toy.image).containsExactly(1);
    }

    @Test
    void findsWhatHasChangedSinceASnapshot() {
        Toy toy = Toy.of(1);
        toy.price = new BigDecimal("1.50");
        toy.image = new byte[] {1, 2};
        Object snapshot = access.snapshot(toy);

        toy.price = new BigDecimal("1.5");
        toy.spare = toy;
        assertThat(access.isChanged(toy, snapshot)).isFalse();

        toy.image[0] = 9;
        toy.count = 1;
        BitSet changed = new BitSet();
        changed.set(IMAGE);
        changed.set(COUNT);
        assertThat(access.isChanged(toy, snapshot)).isTrue();
        assertThat(access.changes(toy, snapshot)).isEqualTo(changed);
        assertThat((byte[]) access.snapshotValue(snapshot, IMAGE)).containsExactly(1, 2);
        assertThat(access.snapshotValue(snapshot, PRICE)).isEqualTo(new BigDecimal("1.50"));
    }

    @Test
    void saysHowToOpenAPackageThatIsClosed() {
        assertThatThrownBy(() -> new ReflectiveAccess<>(String.class, List.of(field(String.class, "hash")), 1))
                .isInstanceOf(MappingException.class)
                .hasMessageStartingWith(
                        "Cannot reach the fields of java.lang.String: module java.base does not open package"
                                + " java.lang")
                .hasMessageContaining("Compile the class with aludel-processor as annotation processor, or add \"opens"
                        + " java.lang");
    }

    private static Field field(Class<?> type, String name) {
        return Stream.of(type.getDeclaredFields())
                .filter(field -> field.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private record Values(Object... values) implements RowReader {
        @Override
        public Object get(int column) {
            return values[column];
        }

        @Override
        public boolean isNull(int column) {
            return false;
        }

        @Override
        public long getLong(int column) {
            return (Long) values[column];
        }

        @Override
        public int getInt(int column) {
            return (Integer) values[column];
        }

        @Override
        public short getShort(int column) {
            return (Short) values[column];
        }

        @Override
        public double getDouble(int column) {
            return (Double) values[column];
        }

        @Override
        public float getFloat(int column) {
            return (Float) values[column];
        }

        @Override
        public boolean getBoolean(int column) {
            return (Boolean) values[column];
        }
    }
}
