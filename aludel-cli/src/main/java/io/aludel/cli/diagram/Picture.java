// SPDX-License-Identifier: Apache-2.0
package io.aludel.cli.diagram;

import java.util.ArrayList;
import java.util.List;

/** Where everything is, in pixels from the upper left corner. */
record Picture(int width, int height, List<Box> boxes, List<Route> routes) {
    private static final int GAP = 28;
    /** A picture with nothing else would be one long row. */
    private static final int USUAL_WIDTH = 1200;

    Picture {
        boxes = List.copyOf(boxes);
        routes = List.copyOf(routes);
    }

    /** A table in its place. */
    record Box(TableShape shape, int x, int y) {}

    /** A line from the parent's box to the child's: its ends and the corners between, with only level and upright pieces. */
    record Route(Relationship relationship, List<Point> points) {}

    /** The same with further boxes below, row by row, in the order of the list. */
    Picture withBelow(List<TableShape> shapes, int margin) {
        if (shapes.isEmpty()) {
            return this;
        }
        int right = Math.max(width, USUAL_WIDTH) - margin;
        List<Box> all = new ArrayList<>(boxes);
        int widest = boxes.isEmpty() ? 0 : width;
        int x = margin;
        int y = boxes.isEmpty() ? margin : height;
        int bottom = y;
        for (TableShape shape : shapes) {
            if (x > margin && x + shape.width() > right) {
                x = margin;
                y = bottom + GAP;
            }
            all.add(new Box(shape, x, y));
            widest = Math.max(widest, x + shape.width() + margin);
            bottom = Math.max(bottom, y + shape.height());
            x += shape.width() + GAP;
        }
        return new Picture(widest, bottom + margin, all, routes);
    }

    record Point(double x, double y) {
        Point plus(double right, double down) {
            return new Point(x + right, y + down);
        }
    }
}
