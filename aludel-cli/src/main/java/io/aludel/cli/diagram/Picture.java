// SPDX-License-Identifier: Apache-2.0
package io.aludel.cli.diagram;

import java.util.List;

/** Where everything is, in pixels from the upper left corner. */
record Picture(int width, int height, List<Box> boxes, List<Route> routes) {
    /** A table in its place. */
    record Box(TableShape shape, double x, double y) {}

    /** A line from the parent's box to the child's: its ends and the corners between, with only level and upright pieces. */
    record Route(Relationship relationship, List<Point> points) {}

    record Point(double x, double y) {
        Point plus(double right, double down) {
            return new Point(x + right, y + down);
        }
    }
}
