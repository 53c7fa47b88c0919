// SPDX-License-Identifier: Apache-2.0
package io.aludel.mapping.build;

import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.core.expr.FunctionCall;
import io.aludel.core.expr.Value;
import io.aludel.core.name.NamingConvention;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.Check;
import io.aludel.core.schema.Column;
import io.aludel.core.schema.Default;
import io.aludel.core.schema.ForeignKey.Action;
import io.aludel.core.schema.Generation;
import io.aludel.core.schema.Sequence;
import io.aludel.core.type.ConvertedType;
import io.aludel.core.type.SqlType;
import io.aludel.core.type.ValueType;
import io.aludel.mapping.EntityType;
import io.aludel.mapping.FormerNames;
import io.aludel.mapping.Model;
import io.aludel.mapping.annotation.ColumnType;
import io.aludel.mapping.annotation.DefaultValue;
import io.aludel.mapping.annotation.RenamedFrom;
import io.aludel.mapping.model.AssociationModel;
import io.aludel.mapping.model.AssociationModel.CascadeKind;
import io.aludel.mapping.model.EntityModel;
import io.aludel.mapping.model.IdGeneration;
import io.aludel.mapping.naming.NamingStrategy;
import io.aludel.mapping.source.ReflectionClassSource;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Basic;
import jakarta.persistence.CascadeType;
import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Enumerated;
import jakarta.persistence.EnumeratedValue;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;
import org.junit.jupiter.api.Test;

@SuppressWarnings("unused") // fields are read by the mapping only
class MappingRulesTest {
    enum Letter {
        ALPHA("a"),
        BETA("b");

        @EnumeratedValue
        final String code;

        Letter(String code) {
            this.code = code;
        }
    }

    enum Rank {
        LOW(10),
        HIGH(20);

        @EnumeratedValue
        final int weight;

        Rank(int weight) {
            this.weight = weight;
        }
    }

    @MappedSuperclass
    static class Titled {
        @RenamedFrom("`name`")
        String title;
    }

    @Entity
    @RenamedFrom("creature")
    @jakarta.persistence.Table(schema = "zoo")
    static class Beast extends Titled {
        @Id
        Long id;

        @ManyToOne
        @RenamedFrom("parent_id")
        Beast mother;
    }

    @Test
    void formerNamesAreThoseOfTablesAndColumns() {
        TableName beast = TableName.of("zoo", "beast");

        assertThat(Model.of(Beast.class).formerNames())
                .isEqualTo(new FormerNames(
                        List.of(new FormerNames.OfTable(beast, "creature")),
                        List.of(
                                new FormerNames.OfColumn(beast, "title", "name"),
                                new FormerNames.OfColumn(beast, "mother_id", "parent_id"))));
        assertThat(Model.of(Defaults.class).formerNames()).isEqualTo(FormerNames.NONE);
    }

    @Entity
    static class Defaults {
        @Id
        Long id;

        @DefaultValue("'new'")
        @jakarta.persistence.Column(length = 5)
        String state;

        @DefaultValue("true")
        boolean active;

        @DefaultValue("current_timestamp")
        Instant created;

        @jakarta.persistence.Column(options = "default 3 collate binary")
        String number;

        @jakarta.persistence.Column(columnDefinition = "numeric(5, 1) not null default 2.5")
        java.math.BigDecimal rate;
    }

    @ColumnType(on = "postgresql", type = "interval")
    static class InHours implements AttributeConverter<Duration, Short> {
        @Override
        public Short convertToDatabaseColumn(Duration value) {
            return (short) value.toHours();
        }

        @Override
        public Duration convertToEntityAttribute(Short stored) {
            return Duration.ofHours(stored);
        }
    }

    @Entity
    static class Typed {
        @Id
        Long id;

        @Convert(converter = InHours.class)
        @ColumnType(on = "h2", type = "tinyint")
        Duration hours;

        @Convert(disableConversion = true)
        Duration exact;

        @ColumnType(on = "postgresql", type = "citext")
        @ColumnType(on = "h2", type = "varchar_ignorecase(40)")
        @jakarta.persistence.Column(length = 40)
        String name;
    }

    @Test
    void takesConvertersAndTheTypesThatDatabasesHaveForThem() {
        EntityType<Typed> typed = Model.of(Typed.class).entity(Typed.class);

        assertThat(typed.columns().stream()
                        .map(column -> column.column() + " " + column.type().sqlType()))
                .containsExactly(
                        "id bigint",
                        "hours smallint, on h2 tinyint, on postgresql interval",
                        "exact bigint",
                        "name varchar(40), on h2 varchar_ignorecase(40), on postgresql citext");
        ConvertedType<?, ?> hours = (ConvertedType<?, ?>) typed.columns().get(1).type();
        assertThat(hours.toStored(Duration.ofHours(5))).isEqualTo((short) 5);
        assertThat(((ConvertedType<?, ?>) typed.columns().get(2).type()).toStored(Duration.ofMillis(1)))
                .isEqualTo(1_000L);
    }

