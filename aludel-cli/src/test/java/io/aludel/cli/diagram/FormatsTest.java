// SPDX-License-Identifier: Apache-2.0
package io.aludel.cli.diagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.core.name.TableName;
import io.aludel.core.schema.Column;
import io.aludel.core.schema.ForeignKey;
import io.aludel.core.schema.PrimaryKey;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.Table;
import io.aludel.core.schema.UniqueKey;
import io.aludel.core.type.SqlType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The same small world in every format: people, their pets, and a passport for each pet. */
class FormatsTest {
    private static final List<Table> TABLES = List.of(
            Table.of(
                            TableName.of("person"),
                            List.of(
                                    Column.identity("id", SqlType.bigint()),
                                    Column.notNull("name", SqlType.varchar(40))))
                    .withPrimaryKey(new PrimaryKey("pk", List.of("id")))
                    .withUniqueKeys(List.of(new UniqueKey("uk", List.of("name")))),
            Table.of(
                            TableName.of("pet"),
                            List.of(
                                    Column.identity("id", SqlType.bigint()),
                                    Column.nullable("owner_id", SqlType.bigint()),
                                    Column.nullable("mother_id", SqlType.bigint()),
                                    Column.notNull("weight", SqlType.decimal(5, 2))))
                    .withPrimaryKey(new PrimaryKey("pk", List.of("id")))
                    .withForeignKeys(List.of(
                            ForeignKey.of("fk_owner", List.of("owner_id"), TableName.of("person"), List.of("id")),
                            ForeignKey.of("fk_mother", List.of("mother_id"), TableName.of("pet"), List.of("id")))),
            Table.of(TableName.of("passport"), List.of(Column.notNull("pet_id", SqlType.bigint())))
                    .withPrimaryKey(new PrimaryKey("pk", List.of("pet_id")))
                    .withForeignKeys(
                            List.of(ForeignKey.of("fk_pet", List.of("pet_id"), TableName.of("pet"), List.of("id")))));

    private static Diagram diagram() {
        return Diagram.of(Schema.of(TABLES.toArray(Table[]::new)));
    }

    @Test
    void areMermaid() {
        assertThat(DiagramFormat.MERMAID.write(diagram())).isEqualTo("""
                erDiagram
                    "passport" {
                        bigint pet_id PK, FK
                    }
                    "person" {
                        bigint id PK
                        varchar(40) name UK
                    }
                    "pet" {
                        bigint id PK
                        bigint owner_id FK "null"
                        bigint mother_id FK "null"
                        decimal weight "decimal(5, 2)"
                    }
                    "pet" ||--o| "passport" : "pet_id"
                    "pet" |o--o{ "pet" : "mother_id"
                    "person" |o--o{ "pet" : "owner_id"
                """);
    }

    @Test
    void arePlantUml() {
        assertThat(DiagramFormat.PLANTUML.write(diagram())).isEqualTo("""
                @startuml
                hide circle
                hide empty members
                left to right direction
                entity "passport" as t1 {
                  {field} * pet_id : bigint <<PK>> <<FK>>
                }
                entity "person" as t2 {
                  {field} * id : bigint <<PK>>
                  {field} * name : varchar(40) <<UK>>
                }
                entity "pet" as t3 {
                  {field} * id : bigint <<PK>>
                  {field} owner_id : bigint <<FK>>
                  {field} mother_id : bigint <<FK>>
                  {field} * weight : decimal(5, 2)
                }
                t3 ||--o| t1 : pet_id
                t3 |o--o{ t3 : mother_id
                t2 |o--o{ t3 : owner_id
                @enduml
                """);
    }

