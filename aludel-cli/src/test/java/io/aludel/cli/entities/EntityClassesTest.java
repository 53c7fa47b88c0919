// SPDX-License-Identifier: Apache-2.0
package io.aludel.cli.entities;

import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.core.dialect.Dialect;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.Column;
import io.aludel.core.schema.ForeignKey;
import io.aludel.core.schema.Index;
import io.aludel.core.schema.ObjectKind;
import io.aludel.core.schema.Partition;
import io.aludel.core.schema.PrimaryKey;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.Table;
import io.aludel.core.schema.UniqueKey;
import io.aludel.core.schema.Unreadable;
import io.aludel.core.type.SqlType;
import io.aludel.engine.Engine;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What becomes of schemas that are rare; no server is asked. */
class EntityClassesTest {
    private static final EntityOptions OPTIONS = new EntityOptions("", true, Map.of(), EntityOptions.Accessors.PLAIN);

    @Test
    void losesNothingInSilence() {
        Table odd = table("odd");
        Schema schema = Schema.of(
                        odd.withIndexes(List.of(new Index(
                                "ix",
                                List.of(Index.Part.column("id").withOperatorClass("gist_ops (siglen='32')")),
                                false))),
                        table("bytes").withColumns(List.of(Column.notNull("id", SqlType.binary()))),
                        Table.of(TableName.of("part"), List.of())
                                .withPartition(new Partition(TableName.of("odd"), "default")))
                .withUnreadable(List.of(
                        new Unreadable(ObjectKind.TABLE, TableName.of("far"), null, "It is elsewhere."),
                        new Unreadable(ObjectKind.TABLE, TableName.of("odd"), null, "It is odd."),
                        new Unreadable(ObjectKind.TABLE, TableName.of("odd"), "rule \"r\"", "It has no place."),
                        new Unreadable(ObjectKind.VIEW, TableName.of("v"), null, "It is no table.")));

        EntityClasses classes = classes(schema);

        assertThat(classes.sources()).extracting(SourceText::className).containsExactly("Odd");
        assertThat(classes.leftOut())
                .extracting(LeftOut::toString)
                .containsExactly(
                        "table \"bytes\": Its primary key is a binary, of which equal ones are not told by equals(), as identifiers"
                                + " must be.",
                        "index \"ix\" of table \"odd\": Its text cannot be said in an @Index: id \"gist_ops (siglen='32')\".",
                        "table \"far\": It is elsewhere.",
                        "rule \"r\" of table \"odd\": It has no place.",
                        "table \"odd\": It is odd.");
    }

    @Test
    void tellsTablesOfSeveralSchemasApart() {
        Schema schema = Schema.of(
                table("pets"),
                Table.of(TableName.of("zoo", "pets"), List.of(Column.notNull("id", SqlType.bigint())))
                        .withPrimaryKey(new PrimaryKey("pk_pets", List.of("id")))
                        .withForeignKeys(
                                List.of(ForeignKey.of("fk", List.of("id"), TableName.of("pets"), List.of("id")))));

        EntityClasses classes = classes(schema);

        assertThat(classes.sources()).extracting(SourceText::className).containsExactly("Pet", "ZooPet");
        assertThat(classes.sources().get(1).text()).contains("""
                @Entity
                @Table(name = "pets", schema = "zoo")
                @ForeignKeyConstraint(name = "fk", columns = "id", table = "pets", referencedColumns = "id")
                public class ZooPet {
                """);
    }

    @Test
    void saysWhichNameIsNotTheUsualOne() {
        Schema schema = Schema.of(table("pets")
                .withColumns(List.of(
                        Column.notNull("id", SqlType.bigint()),
                        Column.nullable("a", SqlType.integer()),
                        Column.nullable("b", SqlType.integer()),
                        Column.nullable("c", SqlType.integer())))
                .withPrimaryKey(new PrimaryKey("PetKey", List.of("id")))
                .withUniqueKeys(List.of(
                        new UniqueKey("uq_pets_a", List.of("a")),
                        new UniqueKey("pets_b_key", List.of("b")), // as PostgreSQL makes names up
                        new UniqueKey("only_c", List.of("c")))));

        assertThat(classes(schema).sources().get(0).text()).contains("""
                @Entity
                @Table(name = "pets", uniqueConstraints = @UniqueConstraint(name = "only_c", columnNames = "c"))
                @PrimaryKeyConstraint(name = "PetKey")
                public class Pet {
                    @Id
                    private Long id;

                    @Column(unique = true)
                    private Integer a;

                    @Column(unique = true)
                    private Integer b;

                    private Integer c;
                """);
    }

    private static EntityClasses classes(Schema schema) {
        try (Engine engine = Engine.create("postgresql://nobody@localhost:1/none")) {
            Dialect dialect = engine.dialect();
            return EntityClasses.of(schema, dialect, Set.of(), Set.of(), OPTIONS);
        }
    }

    private static Table table(String name) {
        return Table.of(TableName.of(name), List.of(Column.notNull("id", SqlType.bigint())))
                .withPrimaryKey(new PrimaryKey("pk_" + name, List.of("id")));
    }
}
