// SPDX-License-Identifier: Apache-2.0
package io.aludel.cli.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What makes a picture readable, measured on what was written. */
class SvgOfManyTablesTest {
    @ParameterizedTest
    @CsvSource({
        "50, ALL, 2600, 3500",
        "200, ALL, 8000, 13000",
        "50, KEYS, 2600, 2600",
        "50, NONE, 2600, 2300",
    })
    void keepsTablesApartAndLeadsLinesAround(int number, ColumnChoice columns, int width, int height) {
        Diagram diagram = Diagram.of(ManyTables.of(number)).withColumns(columns);
        assertThat(diagram.relationships()).hasSizeGreaterThan(number);

        DrawnSvg drawn = new DrawnSvg(DiagramFormat.SVG.write(diagram));

        Map<String, DrawnSvg.Area> boxes = drawn.boxes();
        List<DrawnSvg.Line> lines = drawn.lines();
        assertThat(boxes).hasSize(number);
        assertThat(lines).hasSameSizeAs(diagram.relationships());
        assertThat(drawn.page().right()).isLessThan(width);
        assertThat(drawn.page().bottom()).isLessThan(height);
        assertThat(overlaps(boxes)).isEmpty();
        assertThat(crossings(boxes, lines)).isEmpty();
        assertThat(boxes.values()).allMatch(drawn.page()::contains);
        assertThat(lines).allSatisfy(line -> {
            assertThat(line.pieces()).allMatch(drawn.page()::contains);
            assertThat(line.pieces()).allMatch(one -> one.left() == one.right() || one.top() == one.bottom());
            // From the right edge of the table that a click leads to, to some table's left, or to its own right edge.
            DrawnSvg.Area target = boxes.get(line.target());
            assertThat(isAt(line.first(), target.right(), target)).isTrue();
            assertThat(boxes.values())
                    .anyMatch(box ->
                            isAt(line.last(), box.left(), box) || box == target && isAt(line.last(), box.right(), box));
        });
        assertThat(drawn.ids()).doesNotHaveDuplicates();
        assertThat(drawn.hrefs()).isNotEmpty().allMatch(href -> drawn.ids().contains(href.substring(1)));
    }

    private static boolean isAt(DrawnSvg.Spot end, double edge, DrawnSvg.Area box) {
        return Math.abs(end.x() - edge) <= 1 && end.y() > box.top() && end.y() < box.bottom();
    }

    private static List<String> overlaps(Map<String, DrawnSvg.Area> boxes) {
        List<String> overlaps = new ArrayList<>();
        boxes.forEach((one, box) -> boxes.forEach((other, otherBox) -> {
            if (one.compareTo(other) < 0 && box.overlaps(otherBox)) {
                overlaps.add(one + " and " + other);
            }
        }));
        return overlaps;
    }

    /** Segments that run through the inside of any box; their ends lie on an edge, which is no inside. */
    private static List<String> crossings(Map<String, DrawnSvg.Area> boxes, List<DrawnSvg.Line> lines) {
        List<String> crossings = new ArrayList<>();
        for (DrawnSvg.Line line : lines) {
            for (DrawnSvg.Area piece : line.pieces()) {
                boxes.forEach((id, box) -> {
                    if (piece.overlaps(box.without(1))) {
                        crossings.add("a line to " + line.target() + " through " + id);
                    }
                });
            }
        }
        return crossings;
    }
}
