// SPDX-License-Identifier: Apache-2.0
package io.aludel.processor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The whole text of each kind of generated class. */
class GeneratedTextTest {
    private static final Compiled COMPILED = World.compilation()
            .source("world.Rating", """
                    package world;

                    @io.aludel.mapping.annotation.Projection
                    public record Rating(String name, int count, Person person) {}
                    """)
            .source("world.Score", """
                    package world;

                    @io.aludel.mapping.annotation.Projection
                    public record Score(String name, long points, char grade) {}
                    """)
            .compile()
            .successful();

    @Test
    void writesTheQueryClass() {
        assertThat(COMPILED.text("world.QPerson.java")).isEqualTo("""
                // Written by Aludel's annotation processor.
                package world;

                import io.aludel.core.expr.EntityRef;
                import io.aludel.core.query.CollectionPath;
                import io.aludel.core.query.DecimalNum;
                import io.aludel.core.query.EntityPath;
                import io.aludel.core.query.IntNum;
                import io.aludel.core.query.LongNum;
                import io.aludel.core.query.Plain;
                import io.aludel.core.query.Text;
                import io.aludel.core.query.Time;
                import io.aludel.mapping.access.Generated;
                import java.time.LocalDate;

                /** {@link Person} in queries. */
                @Generated
                @SuppressWarnings({"all", "deprecation", "overrides", "rawtypes", "removal", "serial", "unchecked"})
                public final class QPerson extends EntityPath<Person> {
                    /** Under the alias {@code person}. */
                    public static final QPerson person = new QPerson("person");

                    public final LongNum id = longNumber("id");
                    public final Text fullName = text("fullName");
                    public final IntNum year = integer("year");
                    public final DecimalNum height = decimal("height");
                    public final Time<LocalDate> born = time("born", LocalDate.class);
                    public final Plain<byte[]> photo = plain("photo", byte[].class);

                    /** Under an alias of its own, for a query that has several of them. */
                    public QPerson(String alias) {
                        super(new EntityRef.Root(Person.class, alias));
                    }

                    /** What a path leads to. */
                    public QPerson(EntityRef ref) {
                        super(ref);
                    }

                    public CollectionPath<Pet> pets() {
                        return toMany("pets", Pet.class);
                    }
                }
                """);
    }

    @Test
    void writesPathsAsMethods() {
        assertThat(COMPILED.text("world.QPet.java")).isEqualTo("""
                // Written by Aludel's annotation processor.
                package world;

                import io.aludel.core.expr.EntityRef;
                import io.aludel.core.query.EntityPath;
                import io.aludel.core.query.LongNum;
                import io.aludel.mapping.access.Generated;

                /** {@link Pet} in queries. */
                @Generated
                @SuppressWarnings({"all", "deprecation", "overrides", "rawtypes", "removal", "serial", "unchecked"})
                public final class QPet extends EntityPath<Pet> {
                    /** Under the alias {@code pet}. */
                    public static final QPet pet = new QPet("pet");

                    public final LongNum id = longNumber("id");

                    /** Under an alias of its own, for a query that has several of them. */
                    public QPet(String alias) {
                        super(new EntityRef.Root(Pet.class, alias));
                    }

                    /** What a path leads to. */
                    public QPet(EntityRef ref) {
                        super(ref);
                    }

                    private QPerson $owner;

                    public QPerson owner() {
                        QPerson known = $owner;
                        if (known == null) {
                            known = new QPerson(toOne("owner", Person.class));
                            $owner = known;
                        }
                        return known;
                    }
                }
                """);
    }