    @Test
    void readsDefaultsInTheTypeOfTheirColumn() {
        EntityModel model = read(Defaults.class);

        assertThat(defaultOf(model, "state"))
                .isEqualTo(new Default.Of(new Value("new", ValueType.STRING.as(SqlType.varchar(5)))));
        assertThat(defaultOf(model, "active")).isEqualTo(new Default.Of(new Value(true, ValueType.BOOLEAN)));
        assertThat(defaultOf(model, "created"))
                .isEqualTo(new Default.Of(FunctionCall.of(FunctionCall.Function.CURRENT_TIMESTAMP, ValueType.INSTANT)));
        assertThat(column(model, "number").collation()).isEqualTo("binary");
        assertThat(column(model, "rate").nullable()).isFalse();
        assertThat(column(model, "rate").type()).isEqualTo(SqlType.decimal(5, 1));
    }

    @Entity
    static class Checked {
        @Id
        Long id;

        @jakarta.persistence.Column(
                check = {
                    @CheckConstraint(constraint = "amount > 0"),
                    @CheckConstraint(constraint = "amount < 100"),
                    @CheckConstraint(name = "ck_odd", constraint = "amount <> 50")
                })
        int amount;
    }

    @Test
    void namesSeveralChecksOfOneColumnApart() {
        assertThat(read(Checked.class).details().checks())
                .extracting(Check::name)
                .containsExactly("ck_checked_amount", "ck_checked_amount_2", "ck_odd");
    }

    @Entity
    static class Enums {
        @Id
        Long id;

        Letter letter;
        Rank rank;

        @Enumerated
        Letter byPlace;
    }

    @Test
    void storesEnumsByTheirValueIfTheySaySo() {
        Model model = Model.of(Enums.class);
        EntityModel enums = model.entity(Enums.class).model();

        assertThat(column(enums, "letter").type()).isEqualTo(SqlType.varchar(255));
        assertThat(column(enums, "rank").type()).isEqualTo(SqlType.integer());
        assertThat(column(enums, "byPlace").type()).isEqualTo(SqlType.smallint());
        assertThat(stored(model, "letter", Letter.BETA)).isEqualTo("b");
        assertThat(stored(model, "rank", Rank.HIGH)).isEqualTo(20);
        assertThat(stored(model, "byPlace", Letter.BETA)).isEqualTo((short) 1);
    }

    private static Object stored(Model model, String attribute, Object value) {
        var type = model.entity(Enums.class)
                .valueType(model.entity(Enums.class).model().memberIndex(attribute));
        return ((io.aludel.core.type.ConvertedType<?, ?>) type).toStored(value);
    }

    @Entity
    static class Auto {
        @Id
        @GeneratedValue
        Long id;
    }

