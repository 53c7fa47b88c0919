// SPDX-License-Identifier: Apache-2.0
package io.aludel.mapping.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.core.dialect.Capabilities;
import io.aludel.core.dialect.Feature;
import io.aludel.core.expr.RawSql;
import io.aludel.core.name.NamingConvention;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.Check;
import io.aludel.core.schema.Deferral;
import io.aludel.core.schema.EnumType;
import io.aludel.core.schema.ForeignKey;
import io.aludel.core.schema.Index;
import io.aludel.core.schema.Numbering;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.SchemaException;
import io.aludel.core.schema.Sequence;
import io.aludel.core.schema.Table;
import io.aludel.core.schema.UniqueKey;
import io.aludel.core.type.SqlType;
import io.aludel.mapping.Model;
import io.aludel.mapping.model.AttributeModel;
import io.aludel.mapping.model.EntityModel;
import io.aludel.mapping.problem.MappingException;
import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.UniqueConstraint;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What {@code options} say about keys, checks, indexes and sequences. */
@SuppressWarnings("unused") // fields are read by the mapping only
class OptionsTest {
    @Entity
    @jakarta.persistence.Table(
            uniqueConstraints = {
                @UniqueConstraint(
                        name = "uq_all",
                        columnNames = "room",
                        options = "include (note, \"floor\") nulls not distinct deferrable initially deferred"),
                @UniqueConstraint(name = "uq_later", columnNames = "note", options = "deferrable initially immediate"),
                @UniqueConstraint(name = "uq_plain", columnNames = "floor", options = "nulls distinct not deferrable")
            },
            indexes = {
                @jakarta.persistence.Index(
                        name = "ix_all",
                        columnList =
                                "room desc nulls last, note collate \"C\" text_pattern_ops asc nulls first, note(10), id nulls last",
                        unique = true,
                        options =
                                "using GIN include (floor) nulls not distinct with (fillfactor = 70, fastupdate=off) where note is not null"),
                @jakarta.persistence.Index(
                        name = "ix_raw",
                        columnList = "note collate nocase",
                        options = "where note ~ 'x'"),
                @jakarta.persistence.Index(name = "ix_plain", columnList = "floor", options = "nulls distinct")
            },
            check = {
                @CheckConstraint(name = "ck_later", constraint = "floor > 0", options = "NOT VALID"),
                @CheckConstraint(name = "ck_now", constraint = "floor < 99")
            })
    static class Booking {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE)
        @SequenceGenerator(
                sequenceName = "numbers",
                initialValue = 100,
                allocationSize = 5,
                options = "as integer minvalue -7 maxvalue 5000000000 cache 20 cycle")
        Long id;

        String room;
        String note;
        int floor;

        @ManyToOne
        @JoinColumn(
                foreignKey =
                        @jakarta.persistence.ForeignKey(
                                options =
                                        "match full on delete cascade on update set null deferrable initially deferred not valid"))
        Booking before;

