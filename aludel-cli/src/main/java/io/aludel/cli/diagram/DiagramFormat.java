// SPDX-License-Identifier: Apache-2.0
package io.aludel.cli.diagram;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a diagram can be written as. */
public enum DiagramFormat {
    /** A picture that is laid out, for browsers. */
    SVG("svg"),
    /** For Mermaid ({@code erDiagram}), which GitHub and GitLab draw in Markdown. */
    MERMAID("mmd", "mermaid"),
    /** For Graphviz. */
    DOT("dot", "gv"),
    PLANTUML("puml", "plantuml", "pu", "iuml");

    private final List<String> endings;

    DiagramFormat(String... endings) {
        this.endings = List.of(endings);
    }

    /**
     * The format that a file's ending names.
     *
     * @throws DiagramException if it names none
     */
    public static DiagramFormat ofFile(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return Stream.of(values())
                .filter(format -> format.endings.stream().anyMatch(ending -> name.endsWith("." + ending)))
                .findFirst()
                .orElseThrow(() -> new DiagramException(
                        "CLI-030",
                        "The ending of \"" + file + "\" names no format. Give a --format, or one of the endings "
                                + Stream.of(values())
                                        .flatMap(format -> format.endings.stream())
                                        .map(ending -> "." + ending)
                                        .collect(Collectors.joining(", "))
                                + "."));
    }

    /** The whole text, lines ended by a line feed. */
    public String write(Diagram diagram) {
        return switch (this) {
            case SVG -> new SvgWriter(diagram).write();
            case MERMAID -> new MermaidWriter(diagram).write();
            case DOT -> new DotWriter(diagram).write();
            case PLANTUML -> new PlantUmlWriter(diagram).write();
        };
    }
}
