// SPDX-License-Identifier: Apache-2.0
package io.aludel.cli.diagram;

import io.aludel.cli.diagram.Picture.Box;
import io.aludel.cli.diagram.Picture.Point;
import io.aludel.cli.diagram.Picture.Route;
import io.aludel.core.name.TableName;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes a diagram as SVG (2, for its links) that needs nothing else: no script, font or network. Lines come first, so that boxes lie on them. A click on a line, or on a
 * column of a foreign key, leads to the table that it points at.
 */
final class SvgWriter {
    private static final int TITLE = 34;
    private static final int TITLE_FONT = 18;
    private static final int MARGIN = 24;
    private static final double CORNER = 6;

    private final Diagram diagram;
    private final Map<TableName, String> ids;
    private final XmlText out = new XmlText();

    SvgWriter(Diagram diagram) {
        this.diagram = diagram;
        this.ids = ids(diagram);
    }

    String write() {
        Picture picture = Layout.of(diagram);
        String title = Visible.text(diagram.title());
        int above = title.isEmpty() ? 0 : TITLE;
        int width = Math.max(picture.width(), TextWidth.of(title, TITLE_FONT) + 2 * MARGIN);
        int height = picture.height() + above;
        out.line("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
        out.open("svg")
                .attribute("xmlns", "http://www.w3.org/2000/svg")
                .attribute("class", "aludel-diagram")
                .attribute("width", width)
                .attribute("height", height)
                .attribute("viewBox", "0 0 " + width + " " + height)
                .attribute("role", "graphics-document")
                .attribute("aria-labelledby", "diagram-title diagram-description")
                .inside();
        out.element("title", title.isEmpty() ? "Tables" : title, "id", "diagram-title");
        out.element("desc", description(), "id", "diagram-description");
        out.open("style").inside();
        out.lines(SvgStyle.TEXT);
        out.close("style");
        out.open("rect")
                .attribute("class", "page")
                .attribute("width", width)
                .attribute("height", height)
                .end();
        if (!title.isEmpty()) {
            text("title", title, MARGIN, MARGIN + TITLE_FONT - 2, TITLE_FONT);
        }
        out.open("g").attribute("class", "diagram");
        if (above > 0) {
            out.attribute("transform", "translate(0 " + above + ")");
        }
        out.inside();
        picture.routes().forEach(this::route);
        picture.boxes().forEach(this::box);
        out.close("g");
        out.close("svg");
        return out.toString();
    }

    private String description() {
        return diagram.summary()
                + diagram.relationships().stream()
                        .map(one -> "; " + Visible.text(one.child() + " references " + one.parent()))
                        .collect(Collectors.joining())
                + ".";
    }

    private void route(Route route) {
        Relationship one = route.relationship();
        link(one.parent(), "edge");
        out.element("title", Visible.text(one.describe()));
        String line = line(route.points());
        out.open("path").attribute("class", "reach").attribute("d", line).end();
        out.open("path").attribute("class", "line").attribute("d", line).end();
        List<Point> points = route.points();
        Point from = points.get(0);
        Point to = points.get(points.size() - 1);
        foot(from, points.get(1).x() < from.x() ? -1 : 1, one.optional(), false);
        foot(to, points.get(points.size() - 2).x() < to.x() ? -1 : 1, true, !one.oneToOne());
        out.close("a");
    }

    /** The end of a line at a box: how few and how many there may be. */
    private void foot(Point at, int outwards, boolean canBeNone, boolean canBeMany) {
        double inner = outwards * (canBeMany ? 11 : 7);
        String lines = canBeMany
                ? "M" + xy(at.plus(0, -5)) + "L" + xy(at.plus(inner, 0)) + "L" + xy(at.plus(0, 5))
                : bar(at.plus(inner, 0));
        double outer = outwards * (canBeMany ? 15 : 12);
        out.open("path")
                .attribute("class", "foot")
                .attribute("d", canBeNone ? lines : lines + bar(at.plus(outer, 0)))
                .end();
        if (canBeNone) {
            Point middle = at.plus(canBeMany ? outer : outwards * 12, 0);
            out.open("circle")
                    .attribute("class", "foot")
                    .attribute("cx", number(middle.x()))
                    .attribute("cy", number(middle.y()))
                    .attribute("r", "4")
                    .end();
        }
    }

    private static String bar(Point at) {
        return "M" + xy(at.plus(0, -5)) + "L" + xy(at.plus(0, 5));
    }

    /** The line with rounded corners. */
    private static String line(List<Point> points) {
        StringBuilder path = new StringBuilder("M" + xy(points.get(0)));
        for (int i = 1; i < points.size() - 1; i++) {
            Point corner = points.get(i);
            Point before = points.get(i - 1);
            Point after = points.get(i + 1);
            double radius = Math.min(CORNER, Math.min(distance(before, corner), distance(corner, after)) / 2);
            path.append("L").append(xy(towards(corner, before, radius)));
            path.append("Q").append(xy(corner)).append(" ").append(xy(towards(corner, after, radius)));
        }
        return path.append("L").append(xy(points.get(points.size() - 1))).toString();
    }

    private static double distance(Point one, Point other) {
        return Math.abs(one.x() - other.x()) + Math.abs(one.y() - other.y());
    }

    private static Point towards(Point from, Point to, double length) {
        return from.plus(Math.signum(to.x() - from.x()) * length, Math.signum(to.y() - from.y()) * length);
    }

    private void box(Box box) {
        TableShape shape = box.shape();
        out.open("g")
                .attribute("class", "table")
                .attribute("id", Objects.requireNonNull(ids.get(shape.table().name())))
                .attribute("transform", "translate(" + box.x() + " " + box.y() + ")")
                .inside();
        out.element("title", Visible.text(shape.table().name().toString()));
        rectangle("body", shape.width(), shape.height());
        if (shape.rows().isEmpty()) {
            rectangle("heading", shape.width(), shape.height());
        } else {
            out.open("path")
                    .attribute("class", "heading")
                    .attribute("d", heading(shape.width()))
                    .end();
        }
        text("name", shape.heading(), TableShape.MARGIN, TableShape.HEADING / 2 + 5, TableShape.HEADING_FONT);
        for (int i = 0; i < shape.rows().size(); i++) {
            row(shape, i);
        }
        rectangle("frame", shape.width(), shape.height());
        out.close("g");
    }

    private static String heading(int width) {
        return "M0 " + TableShape.HEADING + "V6Q0 0 6 0H" + (width - 6) + "Q" + width + " 0 " + width + " 6V"
                + TableShape.HEADING + "Z";
    }

    private void rectangle(String style, int width, int height) {
        out.open("rect")
                .attribute("class", style)
                .attribute("width", width)
                .attribute("height", height)
                .attribute("rx", "6")
                .end();
    }

    private void row(TableShape shape, int index) {
        TableShape.Row row = shape.rows().get(index);
        DiagramColumn column = row.column();
        int top = shape.top(index);
        int baseline = top + TableShape.ROW / 2 + 4;
        boolean isLink = column.references() != null && diagram.has(column.references());
        if (isLink) {
            link(Objects.requireNonNull(column.references()), "row");
        } else {
            out.open("g").attribute("class", "row").inside();
        }
        out.element("title", tip(column));
        out.open("rect")
                .attribute("class", "reach")
                .attribute("x", 1)
                .attribute("y", top)
                .attribute("width", shape.width() - 2)
                .attribute("height", TableShape.ROW)
                .end();
        int x = TableShape.MARGIN;
        for (Mark mark : row.marks()) {
            text("mark " + mark.style(), mark.letters(), x, baseline, TableShape.SMALL_FONT);
            x += TableShape.MARK;
        }
        text(column.primaryKey() ? "column key" : "column", row.name(), shape.nameX(), baseline, TableShape.FONT);
        text("type", row.type(), shape.typeX(), baseline, TableShape.FONT);
        if (column.nullable()) {
            text("null", "null", shape.width() - TableShape.MARGIN, baseline, TableShape.SMALL_FONT);
        }
        out.close(isLink ? "a" : "g");
    }

    /** The whole of what a row says, in words. */
    private static String tip(DiagramColumn column) {
        Stream<String> marks = Stream.of(
                column.primaryKey() ? ", " + Mark.PRIMARY_KEY.words() : "",
                column.unique() ? ", " + Mark.UNIQUE.words() : "",
                column.references() == null ? "" : ", references " + column.references());
        return Visible.text(column.name() + " " + column.type() + (column.nullable() ? ", can be null" : ", not null")
                + marks.collect(Collectors.joining()));
    }

    private void link(TableName target, String style) {
        out.open("a")
                .attribute("class", style)
                .attribute("href", "#" + ids.get(target))
                .inside();
    }

    private void text(String style, String text, int x, int y, int font) {
        out.open("text").attribute("class", style).attribute("x", x).attribute("y", y);
        if (!TextWidth.isCertain(text)) {
            // Whatever font has these letters, they take the room that was reckoned.
            out.attribute("textLength", TextWidth.of(text, font)).attribute("lengthAdjust", "spacingAndGlyphs");
        }
        out.content(text, "text");
    }

    private static String xy(Point point) {
        return number(point.x()) + " " + number(point.y());
    }

    /** The middle of a pixel, or one that is there already: so thin lines are sharp, and no darker where several lie on each other. */
    private static String number(double value) {
        return (long) Math.floor(value) + ".5";
    }

    /** What a link can name: letters, digits, and a number where two names come out the same. */
    private static Map<TableName, String> ids(Diagram diagram) {
        Map<TableName, String> ids = new LinkedHashMap<>();
        Set<String> taken = new HashSet<>();
        diagram.tables().forEach(table -> {
            String plain = "table-" + table.name().toString().replaceAll("[^A-Za-z0-9_.]+", "-");
            String id = plain;
            for (int next = 2; !taken.add(id); next++) {
                id = plain + "-" + next;
            }
            ids.put(table.name(), id);
        });
        return ids;
    }
}