        @ManyToOne
        @JoinColumn(
                foreignKey = @jakarta.persistence.ForeignKey(options = "match simple deferrable on update restrict"))
        @io.aludel.mapping.annotation.OnDelete(ForeignKey.Action.SET_NULL)
        Booking after;
    }

    private final Model model = Model.of(Booking.class);
    private final Table booking = model.schema().requireTable(TableName.of("booking"));

    @Test
    void ofUniqueConstraints() {
        assertThat(booking.uniqueKeys())
                .containsExactly(
                        new UniqueKey("uq_all", List.of("room"), List.of("note", "floor"), false, Deferral.DEFERRED),
                        new UniqueKey("uq_later", List.of("note"), List.of(), true, Deferral.DEFERRABLE),
                        new UniqueKey("uq_plain", List.of("floor")));
    }

    @Test
    void ofIndexes() {
        Index all = booking.indexes().get(0);
        assertThat(all.parts())
                .containsExactly(
                        new Index.Part(Index.Part.column("room").expression(), true).withNulls(Index.Nulls.LAST),
                        Index.Part.column("note")
                                .withCollation("C")
                                .withOperatorClass("text_pattern_ops")
                                .withNulls(Index.Nulls.FIRST),
                        Index.Part.column("note").withLength(10),
                        Index.Part.column("id").withNulls(Index.Nulls.LAST));
        assertThat(all.unique()).isTrue();
        assertThat(all.method()).isEqualTo("gin");
        assertThat(all.include()).containsExactly("floor");
        assertThat(all.nullsDistinct()).isFalse();
        assertThat(all.options()).containsExactly("fillfactor=70", "fastupdate=off");
        assertThat(all.predicate()).isNotNull().isNotInstanceOf(RawSql.class);
        assertThat(booking.indexes().get(1)).isEqualTo(Index.of("ix_plain", "floor"));
        Index raw = booking.indexes().get(2);
        assertThat(raw.parts()).containsExactly(Index.Part.column("note").withCollation("nocase"));
        assertThat(raw.predicate()).isInstanceOf(RawSql.class);
        assertThat(model.warnings())
                .singleElement()
                .asString()
                .startsWith(
                        "MAP-044 OptionsTest.Booking: The condition \"note ~ 'x'\" of an index is given to every database as it stands");
    }

    @Test
    void ofChecks() {
        assertThat(booking.checks())
                .extracting(Check::name, Check::validated)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("ck_later", false),
                        org.assertj.core.groups.Tuple.tuple("ck_now", true));
    }

    @Test
    void ofForeignKeys() {
        assertThat(booking.foreignKeys())
                .containsExactly(
                        ForeignKey.of("fk_booking_after_id", List.of("after_id"), booking.name(), List.of("id"))
                                .onDelete(ForeignKey.Action.SET_NULL)
                                .onUpdate(ForeignKey.Action.RESTRICT)
                                .withDeferral(Deferral.DEFERRABLE),
                        ForeignKey.of("fk_booking_before_id", List.of("before_id"), booking.name(), List.of("id"))
                                .onDelete(ForeignKey.Action.CASCADE)
                                .onUpdate(ForeignKey.Action.SET_NULL)
                                .withMatch(ForeignKey.Match.FULL)
                                .withDeferral(Deferral.DEFERRED)
                                .withValidated(false));
    }

    @Test
    void ofSequences() {
        assertThat(model.schema().sequences())
                .containsExactly(new Sequence(TableName.of("numbers"), 100, 5)
                        .withType(SqlType.integer())
                        .withNumbering(Numbering.of(100, 5)
                                .within(-7L, 5_000_000_000L)
                                .withCache(20)
                                .withCycle(true)));
    }

    @Entity
    @jakarta.persistence.Table(
            uniqueConstraints = @UniqueConstraint(columnNames = "name", options = "include (nothing)"),
            indexes = {
                @jakarta.persistence.Index(columnList = "name", options = "tablespace fast"),
                @jakarta.persistence.Index(columnList = "id", options = "include (5)")
            },
            check = @CheckConstraint(constraint = "id > 0", options = "not enforced"))
    static class Wrong {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE)
        @SequenceGenerator(options = "cache 0")
        Long id;

        String name;

        @ManyToOne
        @JoinColumn(foreignKey = @jakarta.persistence.ForeignKey(options = "match partial"))
        Wrong other;
    }

    @Entity
    static class Uneven {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE)
        @SequenceGenerator(options = "minvalue high")
        Long id;
    }

    @Test
    void whatIsNotUnderstoodIsAnError() {
        assertThatThrownBy(() -> Model.of(Wrong.class, Uneven.class))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining(
                        "MAP-047 OptionsTest.Wrong: @SequenceGenerator(options = \"cache 0\") is not understood at character 7: The cache is 0;"
                                + " it is 1 at least. Understood are \"as …\" and a type, \"minvalue …\", \"maxvalue …\", \"cache …\" and \"cycle\".")
                .hasMessageContaining(
                        "MAP-034 OptionsTest.Wrong.other: @ForeignKey(options = \"match partial\") is not understood at character 1: ")
                .hasMessageContaining(
                        "MAP-047 OptionsTest.Wrong: @CheckConstraint(options = \"not enforced\") is not understood at character 5: Expected \"valid\""
                                + " but found \"enforced\". Understood are \"not valid\".")
                .hasMessageContaining(
                        "MAP-043 OptionsTest.Wrong: @UniqueConstraint names column \"nothing\", which table \"wrong\" does not have.")
                .hasMessageContaining(
                        "MAP-047 OptionsTest.Wrong: @Index(options = \"tablespace fast\") is not understood at character 1: ")
                .hasMessageContaining(
                        "MAP-047 OptionsTest.Wrong: @Index(options = \"include (5)\") is not understood at character 10: Expected a column but"
                                + " found \"5\".")
                .hasMessageContaining("character 10: Expected a whole number but found \"high\".");
    }

    @Test
    void collectsTheEnumTypesOfColumnsWhereADatabaseHasThem() {
        EntityModel plain = model.entity(Booking.class).model();
        SqlType mood = SqlType.namedEnum("mood", "sad", "glad");

        Schema schema = new SchemaBuilder(NamingConvention.STANDARD)
                .build(List.of(with(with(plain, "note", mood), "room", SqlType.array(mood))));

        assertThat(schema.enumTypes()).containsExactly(EnumType.of(TableName.of("mood"), "sad", "glad"));
        assertThatThrownBy(() -> new SchemaBuilder(NamingConvention.STANDARD)
                        .build(List.of(with(with(plain, "note", mood), "room", SqlType.namedEnum("mood", "other")))))
                .isInstanceOf(SchemaException.class)
                .hasMessage("Two types are called \"mood\"; rename one of them.");
        assertThat(model.schemaFor(new Capabilities(Set.of(Feature.SEQUENCES), 100, 63)))
                .isEqualTo(model.schema());
    }

    private static EntityModel with(EntityModel entity, String attribute, SqlType type) {
        List<AttributeModel> attributes = entity.attributes().stream()
                .map(one -> one.name().equals(attribute)
                        ? new AttributeModel(
                                one.name(),
                                one.declaringClass(),
                                one.javaType(),
                                one.storage(),
                                one.column().withType(type),
                                one.insertable(),
                                one.updatable(),
                                one.converter())
                        : one)
                .toList();
        return new EntityModel(
                entity.className(),
                entity.entityName(),
                entity.table(),
                attributes,
                entity.associations(),
                entity.id(),
                entity.idGeneration(),
                entity.version(),
                entity.details());
    }
}