    @Test
    void writesTheCompanion() {
        assertThat(COMPILED.text("world.Person__Aludel.java")).isEqualTo("""
                // Written by Aludel's annotation processor.
                package world;

                import io.aludel.core.type.RowReader;
                import io.aludel.mapping.access.Companions;
                import io.aludel.mapping.access.EntityAccess;
                import io.aludel.mapping.access.Generated;
                import io.aludel.mapping.access.ReferenceLoader;
                import java.lang.invoke.MethodHandles;
                import java.lang.invoke.VarHandle;
                import java.math.BigDecimal;
                import java.time.LocalDate;
                import java.util.Arrays;
                import java.util.BitSet;
                import java.util.List;
                import java.util.Objects;

                /** Reads, writes and compares the fields of {@link Person}. */
                @Generated
                @SuppressWarnings({"all", "deprecation", "overrides", "rawtypes", "removal", "serial", "unchecked"})
                final class Person__Aludel implements EntityAccess<Person> {
                    private static final VarHandle ID = field(Person.class, "id", Long.class);
                    private static final VarHandle FULL_NAME = field(Person.class, "fullName", String.class);
                    private static final VarHandle YEAR = field(Person.class, "year", int.class);
                    private static final VarHandle HEIGHT = field(Person.class, "height", BigDecimal.class);
                    private static final VarHandle BORN = field(Person.class, "born", LocalDate.class);
                    private static final VarHandle PHOTO = field(Person.class, "photo", byte[].class);
                    private static final VarHandle PETS = field(Person.class, "pets", List.class);

                    static {
                        Companions.register(Person.class, new Person__Aludel());
                    }

                    private Person__Aludel() {}

                    @Override
                    public Class<Person> entityClass() {
                        return Person.class;
                    }

                    @Override
                    public String[] members() {
                        return new String[] {"id", "fullName", "year", "height", "born", "photo", "pets"};
                    }

                    @Override
                    public Person instantiate() {
                        return new Person();
                    }

                    @Override
                    public Object get(Person entity, int member) {
                        return switch (member) {
                            case 0 -> (Long) ID.get(entity);
                            case 1 -> (String) FULL_NAME.get(entity);
                            case 2 -> (int) YEAR.get(entity);
                            case 3 -> (BigDecimal) HEIGHT.get(entity);
                            case 4 -> (LocalDate) BORN.get(entity);
                            case 5 -> (byte[]) PHOTO.get(entity);
                            case 6 -> (List) PETS.get(entity);
                            default -> throw new IndexOutOfBoundsException("Person has no member " + member);
                        };
                    }

                    @Override
                    public void set(Person entity, int member, Object value) {
                        switch (member) {
                            case 0 -> ID.set(entity, (Long) value);
                            case 1 -> FULL_NAME.set(entity, (String) value);
                            case 2 -> YEAR.set(entity, (int) Objects.requireNonNull(value, "Person.year is a primitive and cannot be null"));
                            case 3 -> HEIGHT.set(entity, (BigDecimal) value);
                            case 4 -> BORN.set(entity, (LocalDate) value);
                            case 5 -> PHOTO.set(entity, (byte[]) value);
                            case 6 -> PETS.set(entity, (List) value);
                            default -> throw new IndexOutOfBoundsException("Person has no member " + member);
                        }
                    }

                    @Override
                    public void read(Person entity, RowReader row, int firstColumn) {
                        ID.set(entity, (Long) row.get(firstColumn));
                        FULL_NAME.set(entity, (String) row.get(firstColumn + 1));
                        YEAR.set(entity, row.getInt(firstColumn + 2));
                        HEIGHT.set(entity, (BigDecimal) row.get(firstColumn + 3));
                        BORN.set(entity, (LocalDate) row.get(firstColumn + 4));
                        PHOTO.set(entity, (byte[]) row.get(firstColumn + 5));
                    }

                    @Override
                    public Object snapshot(Person entity) {
                        return new Snapshot(entity);
                    }

                    @Override
                    public boolean isChanged(Person entity, Object snapshot) {
                        Snapshot before = (Snapshot) snapshot;
                        return !Objects.equals((Long) ID.get(entity), before.id)
                                || !Objects.equals((String) FULL_NAME.get(entity), before.fullName)
                                || (int) YEAR.get(entity) != before.year
                                || differ((BigDecimal) HEIGHT.get(entity), before.height)
                                || !Objects.equals((LocalDate) BORN.get(entity), before.born)
                                || !Arrays.equals((byte[]) PHOTO.get(entity), before.photo);
                    }

                    @Override
                    public BitSet changes(Person entity, Object snapshot) {
                        Snapshot before = (Snapshot) snapshot;
                        BitSet changes = new BitSet(6);
                        if (!Objects.equals((Long) ID.get(entity), before.id)) changes.set(0);
                        if (!Objects.equals((String) FULL_NAME.get(entity), before.fullName)) changes.set(1);
                        if ((int) YEAR.get(entity) != before.year) changes.set(2);
                        if (differ((BigDecimal) HEIGHT.get(entity), before.height)) changes.set(3);
                        if (!Objects.equals((LocalDate) BORN.get(entity), before.born)) changes.set(4);
                        if (!Arrays.equals((byte[]) PHOTO.get(entity), before.photo)) changes.set(5);
                        return changes;
                    }

                    @Override
                    public Object snapshotValue(Object snapshot, int attribute) {
                        Snapshot before = (Snapshot) snapshot;
                        return switch (attribute) {
                            case 0 -> before.id;
                            case 1 -> before.fullName;
                            case 2 -> before.year;
                            case 3 -> before.height;
                            case 4 -> before.born;
                            case 5 -> before.photo;
                            default -> throw new IndexOutOfBoundsException("Person has no attribute " + attribute);
                        };
                    }

                    @Override
                    public Person newReference(ReferenceLoader loader) {
                        Person__Lazy reference = new Person__Lazy();
                        reference.aludelLoader(loader);
                        return reference;
                    }

                    private static VarHandle field(Class<?> type, String name, Class<?> fieldType) {
                        try {
                            return MethodHandles.privateLookupIn(type, MethodHandles.lookup())
                                    .findVarHandle(type, name, fieldType)
                                    .withInvokeExactBehavior();
                        } catch (ReflectiveOperationException e) {
                            throw new ExceptionInInitializerError(e);
                        }
                    }

                    private static boolean differ(BigDecimal now, BigDecimal before) {
                        return now == null || before == null ? now != before : now.compareTo(before) != 0;
                    }

                    private static byte[] copy(byte[] value) {
                        return value == null ? null : value.clone();
                    }

                    private static final class Snapshot {
                        final Long id;
                        final String fullName;
                        final int year;
                        final BigDecimal height;
                        final LocalDate born;
                        final byte[] photo;

                        Snapshot(Person entity) {
                            this.id = (Long) ID.get(entity);
                            this.fullName = (String) FULL_NAME.get(entity);
                            this.year = (int) YEAR.get(entity);
                            this.height = (BigDecimal) HEIGHT.get(entity);
                            this.born = (LocalDate) BORN.get(entity);
                            this.photo = copy((byte[]) PHOTO.get(entity));
                        }
                    }
                }
                """);
    }

