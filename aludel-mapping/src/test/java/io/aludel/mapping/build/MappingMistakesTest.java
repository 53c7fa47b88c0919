// SPDX-License-Identifier: Apache-2.0
package io.aludel.mapping.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.core.name.NamingConvention;
import io.aludel.core.schema.ForeignKey.Action;
import io.aludel.mapping.Model;
import io.aludel.mapping.annotation.DefaultValue;
import io.aludel.mapping.annotation.OnDelete;
import io.aludel.mapping.annotation.RenamedFrom;
import io.aludel.mapping.naming.NamingStrategy;
import io.aludel.mapping.problem.MappingCode;
import io.aludel.mapping.problem.MappingException;
import io.aludel.mapping.problem.MappingProblem;
import io.aludel.mapping.source.ReflectionClassSource;
import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Basic;
import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Column;
import jakarta.persistence.ConstraintMode;
import jakarta.persistence.Convert;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityListeners;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.EnumeratedValue;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Index;
import jakarta.persistence.Inheritance;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Lob;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.MapsId;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.OrderBy;
import jakarta.persistence.PrePersist;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@SuppressWarnings({"unused", "NullAway"}) // fields are read by the mapping only
class MappingMistakesTest {
    private static final String PLACE = "MappingMistakesTest.";

    static class NotAnnotated {
        Long id;
    }

    @Test
    void refusesAClassThatIsNoEntity() {
        assertMistakes(
                "MAP-001 NotAnnotated: It is not annotated with @jakarta.persistence.Entity; annotate it, or take it"
                        + " out of the model.",
                NotAnnotated.class);
        assertThat(new EntityModelBuilder(
                                new ReflectionClassSource(getClass().getClassLoader()),
                                NamingStrategy.SNAKE_CASE,
                                NamingConvention.STANDARD)
                        .build(List.of("io.example.Missing"))
                        .problems())
                .extracting(MappingProblem::toString)
                .containsExactly("MAP-001 Missing: There is no such class on the class path.");
    }

    @Entity
    static final class Closed {
        @Id
        Long id;
    }

    @Entity
    abstract static class Half {
        @Id
        Long id;
    }

    @Entity
    class Tied {
        @Id
        Long id;
    }

    @Entity
    enum Listed {
        ONE
    }

    @Entity
    record Fixed(@Id Long id) {}

    @Test
    void refusesClassesThatCannotBeEntities() {
        assertMistakes("MAP-002 Closed: It is final, but lazy references extend it; remove \"final\".", Closed.class);
        assertMistakes(
                "MAP-002 Half: It is abstract, and entities that extend entities are not supported yet. Make it a"
                        + " @MappedSuperclass, or remove \"abstract\".",
                Half.class);
        assertMistakes(
                "MAP-002 Tied: It is an inner class, tied to an instance of its outer class; make it static.",
                Tied.class);
        assertThat(mistakes(Listed.class)).contains("MAP-002 Listed: It is an enum; an entity is a plain class.");
        assertThat(mistakes(Fixed.class)).contains("MAP-002 Fixed: It is a record; an entity is a plain class.");
        @Entity
        class Local {
            @Id
            Long id;
        }
        assertThat(mistakes(Local.class))
                .singleElement()
                .asString()
                .endsWith("It is declared within a method; make it a class of its own, or a static nested one.");
    }

    @Entity
    static class Demanding {
        @Id
        Long id;

        Demanding(Long id) {
            this.id = id;
        }
    }

    @Test
    void refusesAClassWithoutAConstructorWithoutParameters() {
        assertMistakes(
                "MAP-003 Demanding: It has no constructor without parameters; add \"protected Demanding() {}\".",
                Demanding.class);
    }

    @Entity
    static class Stiff {
        @Id
        Long id;

        final String name = "x";
    }

    @Test
    void refusesAFinalField() {
        assertMistakes(
                "MAP-004 Stiff.name: It is final, but loading an entity sets it; remove \"final\", or mark it @Transient.",
                Stiff.class);
    }

    @Entity
    static class ByGetter {
        Long number;

        @Id
        Long getNumber() {
            return number;
        }
    }

    @Entity
    @Access(AccessType.PROPERTY)
    static class ByProperty {
        @Id
        Long id;
    }