    @Entity
    @Table(schema = "s")
    static class Sequenced {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE)
        Integer id;
    }

    @Test
    void generatesIdentifiersAsSaid() {
        assertThat(read(Auto.class).idGeneration()).isEqualTo(new IdGeneration.Identity());
        assertThat(column(read(Auto.class), "id").generation()).isEqualTo(Generation.Identity.STANDARD);
        assertThat(read(Sequenced.class).idGeneration())
                .isEqualTo(new IdGeneration.FromSequence(new Sequence(TableName.of("s", "sequenced_seq"), 1, 50)));
        assertThat(read(Checked.class).idGeneration()).isEqualTo(new IdGeneration.Assigned());
    }

    @Entity
    static class Node {
        @Id
        Long id;

        @ManyToOne(
                fetch = FetchType.LAZY,
                cascade = {CascadeType.PERSIST, CascadeType.MERGE})
        @JoinColumn(name = "up", nullable = false, updatable = false, comment = "above")
        Node parent;

        @OneToMany(mappedBy = "parent", cascade = CascadeType.ALL, orphanRemoval = true)
        @OrderBy
        Collection<Node> children;
    }

    @Test
    void readsBothSidesOfAnAssociation() {
        EntityModel node = read(Node.class);
        AssociationModel parent = node.association("parent").orElseThrow();
        AssociationModel children = node.association("children").orElseThrow();

        assertThat(parent.kind()).isEqualTo(AssociationModel.Kind.MANY_TO_ONE);
        assertThat(parent.lazy()).isTrue();
        assertThat(parent.optional()).isFalse();
        assertThat(parent.cascades()).containsExactlyInAnyOrder(CascadeKind.PERSIST, CascadeKind.MERGE);
        assertThat(parent.joinColumns()).singleElement().satisfies(join -> {
            assertThat(join.column())
                    .isEqualTo(Column.notNull("up", SqlType.bigint()).withComment("above"));
            assertThat(join.referencedColumn()).isEqualTo("id");
            assertThat(join.updatable()).isFalse();
        });
        assertThat(parent.foreignKeyName()).isEqualTo("fk_node_up");
        assertThat(children.mappedBy()).isEqualTo("parent");
        assertThat(children.joinColumns()).isEmpty();
        assertThat(children.cascades()).containsExactlyInAnyOrder(CascadeKind.values());
        assertThat(children.orphanRemoval()).isTrue();
        assertThat(children.lazy()).isTrue();
        assertThat(children.collectionType()).isEqualTo("java.util.Collection");
        assertThat(children.orderBy()).containsExactly("id");
    }

    @Entity
    static class Adopted {
        @Id
        Long id;

        @ManyToOne
        @OnDelete(action = OnDeleteAction.CASCADE)
        Adopted parent;

        @ColumnDefault("7")
        int lucky;

        @Formula("1 + 1")
        int two;
    }

    @Test
    void understandsHibernatesAnnotationsByName() {
        EntityModel model = read(Adopted.class);

        assertThat(model.association("parent").orElseThrow().onDelete()).isEqualTo(Action.CASCADE);
        assertThat(defaultOf(model, "lucky")).isEqualTo(new Default.Of(new Value(7, ValueType.INTEGER)));
        assertThat(builder(NamingStrategy.SNAKE_CASE, Adopted.class)
                        .build(List.of(Adopted.class.getName()))
                        .warnings())
                .singleElement()
                .asString()
                .endsWith("two: Hibernate's @Formula is not read; say the same with Jakarta Persistence or Aludel's"
                        + " annotations.");
    }

    @Entity
    static class CamelCase {
        @Id
        Long theId;

        @Basic(optional = false)
        String fullName;

        @jakarta.persistence.Column(name = "\"Given\"")
        String other;

        @ManyToOne
        CamelCase nextOne;
    }

    @MappedSuperclass
    static class Numbered<K, V> {
        @Id
        K id;

        V payload;
    }

    @MappedSuperclass
    static class Named<V extends Comparable<V>, K> extends Numbered<K, V> {
        @Basic(optional = false)
        V name;
    }

    @Entity
    static class Badge extends Named<String, Long> {
        int size;
    }

    @Test
    void knowsTypeParametersByWhatTheEntityExtends() {
        EntityType<Badge> badge = Model.of(Badge.class).entity(Badge.class);

        assertThat(Model.of(Badge.class).schema().requireTable(badge.table()).columns())
                .extracting(column -> column.name() + " " + column.type())
                .containsExactly("id bigint", "payload varchar(255)", "name varchar(255)", "size integer");
        Badge instance = badge.access().instantiate();
        badge.access().set(instance, 0, 5L);
        assertThat(instance.id).isEqualTo(5L);
    }

    @Test
    void namesThingsByTheStrategyAndQuotedNamesAsWritten() {
        assertThat(read(CamelCase.class).details().columnOrder())
                .containsExactly("the_id", "full_name", "Given", "next_one_the_id");
        EntityModel asWritten = builder(NamingStrategy.AS_WRITTEN, CamelCase.class)
                .build(List.of(CamelCase.class.getName()))
                .orThrow()
                .get(0);
        assertThat(asWritten.table()).isEqualTo(TableName.of("CamelCase"));
        assertThat(asWritten.details().columnOrder()).containsExactly("theId", "fullName", "Given", "nextOne_theId");
        assertThat(column(read(CamelCase.class), "fullName").nullable()).isFalse();
    }

    @Entity
    static class Outside {
        @Id
        Long id;

        @ManyToOne
        CamelCase target;
    }

    @Test
    void readsSomeOfTheEntitiesWithTargetsOutside() {
        MappingResult result =
                builder(NamingStrategy.SNAKE_CASE, Outside.class).buildSome(List.of(Outside.class.getName()));

        assertThat(result.problems()).isEmpty();
        assertThat(result.entities())
                .singleElement()
                .satisfies(entity -> assertThat(entity.details().columnOrder()).containsExactly("id", "target_the_id"));
    }

    private static EntityModel read(Class<?> entity) {
        return builder(NamingStrategy.SNAKE_CASE, entity)
                .build(List.of(entity.getName()))
                .orThrow()
                .get(0);
    }

    private static EntityModelBuilder builder(NamingStrategy naming, Class<?> entity) {
        return new EntityModelBuilder(new ReflectionClassSource(List.of(entity)), naming, NamingConvention.STANDARD);
    }

    private static Column column(EntityModel model, String attribute) {
        return model.attribute(attribute).orElseThrow().column();
    }

    private static Default defaultOf(EntityModel model, String attribute) {
        return column(model, attribute).defaultValue();
    }
}