    @Test
    void writesTheLazyReference() {
        assertThat(COMPILED.text("world.Person__Lazy.java")).isEqualTo("""
                // Written by Aludel's annotation processor.
                package world;

                import io.aludel.mapping.access.Generated;
                import io.aludel.mapping.access.LazyReference;
                import io.aludel.mapping.access.ReferenceLoader;

                /** A {@link Person} of which only the identifier is known, until another method is called. */
                @Generated
                @SuppressWarnings({"all", "deprecation", "overrides", "rawtypes", "removal", "serial", "unchecked"})
                final class Person__Lazy extends Person implements LazyReference {
                    private transient ReferenceLoader aludelLoader;

                    @Override
                    public ReferenceLoader aludelLoader() {
                        return aludelLoader;
                    }

                    @Override
                    public void aludelLoader(ReferenceLoader loader) {
                        aludelLoader = loader;
                    }

                    private void aludelLoad() {
                        if (aludelLoader != null) aludelLoadNow();
                    }

                    private void aludelLoadNow() {
                        ReferenceLoader loader = aludelLoader;
                        aludelLoader = null;
                        try {
                            loader.load(this);
                        } catch (Throwable e) {
                            aludelLoader = loader;
                            throw e;
                        }
                    }

                    @Override
                    public String getFullName() {
                        aludelLoad();
                        return super.getFullName();
                    }

                    @Override
                    public void setFullName(String fullName) {
                        aludelLoad();
                        super.setFullName(fullName);
                    }

                    @Override
                    public String toString() {
                        aludelLoad();
                        return super.toString();
                    }
                }
                """);
    }