    @Test
    void refusesPropertyAccess() {
        assertMistakes(
                "MAP-005 ByGetter.getNumber: A method of ByGetter has mapping annotations, but property access is not"
                        + " supported yet; move them to the field.",
                ByGetter.class);
        assertMistakes(
                "MAP-005 ByProperty: @Access(PROPERTY) in ByProperty is not supported yet; annotate fields, and say"
                        + " @Access(FIELD) or nothing.",
                ByProperty.class);
    }

    @Embeddable
    static class Address {
        String city;
    }

    @Entity
    @Inheritance
    @EntityListeners(Object.class)
    @Table(catalog = "elsewhere")
    static class Ambitious {
        @Id
        Long id;

        @Embedded
        Address home;

        Address work;

        @ManyToMany
        List<Owner> friends;

        @ElementCollection
        List<String> nicknames;

        @OneToMany
        List<Owned> owned;

        @Column(table = "other")
        String elsewhere;

        @Column(secondPrecision = 3)
        LocalTime alarm;

        @PrePersist
        void before() {}
    }

    @Test
    void refusesAloudWhatItCannotDoYet() {
        assertMistakes("""
                MAP-006 Ambitious: @Table(catalog) is not supported yet; connect to that catalog, or say @Table(schema).
                MAP-006 Ambitious: @EntityListeners is not supported yet; do it where the entity is changed.
                MAP-006 Ambitious: @Inheritance is not supported yet; use a @MappedSuperclass, or entities of their own.
                MAP-006 Ambitious.before: @PrePersist is not supported yet; do it where the entity is changed.
                MAP-006 Ambitious.home: @Embedded is not supported yet; declare its attributes in the entity itself.
                MAP-006 Ambitious.friends: @ManyToMany is not supported yet; make an entity of the link, with two @ManyToOne.
                MAP-006 Ambitious.nicknames: @ElementCollection is not supported yet; make an entity of the element, with a @ManyToOne.
                MAP-006 Ambitious.work: Its type Address is an @Embeddable, which is not supported yet; declare its attributes in the entity itself.
                MAP-006 Ambitious.elsewhere: @Column(table = "other"): an entity in several tables is not supported yet; make an entity of the second table, with a @OneToOne.
                MAP-006 Ambitious.alarm: @Column(secondPrecision = 3) is not supported yet; times are kept to the microsecond (6). Leave it out, and truncate in Java.
                MAP-006 Ambitious.owned: A @OneToMany without mappedBy, which needs a table or a column elsewhere, is not supported yet; give the element a @ManyToOne, and name it here: @OneToMany(mappedBy = "…").""", Ambitious.class, Owner.class, Owned.class);
    }

    @Entity
    static class Parent {
        @Id
        Long id;
    }

    @Entity
    static class Child extends Parent {}

    @IdClass(Object.class)
    @Entity
    static class Composite {
        @Id
        Long one;

        @Id
        Long two;
    }

    @Entity
    static class Embedding {
        @EmbeddedId
        Address id;
    }

    @Entity
    static class Borrowing {
        @Id
        @OneToOne
        @MapsId
        Owner owner;
    }

    @Entity
    static class Counted {
        @Id
        @GeneratedValue(strategy = GenerationType.TABLE)
        Long id;
    }

    @Test
    void refusesIdentifiersThatItCannotDoYet() {
        assertMistakes(
                "MAP-006 Child: It extends entity Parent, which is not supported yet; use a @MappedSuperclass, or entities of"
                        + " their own.\nMAP-010 Child: It has no identifier. Mark one field with @Id: \"@Id @GeneratedValue(strategy ="
                        + " GenerationType.IDENTITY) private Long id;\".",
                Child.class);
        assertMistakes(
                "MAP-006 Composite: @IdClass is not supported yet; identify it by one attribute, and say what is unique by"
                        + " @Table(uniqueConstraints).",
                Composite.class);
        assertMistakes(
                "MAP-006 Embedding.id: @EmbeddedId is not supported yet; identify it by one attribute, and say what is unique"
                        + " by @Table(uniqueConstraints).",
                Embedding.class);
        assertThat(mistakes(Borrowing.class, Owner.class))
                .contains(
                        "MAP-006 Borrowing.owner: An association as identifier is not supported yet; give the entity an"
                                + " identifier of its own, and make the association unique.");
        assertMistakes(
                "MAP-006 Counted.id: GenerationType.TABLE is not supported yet; use IDENTITY or SEQUENCE.",
                Counted.class);
    }

