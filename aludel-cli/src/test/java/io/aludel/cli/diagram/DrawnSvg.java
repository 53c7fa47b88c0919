// SPDX-License-Identifier: Apache-2.0
package io.aludel.cli.diagram;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** A picture as a reader of its text finds it: nothing here asks the layout. */
final class DrawnSvg {
    private static final Pattern STEP = Pattern.compile("([MLQ])?([-0-9.]+) ([-0-9.]+)");

    private final Document document;

    DrawnSvg(String text) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            document = factory.newDocumentBuilder().parse(new InputSource(new StringReader(text)));
        } catch (Exception e) {
            throw new AssertionError("This is no XML: " + e.getMessage(), e);
        }
    }

    /** An upright rectangle, in pixels from the upper left corner. */
    record Area(double left, double top, double right, double bottom) {
        boolean overlaps(Area other) {
            return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
        }

        boolean contains(Area other) {
            return left <= other.left && top <= other.top && right >= other.right && bottom >= other.bottom;
        }

        Area without(double margin) {
            return new Area(left + margin, top + margin, right - margin, bottom - margin);
        }
    }

    record Spot(double x, double y) {}

    /** A line, from its parent to its child; the target is the id of the table that a click leads to. */
    record Line(String target, List<Spot> points) {
        /** The pieces between the corners: areas without a width or without a height. */
        List<Area> pieces() {
            List<Area> pieces = new ArrayList<>();
            for (int i = 1; i < points.size(); i++) {
                Spot one = points.get(i - 1);
                Spot other = points.get(i);
                pieces.add(new Area(
                        Math.min(one.x, other.x),
                        Math.min(one.y, other.y),
                        Math.max(one.x, other.x),
                        Math.max(one.y, other.y)));
            }
            return pieces;
        }

        Spot first() {
            return points.get(0);
        }

        Spot last() {
            return points.get(points.size() - 1);
        }
    }

    /** All of it. */
    Area page() {
        Element svg = document.getDocumentElement();
        return new Area(0, 0, number(svg, "width"), number(svg, "height"));
    }

    /** The tables' boxes by their ids. */
    Map<String, Area> boxes() {
        Map<String, Area> boxes = new LinkedHashMap<>();
        for (Element table : elements("g")) {
            if (table.getAttribute("class").equals("table")) {
                Matcher place =
                        Pattern.compile("translate\\((\\d+) (\\d+)\\)").matcher(table.getAttribute("transform"));
                place.matches();
                Element body = (Element) table.getElementsByTagName("rect").item(0);
                double left = Double.parseDouble(place.group(1));
                double top = Double.parseDouble(place.group(2));
                boxes.put(
                        table.getAttribute("id"),
                        new Area(left, top, left + number(body, "width"), top + number(body, "height")));
            }
        }
        return boxes;
    }

    /** The lines, their corners as if they were not rounded. */
    List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        for (Element link : elements("a")) {
            if (link.getAttribute("class").equals("edge")) {
                Element path = (Element) link.getElementsByTagName("path").item(1);
                List<Spot> points = new ArrayList<>();
                Matcher step = STEP.matcher(path.getAttribute("d"));
                while (step.find()) {
                    points.add(new Spot(Double.parseDouble(step.group(2)), Double.parseDouble(step.group(3))));
                }
                lines.add(new Line(link.getAttribute("href").substring(1), List.copyOf(points)));
            }
        }
        return lines;
    }

    List<String> hrefs() {
        return elements("a").stream().map(link -> link.getAttribute("href")).toList();
    }

    List<String> ids() {
        return elements("*").stream()
                .map(element -> element.getAttribute("id"))
                .filter(id -> !id.isEmpty())
                .toList();
    }

    /** What is written, in the order of the document; tips are not. */
    List<String> texts() {
        return elements("text").stream().map(Element::getTextContent).toList();
    }

    List<String> tips() {
        return elements("title").stream().map(Element::getTextContent).toList();
    }

    List<Element> elements(String name) {
        NodeList found = document.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }

    private static double number(Element element, String attribute) {
        return Double.parseDouble(element.getAttribute(attribute));
    }
}