    @Test
    void areDot() {
        assertThat(DiagramFormat.DOT.write(diagram().withColumns(ColumnChoice.KEYS)))
                .isEqualTo("""
                digraph {
                  graph [rankdir=LR, nodesep=0.4, ranksep=0.9];
                  node [shape=plain, fontname="monospace", fontsize=11];
                  edge [dir=both, color="#7d8896"];
                  "passport" [label=<
                    <table border="0" cellborder="1" cellspacing="0" cellpadding="4" color="#c3cbd5">
                    <tr><td port="heading" bgcolor="#e4ebf5" colspan="3"><b>passport</b></td></tr>
                    <tr><td align="left" port="l0">pet_id</td><td align="left">bigint</td><td align="left" port="r0">PK FK</td></tr>
                    </table>>];
                  "person" [label=<
                    <table border="0" cellborder="1" cellspacing="0" cellpadding="4" color="#c3cbd5">
                    <tr><td port="heading" bgcolor="#e4ebf5" colspan="3"><b>person</b></td></tr>
                    <tr><td align="left" port="l0">id</td><td align="left">bigint</td><td align="left" port="r0">PK</td></tr>
                    <tr><td align="left" port="l1">name</td><td align="left">varchar(40)</td><td align="left" port="r1">UK</td></tr>
                    </table>>];
                  "pet" [label=<
                    <table border="0" cellborder="1" cellspacing="0" cellpadding="4" color="#c3cbd5">
                    <tr><td port="heading" bgcolor="#e4ebf5" colspan="3"><b>pet</b></td></tr>
                    <tr><td align="left" port="l0">id</td><td align="left">bigint</td><td align="left" port="r0">PK</td></tr>
                    <tr><td align="left" port="l1">owner_id</td><td align="left">bigint</td><td align="left" port="r1">FK null</td></tr>
                    <tr><td align="left" port="l2">mother_id</td><td align="left">bigint</td><td align="left" port="r2">FK null</td></tr>
                    </table>>];
                  "pet":r0:e -> "passport":l0:w [arrowtail=teetee, arrowhead=teeodot, tooltip="passport (pet_id) references pet (id): a row of passport has one of pet; a row of pet has one of passport, or none"];
                  "pet":r0:e -> "pet":r2:e [arrowtail=teeodot, arrowhead=crowodot, tooltip="pet (mother_id) references pet (id): a row of pet has one of pet, or none; a row of pet has any number of pet"];
                  "person":r0:e -> "pet":l1:w [arrowtail=teeodot, arrowhead=crowodot, tooltip="pet (owner_id) references person (id): a row of pet has one of person, or none; a row of person has any number of pet"];
                }
                """);
    }

    @Test
    void showInSvgWhatAColumnIsAndWhereItLeads() {
        DrawnSvg drawn = new DrawnSvg(DiagramFormat.SVG.write(diagram().withTitle("Pets")));

        assertThat(drawn.texts())
                .containsExactly(
                        "Pets",
                        "passport",
                        "PK",
                        "FK",
                        "pet_id",
                        "bigint",
                        "person",
                        "PK",
                        "id",
                        "bigint",
                        "UK",
                        "name",
                        "varchar(40)",
                        "pet",
                        "PK",
                        "id",
                        "bigint",
                        "FK",
                        "owner_id",
                        "bigint",
                        "null",
                        "FK",
                        "mother_id",
                        "bigint",
                        "null",
                        "weight",
                        "decimal(5, 2)");
        assertThat(drawn.tips())
                .contains(
                        "pet",
                        "mother_id bigint, can be null, references pet",
                        "pet_id bigint, not null, primary key, references pet",
                        "name varchar(40), not null, unique",
                        "passport (pet_id) references pet (id): a row of passport has one of pet; a row of pet has one of passport, or none");
        assertThat(drawn.lines())
                .extracting(DrawnSvg.Line::target)
                .containsExactly("table-pet", "table-pet", "table-person");
        assertThat(drawn.hrefs())
                .containsExactly(
                        "#table-pet", "#table-pet", "#table-person", "#table-pet", "#table-person", "#table-pet");
    }

    @Test
    void giveTheSameBytesInWhateverOrderTheTablesCome() {
        List<Table> reversed = new ArrayList<>(TABLES);
        Collections.reverse(reversed);
        Diagram other = Diagram.of(Schema.of(reversed.toArray(Table[]::new)));

        for (DiagramFormat format : DiagramFormat.values()) {
            assertThat(format.write(other)).isEqualTo(format.write(diagram()));
        }
    }

    @Test
    void drawASchemaWithoutTables() {
        Diagram nothing = Diagram.of(Schema.EMPTY);

        assertThat(new DrawnSvg(DiagramFormat.SVG.write(nothing)).boxes()).isEmpty();
        assertThat(DiagramFormat.MERMAID.write(nothing)).isEqualTo("erDiagram\n");
    }

    @Test
    void areKnownByAFilesEnding() {
        assertThat(DiagramFormat.ofFile(Path.of("docs", "A.SVG"))).isEqualTo(DiagramFormat.SVG);
        assertThat(DiagramFormat.ofFile(Path.of("a.b.mmd"))).isEqualTo(DiagramFormat.MERMAID);
        assertThat(DiagramFormat.ofFile(Path.of("a.gv"))).isEqualTo(DiagramFormat.DOT);
        assertThat(DiagramFormat.ofFile(Path.of("a.puml"))).isEqualTo(DiagramFormat.PLANTUML);
        assertThatThrownBy(() -> DiagramFormat.ofFile(Path.of("a.png")))
                .isInstanceOf(DiagramException.class)
                .hasMessage(
                        "CLI-030: The ending of \"a.png\" names no format. Give a --format, or one of the endings .svg, .mmd, .mermaid, .dot, "
                                + ".gv, .puml, .plantuml, .pu, .iuml.");
    }
}
