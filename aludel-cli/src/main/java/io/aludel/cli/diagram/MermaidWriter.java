// SPDX-License-Identifier: Apache-2.0
package io.aludel.cli.diagram;

import io.aludel.core.name.TableName;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes a diagram as Mermaid's {@code erDiagram}. Names of tables are quoted, and what quotes may not hold is written by its number ({@code #37;}).
 * Columns and types are single words there: where a name is none, a word like it stands in its place and the name itself in the comment.
 */
final class MermaidWriter {
    /** What may follow in a word; narrower than the newest grammar (erDiagram.jison), as older ones are about. */
    private static final String OTHER = "[^A-Za-z0-9_\\u00C0-\\uD7FF\\uF900-\\uFFFD]";

    private static final String WORD_OR_PARENTHESIS = "[^A-Za-z0-9_()\\[\\]\\u00C0-\\uD7FF\\uF900-\\uFFFD]";

    private final Diagram diagram;
    private final StringBuilder out = new StringBuilder();

    MermaidWriter(Diagram diagram) {
        this.diagram = diagram;
    }

    String write() {
        if (!diagram.title().isEmpty()) {
            String title = Visible.text(diagram.title()).replace("\\", "\\\\").replace("\"", "\\\"");
            out.append("---\ntitle: \"").append(title).append("\"\n---\n");
        }
        out.append("erDiagram\n");
        diagram.tables().forEach(this::table);
        diagram.relationships().forEach(this::relationship);
        return out.toString();
    }

    private void table(DiagramTable table) {
        out.append("    ").append(quoted(table.name()));
        if (!table.columns().isEmpty()) {
            out.append(" {\n");
            table.columns().forEach(this::column);
            out.append("    }");
        }
        out.append('\n');
    }

    private void column(DiagramColumn column) {
        String type = word(column.type().replaceAll("\\([^()]*,[^()]*\\)", ""), WORD_OR_PARENTHESIS);
        String name = word(column.name(), OTHER);
        String keys = Stream.of(
                        column.primaryKey() ? "PK" : "", column.isForeignKey() ? "FK" : "", column.unique() ? "UK" : "")
                .filter(key -> !key.isEmpty())
                .collect(Collectors.joining(", "));
        String comment = Stream.of(
                        name.equals(column.name()) ? "" : column.name(),
                        type.equals(column.type()) ? "" : column.type(),
                        column.nullable() ? "null" : "")
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("; "));
        out.append("        ").append(type).append(' ').append(name);
        out.append(keys.isEmpty() ? "" : " " + keys);
        out.append(comment.isEmpty() ? "" : " " + quoted(comment)).append('\n');
    }

    private void relationship(Relationship one) {
        out.append("    ")
                .append(quoted(one.parent()))
                .append(one.optional() ? " |o--" : " ||--")
                .append(one.oneToOne() ? "o| " : "o{ ")
                .append(quoted(one.child()))
                .append(" : ")
                .append(quoted(String.join(", ", one.columns())))
                .append('\n');
    }

    /** A word never begins with a digit, and is never a mark of a key. */
    private static String word(String name, String others) {
        String word = Visible.text(name).replaceAll(others, "_");
        return word.matches("(?i)(([PFU]K)(?![A-Za-z0-9_])|[^A-Za-z_\\u00C0-\\uFFFD]).*") ? "_" + word : word;
    }

    private static String quoted(TableName name) {
        return quoted(name.toString());
    }

    /** Besides what a quoted name may not hold, what Mermaid would take for HTML, Markdown, a comment, or a statement wherever it stands. */
    private static String quoted(String text) {
        String shown = Visible.text(text);
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < shown.length(); i++) {
            char character = shown.charAt(i);
            if ("\"%\\#;&<>{}`*~".indexOf(character) >= 0 || character == '_' && !isWithinWord(shown, i)) {
                quoted.append('#').append((int) character).append(';');
            } else {
                quoted.append(character);
            }
        }
        return quoted.append('"').toString().replaceAll("(?i)(direction)\\s", "$1#32;");
    }

    /** Elsewhere an underscore begins or ends something slanted. */
    private static boolean isWithinWord(String text, int index) {
        return index > 0
                && index < text.length() - 1
                && Character.isLetterOrDigit(text.charAt(index - 1))
                && Character.isLetterOrDigit(text.charAt(index + 1));
    }
}