    @Entity
    static class Anonymous {
        String name;
    }

    @Entity
    static class Twofold {
        @Id
        Long one;

        @Id
        Long two;
    }

    @Test
    void wantsExactlyOneIdentifier() {
        assertMistakes(
                "MAP-010 Anonymous: It has no identifier. Mark one field with @Id: \"@Id @GeneratedValue(strategy ="
                        + " GenerationType.IDENTITY) private Long id;\".",
                Anonymous.class);
        assertMistakes(
                "MAP-011 Twofold.two: It has 2 identifiers, one, two; an identifier of several attributes is not supported"
                        + " yet. Keep one, and say what is unique by @Table(uniqueConstraints).",
                Twofold.class);
    }

    @Entity
    static class Numbered {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        String id;
    }

    @Entity
    static class Named {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "nobody")
        Long id;
    }

    @Entity
    static class Stuck {
        @Id
        @SequenceGenerator(name = "still", allocationSize = 0)
        @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "still")
        Long id;
    }

    @Entity
    static class Unset {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        long id;
    }

    @Entity
    static class Bytes {
        @Id
        byte[] id;
    }

    @Test
    void wantsIdentifiersThatCanBeGeneratedAndCompared() {
        assertMistakes(
                "MAP-012 Numbered.id: GenerationType.IDENTITY does not make a java.lang.String; declare it as Long or Integer,"
                        + " or leave @GeneratedValue out and set it yourself.",
                Numbered.class);
        assertMistakes(
                "MAP-014 Named.id: There is no @SequenceGenerator(name = \"nobody\") at this field or its class; add it, or"
                        + " leave the generator's name out.",
                Named.class);
        assertMistakes(
                "MAP-014 Stuck.id: @SequenceGenerator(allocationSize = 0): it is the number of identifiers taken at once, so at"
                        + " least 1.",
                Stuck.class);
        assertMistakes(
                "MAP-020 Bytes.id: A byte[] cannot be an identifier, as equal ones are not told by equals(); use Long, String"
                        + " or UUID.",
                Bytes.class);
        assertWarnings(
                "MAP-013 Unset.id: A long cannot be null before it is generated, so 0 counts as none; better declare it Long.",
                Unset.class);
    }

    /** Makes what no column holds. */
    static class ToList implements AttributeConverter<String, List<String>> {
        @Override
        public List<String> convertToDatabaseColumn(String value) {
            return List.of(value);
        }

        @Override
        public String convertToEntityAttribute(List<String> stored) {
            return stored.get(0);
        }
    }

    abstract static class Unmade implements AttributeConverter<String, String> {}

    static class Inherits extends ToList {}

    @Entity
    static class Converted {
        @Id
        Long id;

        @Convert(converter = ToList.class)
        String made;

        @Convert(converter = ToList.class)
        int taken;

        @Convert(converter = Unmade.class)
        String unmade;

        @Convert(converter = Inherits.class)
        String inherits;

        @Convert
        String none;
    }

    @Test
    void wantsConvertersThatFit() {
        assertMistakes("""
                MAP-046 Converted.made: The converter ToList makes a java.util.List<java.lang.String>, which no column holds; make a String, a number, bytes, a date or a time of it.
                MAP-046 Converted.taken: The converter ToList takes a java.lang.String, and the attribute is a int.
                MAP-046 Converted.unmade: The converter Unmade cannot be made; it must be a class of its own, not abstract, with a constructor without parameters.
                MAP-046 Converted.inherits: The converter Inherits has no method convertToDatabaseColumn of its own; implement AttributeConverter in it.
                MAP-046 Converted.none: @Convert names no converter; write @Convert(converter = …).""", Converted.class);
    }

    @Entity
    static class Versions {
        @Id
        Long id;

        @Version
        String first;

        @Version
        int second;
    }

    @Test
    void wantsOneVersionThatCounts() {
        assertMistakes("""
                MAP-015 Versions.first: A version counts changes, and java.lang.String does not count; use int or long.
                MAP-015 Versions.second: "first" is the version already; keep one of them.""", Versions.class);
    }

    @MappedSuperclass
    static class Generic<T> {
        T extra;
    }

    @Entity
    @SuppressWarnings("rawtypes") // that is the mistake
    static class Odd extends Generic {
        @Id
        Long id;

        Date born;
        Thread thread;
        Owner owner;
        List<Thread> names;
    }

    @Test
    void refusesTypesThatHaveNoColumnAndSaysWhatHas() {
        String mapped = " Mapped are primitives and BigDecimal, BigInteger, Boolean, Byte, Character, Currency, Double,"
                + " Duration, Float, Instant, Integer, Json, LocalDate, LocalDateTime, LocalTime, Locale, Long,"
                + " OffsetDateTime, Short, String, URI, UUID, Year, YearMonth, ZoneId, byte[], enums.";
        assertMistakes(
                "MAP-020 Odd.extra: Its type is the type variable T; extend the class with a type for it, or declare the"
                        + " attribute in the entity.\n"
                        + "MAP-020 Odd.born: Its type java.util.Date is not mapped; use java.time.Instant for a moment,"
                        + " java.time.LocalDateTime for a date and time of no zone." + mapped + "\n"
                        + "MAP-020 Odd.thread: Its type java.lang.Thread is not mapped; use one that is, or mark it @Transient."
                        + mapped + "\n"
                        + "MAP-020 Odd.owner: Its type Owner is an entity; annotate it with @ManyToOne or @OneToOne.\n"
                        + "MAP-020 Odd.names: A java.util.List<java.lang.Thread> has no column; annotate it with"
                        + " @OneToMany(mappedBy = …), or mark it @Transient.",
                Odd.class);
    }

    @Entity
    static class Worded {
        @Id
        Long id;

        @Column(columnDefinition = "citext")
        String name;

        @Column(options = "compressed")
        String text;

        @Column(columnDefinition = "varchar(0)")
        String nothing;

        @DefaultValue("new")
        String state;
    }

    @Test
    void refusesColumnDefinitionsOfOneDatabase() {
        assertMistakes("""
                MAP-021 Worded.name: @Column(columnDefinition = "citext") is not understood at character 1: "citext" is no type that every database has; write one of the standard's. Understood are the standard's types, then "not null", "default …" and "collate …".
                MAP-021 Worded.text: @Column(options = "compressed") is not understood at character 1: Expected "not null", "default" or "collate" but found "compressed". Understood are "not null", "default …" and "collate …".
                MAP-021 Worded.nothing: @Column(columnDefinition = "varchar(0)") is not understood at character 1: The length of VARCHAR is 0; it must be at least 1. Understood are the standard's types, then "not null", "default …" and "collate …".""", Worded.class);
        assertThat(warnings(Worded.class))
                .singleElement()
                .asString()
                .startsWith(
                        "MAP-022 Worded.state: The default \"new\" is given to every database as it stands, because it cannot"
                                + " be read: ")
                .endsWith("A text is written in single quotes: 'new'.");
    }

    @Entity
    @RenamedFrom("")
    static class Renamed {
        @Id
        Long id;

        @RenamedFrom("title")
        String title;

        @OneToMany(mappedBy = "renamed")
        @RenamedFrom("others")
        List<RenamedPart> parts;
    }

    @Entity
    static class RenamedPart {
        @Id
        Long id;

        @ManyToOne
        Renamed renamed;
    }

    @Test
    void refusesFormerNamesThatAreNone() {
        assertMistakes("""
                MAP-046 Renamed: @RenamedFrom("") says no name; say what the table was called before, or remove it.
                MAP-046 Renamed.title: @RenamedFrom("title") says what it is called now; say what the column was called before, or remove it.
                MAP-046 Renamed.parts: @RenamedFrom says what a column was called, and it has none; move it to the side that has the column.""", Renamed.class, RenamedPart.class);
    }

    enum Mood {
        GOOD,
        EXCELLENT
    }

    enum Weird {
        A;

        @EnumeratedValue
        final double weight = 1;
    }

    @Entity
    static class Measured {
        @Id
        Long id;

        BigDecimal price;

        @Column(precision = 2, scale = 3)
        BigDecimal tiny;

        @Column(length = 0)
        String nothing;

        @Enumerated(EnumType.STRING)
        @Column(length = 4)
        Mood mood;

        Weird weird;
    }

    @Test
    void checksLengthsAndPrecisions() {
        assertMistakes("""
                MAP-024 Measured.tiny: @Column(precision = 2, scale = 3): the scale is part of the precision, so it lies between 0 and 2.
                MAP-024 Measured.nothing: @Column(length = 0): a length is at least 1.
                MAP-024 Measured.mood: @Column(length = 4) is too short for io.aludel.mapping.build.MappingMistakesTest$Mood, whose longest constant has 9 characters; make it longer, or leave it out.
                MAP-025 Measured.weird: @EnumeratedValue is on Weird.weight, a double; it can be a String, int, short or byte.""", Measured.class);
        assertWarnings(
                "MAP-023 Measured.price: Nothing says how many digits it has, so it gets 38, 2 of them after the point; say"
                        + " @Column(precision = …, scale = …).",
                Measured.class);
    }

    @Entity
    static class Owner {
        @Id
        Long id;

        @OneToMany(mappedBy = "owner")
        List<Owned> owned = new ArrayList<>();
    }

    @Entity
    static class Owned {
        @Id
        Long id;

        @ManyToOne
        Owner owner;
    }

    @Entity
    static class Pointing {
        @Id
        Long id;

        @ManyToOne
        String text;

        @ManyToOne
        List<Owner> several;

        @OneToMany(mappedBy = "x")
        @SuppressWarnings("rawtypes")
        List raw;

        @OneToMany(mappedBy = "x")
        Map<String, Owner> map;

        @OneToMany(mappedBy = "nothing")
        List<Owned> unknown;

        @OneToMany(mappedBy = "id")
        Set<Owned> attribute;

        @OneToMany(mappedBy = "owner")
        Set<Owned> others;

        @OneToOne(mappedBy = "owned")
        Owner inverse;
    }

    @Test
    void refusesAssociationsThatPointNowhere() {
        assertMistakes("""
                MAP-030 Pointing.text: @ManyToOne points at java.lang.String, which is no @Entity; annotate that class, or this field otherwise.
                MAP-030 Pointing.several: @ManyToOne points at java.util.List, which is no @Entity; for a collection say @OneToMany.
                MAP-030 Pointing.raw: Its type does not say what it holds; declare it as List<…>, or say targetEntity.
                MAP-032 Pointing.map: Its type is java.util.Map<java.lang.String, io.aludel.mapping.build.MappingMistakesTest$Owner>; a @OneToMany is a List, a Set or a Collection.
                MAP-031 Pointing.unknown: mappedBy = "nothing", but Owned has no such attribute; name the @ManyToOne Pointing of Owned.
                MAP-031 Pointing.attribute: mappedBy = "id", but Owned.id is no @ManyToOne; name the @ManyToOne Pointing of Owned.
                MAP-031 Pointing.others: mappedBy = "owner", but Owned.owner points at io.aludel.mapping.build.MappingMistakesTest$Owner, not at Pointing; name the @ManyToOne Pointing of Owned.
                MAP-031 Pointing.inverse: mappedBy = "owned", but Owner.owned is no @OneToOne; name the @OneToOne Pointing of Owner.""", Pointing.class, Owner.class, Owned.class);
        assertMistakes(
                "MAP-036 Owned.owner: It points at io.aludel.mapping.build.MappingMistakesTest$Owner, which is not among the"
                        + " model's entities; add it: Model.of(…, Owner.class).",
                Owned.class);
    }

    @Entity
    static class Joined {
        @Id
        Long id;

        @ManyToOne
        @JoinColumn(referencedColumnName = "name")
        Owner byName;

        @ManyToOne
        @JoinColumn(columnDefinition = "varchar(9)")
        Owner narrow;

        @ManyToOne(optional = false)
        @OnDelete(Action.SET_NULL)
        Owner required;

        @ManyToOne
        @JoinColumn(foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT))
        @OnDelete(Action.CASCADE)
        Owner loose;

        @ManyToOne
        @JoinColumn(foreignKey = @ForeignKey(options = "on delete explode"))
        Owner explosive;

        @OneToMany(mappedBy = "parent")
        @OrderBy("size desc")
        List<Joined> children;

        @ManyToOne
        Joined parent;
    }

    @Test
    void checksJoinColumnsActionsAndOrders() {
        assertMistakes("""
                MAP-033 Joined.byName: @JoinColumn(referencedColumnName = "name"): a key that points at another column than the identifier's, "id", is not supported yet; leave it out.
                MAP-033 Joined.narrow: Its columnDefinition says varchar(9), but it points at "id", a bigint; leave the type out. Only integers may be of different width.
                MAP-034 Joined.required: On delete it is set to NULL, but its column does not allow NULL; make it optional, or choose CASCADE or RESTRICT.
                MAP-034 Joined.loose: It says what happens on delete, but wants no foreign key (NO_CONSTRAINT); remove one of the two.
                MAP-034 Joined.explosive: @ForeignKey(options = "on delete explode") is not understood at character 11: Expected cascade, restrict, set null, set default or no action but found "explode". Understood are "on delete …", "on update …", "match full", "deferrable", "initially deferred" and "not valid".
                MAP-035 Joined.children: @OrderBy("size desc"): "size desc" is no attribute of Joined, perhaps followed by asc or desc; it has id.""", Joined.class, Owner.class, Owned.class);
    }

    @Entity
    @Table(
            name = "same",
            uniqueConstraints = @UniqueConstraint(columnNames = "fullName"),
            indexes = @Index(columnList = "nothing"),
            check = @CheckConstraint(constraint = "full_name like_ 'x'"))
    static class First {
        @Id
        Long id;

        String fullName;

        @Column(name = "full_name")
        String again;
    }

    @Entity(name = "First")
    @Table(name = "same")
    static class Second {
        @Id
        Long id;
    }

    @Test
    void findsNamesUsedTwiceAndColumnsThatAreNotThere() {
        assertMistakes("""
                MAP-040 First.again: Its column "full_name" is that of "fullName" already. Give one of them another column, or mark one @Transient.
                MAP-043 First: @UniqueConstraint names column "fullName", which table "same" does not have. The column of attribute "fullName" is "full_name". It has: id, full_name.
                MAP-043 First: @Index names column "nothing", which table "same" does not have. It has: id, full_name.
                MAP-042 Second: The entity io.aludel.mapping.build.MappingMistakesTest$First is called "First" too; give one of them another name: @Entity(name = …).
                MAP-041 Second: Its table "same" is that of First already; give it another one: @Table(name = …).""", First.class, Second.class);
        assertThat(warnings(First.class, Second.class))
                .singleElement()
                .asString()
                .startsWith(
                        "MAP-044 First: The check \"full_name like_ 'x'\" is given to every database as it stands, because it"
                                + " cannot be read: ");
    }

    @Entity
    @Table(indexes = @Index(name = "ix_name", columnList = "name"))
    static class Indexed {
        @Id
        Long id;

        String name;
    }

    @Entity
    @Table(uniqueConstraints = @UniqueConstraint(name = "ix_name", columnNames = "name"))
    static class IndexedToo {
        @Id
        Long id;

        String name;
    }

    @Test
    void warnsOfTwoIndexesOfOneName() {
        assertThat(warnings(Indexed.class, IndexedToo.class))
                .singleElement()
                .hasToString(
                        "MAP-042 IndexedToo: \"ix_name\" is the name of an index or unique constraint of Indexed already, which most"
                                + " databases refuse; give one of them another name.");
    }

    @Entity
    static class Several {
        @Id
        Long id;

        @ManyToOne
        @JoinColumn(name = "a")
        @JoinColumn(name = "b")
        Owner two;

        @ManyToOne
        @JoinColumn(table = "elsewhere")
        Owner far;

        @ManyToOne
        @JoinColumn(foreignKey = @ForeignKey(foreignKeyDefinition = "references owner"))
        Owner defined;

        @OneToMany(mappedBy = "up")
        @JoinColumn(name = "up_id")
        List<Several> down;

        @ManyToOne
        Several up;
    }

    @Test
    void refusesJoinColumnsThatItCannotDoYet() {
        assertMistakes("""
                MAP-006 Several.two: It has 2 join columns; a foreign key of several columns is not supported yet. Keep one.
                MAP-006 Several.far: @JoinColumn(table = "elsewhere"): an entity in several tables is not supported yet; leave it out.
                MAP-006 Several.defined: @ForeignKey(foreignKeyDefinition) is not supported yet; say its name, and @OnDelete.
                MAP-046 Several.down: It is mapped by the other side, which has the column; move @JoinColumn there.""", Several.class, Owner.class, Owned.class);
    }

    @MappedSuperclass
    static class Base {
        String name;
    }

    @Entity
    static class Hiding extends Base {
        @Id
        Long id;

        String name;
    }

    @Test
    void refusesAnAttributeThatHidesAnother() {
        assertMistakes(
                "MAP-042 Hiding.name: A superclass, Base, has an attribute of this name too; rename one of them, or mark one"
                        + " @Transient.",
                Hiding.class);
    }

    @Entity
    @NamedQuery(name = "all", query = "select q from Quiet q")
    static class Quiet {
        @Id
        Long id;
    }

    @Test
    void saysWhatItDoesNotRead() {
        assertWarnings("MAP-045 Quiet: @NamedQuery is not read.", Quiet.class);
    }

    @Entity
    static class Confused {
        @Id
        Long id;

        @Enumerated
        int number;

        @Lob
        int large;

        @GeneratedValue
        Long generated;

        @JoinColumn
        String joined;

        @ManyToOne
        @Column(name = "owner")
        @Basic
        Owner owner;

        @ManyToOne
        @OneToOne
        Owner both;
    }

    @Test
    void refusesAnnotationsThatContradict() {
        assertMistakes("""
                MAP-046 Confused.number: @Enumerated is for enums, and int is none; remove it.
                MAP-046 Confused.large: @Lob is for String and byte[], not for int; remove it.
                MAP-046 Confused.joined: @JoinColumn says nothing about an attribute with a value of its own; remove it.
                MAP-046 Confused.owner: @Basic says nothing about an association; say optional and fetch at the association itself.
                MAP-046 Confused.owner: @Column says nothing about an association; say @JoinColumn instead.
                MAP-046 Confused.both: It is two kinds of association at once; keep one of the annotations.
                MAP-046 Confused.generated: @GeneratedValue is for identifiers, and this is none; remove it, or add @Id.""", Confused.class, Owner.class, Owned.class);
    }

    @Test
    void reportsAllMistakesOfAllClassesTogether() {
        assertThatThrownBy(() -> Model.of(Anonymous.class, Stiff.class))
                .isInstanceOfSatisfying(
                        MappingException.class,
                        e -> assertThat(e.problems())
                                .extracting(MappingProblem::code)
                                .containsExactly(MappingCode.NO_ID, MappingCode.FINAL_FIELD))
                .hasMessage("""
                        There are 2 mistakes in the mapping:
                          MAP-010 MappingMistakesTest.Anonymous: It has no identifier. Mark one field with @Id: "@Id @GeneratedValue(strategy = GenerationType.IDENTITY) private Long id;".
                          MAP-004 MappingMistakesTest.Stiff.name: It is final, but loading an entity sets it; remove "final", or mark it @Transient.
                        Each code is explained in docs/errors.md.""");
    }

    private static void assertMistakes(String expected, Class<?>... classes) {
        assertThat(String.join("\n", mistakes(classes))).isEqualTo(expected);
    }

    private static void assertWarnings(String expected, Class<?>... classes) {
        assertThat(String.join("\n", warnings(classes))).isEqualTo(expected);
    }

    private static List<String> mistakes(Class<?>... classes) {
        return texts(read(classes).errors());
    }

    private static List<String> warnings(Class<?>... classes) {
        return texts(read(classes).warnings());
    }

    private static List<String> texts(List<MappingProblem> problems) {
        return problems.stream()
                .map(problem -> problem.toString().replace(PLACE, ""))
                .toList();
    }

    private static MappingResult read(Class<?>... classes) {
        return new EntityModelBuilder(
                        new ReflectionClassSource(List.of(classes)),
                        NamingStrategy.SNAKE_CASE,
                        NamingConvention.STANDARD)
                .build(Stream.of(classes).map(Class::getName).toList());
    }
}