    @Test
    void writesTheFactoryOfAProjection() {
        assertThat(COMPILED.text("world.QRating.java")).isEqualTo("""
                // Written by Aludel's annotation processor.
                package world;

                import io.aludel.core.query.EntityPath;
                import io.aludel.core.query.Expr;
                import io.aludel.core.query.Projection;
                import io.aludel.core.query.Selection;
                import io.aludel.mapping.access.Generated;
                import java.util.List;
                import java.util.Objects;

                /** Selects {@link Rating}s. */
                @Generated
                @SuppressWarnings({"all", "deprecation", "overrides", "rawtypes", "removal", "serial", "unchecked"})
                public final class QRating {
                    private QRating() {}

                    public static Selection<Rating> of(Expr<String> name, Expr<Integer> count, EntityPath<Person> person) {
                        return new Projection<>(List.of(name, count, person), QRating::make);
                    }

                    private static Rating make(Object[] values) {
                        return new Rating(
                                (String) values[0],
                                (int) Objects.requireNonNull(values[1], "Rating.count is a primitive, but the query gave NULL; make it Integer"),
                                (Person) values[2]);
                    }
                }
                """);
    }

    @Test
    void readsAProjectionOfColumnsStraightFromTheRow() {
        assertThat(COMPILED.text("world.QScore.java")).isEqualTo("""
                // Written by Aludel's annotation processor.
                package world;

                import io.aludel.core.query.Expr;
                import io.aludel.core.query.Projection;
                import io.aludel.core.query.Selection;
                import io.aludel.core.type.RowReader;
                import io.aludel.mapping.access.Generated;
                import java.util.List;
                import java.util.Objects;

                /** Selects {@link Score}s. */
                @Generated
                @SuppressWarnings({"all", "deprecation", "overrides", "rawtypes", "removal", "serial", "unchecked"})
                public final class QScore {
                    private QScore() {}

                    public static Selection<Score> of(Expr<String> name, Expr<Long> points, Expr<Character> grade) {
                        return new Projection<>(List.of(name, points, grade), QScore::make, QScore::read);
                    }

                    private static Score make(Object[] values) {
                        return new Score(
                                (String) values[0],
                                (long) Objects.requireNonNull(values[1], "Score.points is a primitive, but the query gave NULL; make it Long"),
                                (char) Objects.requireNonNull(values[2], "Score.grade is a primitive, but the query gave NULL; make it Character"));
                    }

                    private static Score read(RowReader row) {
                        return new Score(
                                (String) row.get(0),
                                row.getLong(1),
                                (char) Objects.requireNonNull(row.get(2), "Score.grade is a primitive, but the query gave NULL; make it Character"));
                    }
                }
                """);
    }

    @Test
    void listsTheEntities() {
        assertThat(COMPILED.text("META-INF/aludel/entities")).isEqualTo("""
                world.Person
                world.Pet
                """);
    }

    @Test
    void writesTheSameTextEachTime() {
        assertThat(World.COMPILED.text("world.Person__Aludel.java"))
                .isEqualTo(COMPILED.text("world.Person__Aludel.java"));
    }
}
