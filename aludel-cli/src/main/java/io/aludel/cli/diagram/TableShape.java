// SPDX-License-Identifier: Apache-2.0
package io.aludel.cli.diagram;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * How large a table's box is, and where things stand in it; all in pixels, from its upper left corner.
 *
 * @param rows of its columns, from the top
 * @param nameX where columns' names begin
 * @param typeX where their types begin
 * @param isNullable whether some column says {@code null}, at the right end
 */
record TableShape(
        DiagramTable table,
        String heading,
        List<Row> rows,
        int nameX,
        int typeX,
        int width,
        int height,
        boolean isNullable) {
    static final int FONT = 12;
    static final int HEADING_FONT = 13;
    static final int SMALL_FONT = 10;
    static final int HEADING = 30;
    static final int ROW = 20;
    static final int BELOW = 6;
    static final int MARGIN = 10;
    static final int MARK = 22;

    private static final int GAP = 14;
    private static final int LEAST_WIDTH = 90;
    private static final int LONGEST_NAME = 48;
    private static final int LONGEST_TYPE = 26;
    private static final String NULL = "null";

    /** What stands in a row. Texts are shortened; what is cut is in the column. */
    record Row(DiagramColumn column, List<Mark> marks, String name, String type) {}

    static TableShape of(DiagramTable table) {
        String heading = Visible.shortened(Visible.text(table.name().toString()), LONGEST_NAME);
        List<Row> rows = table.columns().stream().map(TableShape::row).toList();
        int marks = most(rows, row -> row.marks().size());
        int nameX = MARGIN + marks * MARK + (marks > 0 ? 2 : 0);
        int typeX = nameX + most(rows, row -> TextWidth.of(row.name(), FONT)) + GAP;
        boolean isNullable = table.columns().stream().anyMatch(DiagramColumn::nullable);
        int right = typeX
                + most(rows, row -> TextWidth.of(row.type(), FONT))
                + (isNullable ? GAP + TextWidth.of(NULL, SMALL_FONT) : 0)
                + MARGIN;
        int width = Math.max(TextWidth.of(heading, HEADING_FONT) + 2 * MARGIN, rows.isEmpty() ? LEAST_WIDTH : right);
        int height = HEADING + (rows.isEmpty() ? 0 : rows.size() * ROW + BELOW);
        return new TableShape(table, heading, rows, nameX, typeX, width, height, isNullable);
    }

    /** The middle of a row; of the heading where the column is not shown. */
    int middleOf(String column) {
        int index = table.indexOf(column);
        return index < 0 ? HEADING / 2 : top(index) + ROW / 2;
    }

    /** The upper edge of a row. */
    int top(int index) {
        return HEADING + BELOW / 2 + index * ROW;
    }

    private static Row row(DiagramColumn column) {
        List<Mark> marks = new ArrayList<>();
        if (column.primaryKey()) {
            marks.add(Mark.PRIMARY_KEY);
        }
        if (column.isForeignKey()) {
            marks.add(Mark.FOREIGN_KEY);
        }
        if (column.unique()) {
            marks.add(Mark.UNIQUE);
        }
        return new Row(
                column,
                List.copyOf(marks),
                Visible.shortened(Visible.text(column.name()), LONGEST_NAME),
                Visible.shortened(Visible.text(column.type()), LONGEST_TYPE));
    }

    private static int most(List<Row> rows, ToIntFunction<Row> size) {
        return rows.stream().mapToInt(size).max().orElse(0);
    }
}
