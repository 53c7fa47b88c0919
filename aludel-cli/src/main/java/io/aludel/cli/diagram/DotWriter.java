// SPDX-License-Identifier: Apache-2.0
package io.aludel.cli.diagram;

import io.aludel.core.name.TableName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Writes a diagram for Graphviz: tables as HTML-like labels, lines from the key's row to the foreign key's. */
final class DotWriter {
    private final Diagram diagram;
    private final Map<TableName, String> ids = new HashMap<>();
    private final Map<TableName, DiagramTable> tables = new HashMap<>();
    private final StringBuilder out = new StringBuilder();

    DotWriter(Diagram diagram) {
        this.diagram = diagram;
        for (DiagramTable table : diagram.tables()) {
            tables.put(table.name(), table);
            String name = table.name().toString();
            // A number with a hyphen is no plain name, so that it cannot be another table's.
            ids.put(table.name(), name.matches("[A-Za-z0-9_.]+") ? name : "table-" + (ids.size() + 1));
        }
    }

    String write() {
        out.append("digraph {\n");
        out.append("  graph [rankdir=LR, nodesep=0.4, ranksep=0.9");
        if (!diagram.title().isEmpty()) {
            out.append(", labelloc=t, label=").append(quoted(diagram.title()));
        }
        out.append("];\n");
        out.append("  node [shape=plain, fontname=\"monospace\", fontsize=11];\n");
        out.append("  edge [dir=both, color=\"#7d8896\"];\n");
        diagram.tables().forEach(this::table);
        diagram.relationships().forEach(this::relationship);
        return out.append("}\n").toString();
    }

    private void table(DiagramTable table) {
        out.append("  ").append(id(table.name())).append(" [label=<\n");
        out.append("    <table border=\"0\" cellborder=\"1\" cellspacing=\"0\" cellpadding=\"4\" color=\"#c3cbd5\">\n");
        out.append("    <tr><td port=\"heading\" bgcolor=\"#e4ebf5\" colspan=\"3\"><b>")
                .append(html(table.name().toString()))
                .append("</b></td></tr>\n");
        int row = 0;
        for (DiagramColumn column : table.columns()) {
            out.append("    <tr><td align=\"left\" port=\"l")
                    .append(row)
                    .append("\">")
                    .append(html(column.name()));
            out.append("</td><td align=\"left\">").append(html(column.type()));
            out.append("</td><td align=\"left\" port=\"r")
                    .append(row++)
                    .append("\">")
                    .append(marks(column));
            out.append("</td></tr>\n");
        }
        out.append("    </table>>];\n");
    }

    private static String marks(DiagramColumn column) {
        List<String> marks = new ArrayList<>();
        if (column.primaryKey()) {
            marks.add("PK");
        }
        if (column.isForeignKey()) {
            marks.add("FK");
        }
        if (column.unique()) {
            marks.add("UK");
        }
        if (column.nullable()) {
            marks.add("null");
        }
        return String.join(" ", marks);
    }

    private void relationship(Relationship one) {
        String childSide = one.isSelfReference() ? "r" : "l";
        out.append("  ").append(end(one.parent(), "r", one.parentColumns().get(0), "e"));
        out.append(" -> ").append(end(one.child(), childSide, one.columns().get(0), one.isSelfReference() ? "e" : "w"));
        out.append(" [arrowtail=").append(one.optional() ? "teeodot" : "teetee");
        out.append(", arrowhead=").append(one.oneToOne() ? "teeodot" : "crowodot");
        out.append(", tooltip=").append(quoted(one.describe())).append("];\n");
    }

    private String end(TableName table, String side, String column, String compass) {
        int row = Objects.requireNonNull(tables.get(table)).indexOf(column);
        return id(table) + ":" + (row < 0 ? "heading" : side + row) + ":" + compass;
    }

    private String id(TableName table) {
        return quoted(Objects.requireNonNull(ids.get(table)));
    }

    private static String quoted(String text) {
        return "\"" + Visible.text(text).replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    private static String html(String text) {
        return XmlText.escaped(Visible.text(text));
    }
}
