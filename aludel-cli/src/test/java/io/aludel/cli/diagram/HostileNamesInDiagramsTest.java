// SPDX-License-Identifier: Apache-2.0
package io.aludel.cli.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.core.name.TableName;
import io.aludel.core.schema.Column;
import io.aludel.core.schema.ForeignKey;
import io.aludel.core.schema.PrimaryKey;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.Table;
import io.aludel.core.type.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** Names that mean something in the languages that pictures are written in. */
class HostileNamesInDiagramsTest {
    private static final List<String> NAMES = List.of(
            "</text><script>alert(1)</script>",
            "]]>",
            "a & b &lt; \"c\" 'd'",
            "back\\slash\\",
            "{ } | : [x] #quot; %% ;",
            "PK",
            "*/ -- ** __init__ ~~ <b>bold</b>",
            "two\nlines\tand \u0007 bell",
            "\u202Eright to left",
            "表 naïve Ёлка 🐘",
            "direction TB",
            "@enduml",
            "1st");

    /** Each name is a table's and a column's; each table points at the one before. */
    private static final Diagram DIAGRAM = Diagram.of(schema()).withTitle("Tables of \"a\\b\" <&>");

    private static Schema schema() {
        List<Table> tables = new ArrayList<>();
        for (int i = 0; i < NAMES.size(); i++) {
            String name = NAMES.get(i);
            String target = NAMES.get(Math.max(0, i - 1));
            tables.add(Table.of(
                            TableName.of(name),
                            List.of(
                                    Column.notNull(name, SqlType.bigint()),
                                    Column.nullable("other " + name, SqlType.decimal(9, 2))))
                    .withPrimaryKey(new PrimaryKey("pk", List.of(name)))
                    .withForeignKeys(List.of(
                            ForeignKey.of("fk", List.of("other " + name), TableName.of(target), List.of(target)))));
        }
        return Schema.of(tables.toArray(Table[]::new));
    }

    @Test
    void areTextAndNothingElseInSvg() {
        DrawnSvg drawn = new DrawnSvg(DiagramFormat.SVG.write(DIAGRAM));

        assertThat(drawn.elements("script")).isEmpty();
        assertThat(drawn.texts())
                .contains(
                        "</text><script>alert(1)</script>",
                        "]]>",
                        "a & b &lt; \"c\" 'd'",
                        "two\\u000alines\\u0009and \\u0007 bell",
                        "\\u202eright to left",
                        "表 naïve Ёлка 🐘");
        assertThat(drawn.ids()).doesNotHaveDuplicates().allMatch(id -> id.matches("[A-Za-z0-9_.-]+"));
        assertThat(drawn.hrefs())
                .hasSize(2 * NAMES.size())
                .allMatch(href -> drawn.ids().contains(href.substring(1)));
    }

    @Test
    void areShortenedInSvgAndWholeInItsTips() {
        String longName = "a".repeat(120);
        DrawnSvg drawn = new DrawnSvg(DiagramFormat.SVG.write(Diagram.of(
                Schema.of(Table.of(TableName.of("t"), List.of(Column.notNull(longName, SqlType.date())))))));

        assertThat(drawn.texts()).contains("a".repeat(47) + "…");
        assertThat(drawn.tips()).contains(longName + " date, not null");
        assertThat(drawn.page().right()).isLessThan(600);
    }

    /** By the rules of Mermaid's erDiagram.jison. */
    @Test
    void areQuotedOrReplacedInMermaid() {
        List<String> lines = DiagramFormat.MERMAID.write(DIAGRAM).lines().toList();

        String quoted = "\"[^\"%\\\\<>{}`*~]+\"";
        assertThat(lines.subList(0, 4))
                .containsExactly("---", "title: \"Tables of \\\"a\\\\b\\\" <&>\"", "---", "erDiagram");
        assertThat(lines.subList(4, lines.size()))
                .allMatch(line -> line.matches("    " + quoted + " \\{|    }")
                        || line.matches("        (bigint|decimal) (?!PK\\b)[\\p{L}_][\\p{L}0-9_]* [PF]K " + quoted)
                        || line.matches("    " + quoted + " \\|o--o\\{ " + quoted + " : " + quoted))
                .contains(
                        "    \"a #38; b #38;lt#59; #34;c#34; 'd'\" {",
                        "        bigint _PK PK \"PK\"",
                        "        decimal other_1st FK \"other 1st#59; decimal(9, 2)#59; null\"",
                        "        bigint _u202eright_to_left PK \"#92;u202eright to left\"",
                        "    \"direction#32;TB\" |o--o{ \"@enduml\" : \"other @enduml\"");
    }

    @Test
    void areNumbersInPlantUml() {
        List<String> lines = DiagramFormat.PLANTUML.write(DIAGRAM).lines().toList();

        String plain = "([\\p{L}0-9 (),._]|<U\\+[0-9A-F]{4,6}>)+";
        assertThat(lines.get(1)).isEqualTo("title Tables of <U+0022>a<U+005C>b<U+0022> <U+003C><U+0026><U+003E>");
        assertThat(lines.subList(5, lines.size() - 1))
                .allMatch(line -> line.matches("entity \"" + plain + "\" as t\\d+ \\{|}")
                        || line.matches("  \\{field} (\\* )?" + plain + " : " + plain + " <<[PF]K>>")
                        || line.matches("t\\d+ \\|o--o\\{ t\\d+ : " + plain))
                .contains(
                        "entity \"<U+005D><U+005D><U+003E> \" as t6 {",
                        "  {field} other <U+0040>enduml : decimal(9, 2) <<FK>>");
        assertThat(lines).filteredOn("@enduml"::equals).hasSize(1);
    }

    @Test
    void areEscapedInDot() {
        String text = DiagramFormat.DOT.write(DIAGRAM);

        List<String> labels = new ArrayList<>();
        Matcher label = Pattern.compile("(?s)label=<(.*?)>];").matcher(text);
        while (label.find()) {
            labels.add(label.group(1));
        }
        assertThat(labels).hasSize(NAMES.size());
        assertThat(labels.stream()
                        .flatMap(one -> new DrawnSvg(one).elements("b").stream())
                        .map(Element::getTextContent))
                .contains("</text><script>alert(1)</script>", "]]>", "a & b &lt; \"c\" 'd'", "back\\slash\\")
                .hasSize(NAMES.size());
        String quoted = "\"(?:[^\"\\\\]|\\\\.)*\"";
        assertThat(text.lines().filter(line -> line.contains(" -> ")))
                .hasSize(NAMES.size())
                .allMatch(line -> line.matches("  \"[^\"]+\":r0:e -> \"[^\"]+\":[lr]1:[we] "
                        + "\\[arrowtail=teeodot, arrowhead=crowodot, tooltip=" + quoted + "];"));
        assertThat(text).contains("label=\"Tables of \\\"a\\\\b\\\" <&>\"");
    }
}
