// SPDX-License-Identifier: Apache-2.0
package io.aludel.cli.diagram;

import io.aludel.core.name.TableName;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Writes a diagram for PlantUML, in the notation of its information engineering diagrams. Everything in a name that could be markup there is written by
 * its number ({@code <U+002A>}).
 */
final class PlantUmlWriter {
    private final Diagram diagram;
    private final Map<TableName, String> ids = new HashMap<>();
    private final StringBuilder out = new StringBuilder();

    PlantUmlWriter(Diagram diagram) {
        this.diagram = diagram;
        diagram.tables().forEach(table -> ids.put(table.name(), "t" + (ids.size() + 1)));
    }

    String write() {
        out.append("@startuml\n");
        if (!diagram.title().isEmpty()) {
            out.append("title ").append(plain(diagram.title())).append('\n');
        }
        out.append("hide circle\nhide empty members\nleft to right direction\n");
        diagram.tables().forEach(this::table);
        diagram.relationships().forEach(this::relationship);
        return out.append("@enduml\n").toString();
    }

    private void table(DiagramTable table) {
        String name = plain(table.name().toString());
        // A number in angle brackets at the very end would be taken for the parameter of a generic type.
        out.append("entity \"")
                .append(name)
                .append(name.endsWith(">") ? " " : "")
                .append("\" as ");
        out.append(id(table.name()));
        if (!table.columns().isEmpty()) {
            out.append(" {\n");
            table.columns().forEach(this::column);
            out.append('}');
        }
        out.append('\n');
    }

    /** A star stands before what is never null. Without {@code {field}} a type with parentheses would be a method. */
    private void column(DiagramColumn column) {
        out.append("  {field} ").append(column.nullable() ? "" : "* ").append(plain(column.name()));
        out.append(" : ").append(plain(column.type()));
        out.append(column.primaryKey() ? " <<PK>>" : "");
        out.append(column.isForeignKey() ? " <<FK>>" : "");
        out.append(column.unique() ? " <<UK>>" : "").append('\n');
    }

    private void relationship(Relationship one) {
        out.append(id(one.parent()))
                .append(one.optional() ? " |o--" : " ||--")
                .append(one.oneToOne() ? "o| " : "o{ ")
                .append(id(one.child()))
                .append(" : ")
                .append(plain(String.join(", ", one.columns())))
                .append('\n');
    }

    private String id(TableName table) {
        return Objects.requireNonNull(ids.get(table));
    }

    /** Letters, digits and what means nothing; an underscore means something where it is double. */
    private static String plain(String text) {
        StringBuilder plain = new StringBuilder();
        int before = 0;
        for (int point : Visible.text(text).codePoints().toArray()) {
            boolean isPlain =
                    Character.isLetterOrDigit(point) || " (),.".indexOf(point) >= 0 || point == '_' && before != '_';
            if (isPlain) {
                plain.appendCodePoint(point);
            } else {
                plain.append(String.format("<U+%04X>", point));
            }
            before = point;
        }
        return plain.toString();
    }
}
