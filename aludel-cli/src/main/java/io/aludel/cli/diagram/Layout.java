// SPDX-License-Identifier: Apache-2.0
package io.aludel.cli.diagram;

import io.aludel.cli.diagram.Picture.Box;
import io.aludel.cli.diagram.Picture.Point;
import io.aludel.cli.diagram.Picture.Route;
import io.aludel.core.name.TableName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.elk.alg.layered.LayeredLayoutProvider;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.options.PortConstraints;
import org.eclipse.elk.core.options.PortSide;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkEdgeSection;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.ElkPort;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/**
 * Places the tables and leads the lines around them, with the layered algorithm of the Eclipse Layout Kernel: parents stand left of their children, and a
 * line leaves the row of the key at the right to enter the row of the foreign key from the left. Made for one diagram.
 */
final class Layout {
    /** Ends of lines that stand for another number leave a row a little apart. */
    private static final int APART = 5;

    private static final int MARGIN = 24;
    /** Room for the feet of a line before it may turn. */
    private static final double BESIDE_TABLES = 28;

    static {
        // Without it ELK cannot copy its own defaults. What else its service for Eclipse would set up, one algorithm
        // does not need.
        LayoutMetaDataService.initElkReflect();
    }

    private final Diagram diagram;
    private final ElkNode root = ElkGraphUtil.createGraph();
    private final Map<TableName, TableShape> shapes = new LinkedHashMap<>();
    private final Map<TableName, ElkNode> nodes = new HashMap<>();
    private final Map<Socket, ElkPort> ports = new HashMap<>();

    /** Where lines that mean the same at this end meet. */
    private record Socket(TableName table, PortSide side, int y) {}

    private Layout(Diagram diagram) {
        this.diagram = diagram;
    }

    static Picture of(Diagram diagram) {
        return new Layout(diagram).picture();
    }

    private Picture picture() {
        options();
        diagram.tables().forEach(this::add);
        Map<Relationship, ElkEdge> edges = new LinkedHashMap<>();
        diagram.relationships().forEach(one -> edges.put(one, edge(one)));
        new LayeredLayoutProvider().layout(root, new BasicProgressMonitor());
        List<Box> boxes = new ArrayList<>();
        shapes.forEach((name, shape) -> boxes.add(new Box(
                shape,
                Objects.requireNonNull(nodes.get(name)).getX(),
                Objects.requireNonNull(nodes.get(name)).getY())));
        List<Route> routes = new ArrayList<>();
        edges.forEach((one, edge) -> routes.add(new Route(one, points(edge))));
        return new Picture(
                (int) Math.ceil(root.getWidth()),
                (int) Math.ceil(root.getHeight()),
                List.copyOf(boxes),
                List.copyOf(routes));
    }

    private void options() {
        root.setProperty(LayeredOptions.DIRECTION, Direction.RIGHT);
        root.setProperty(LayeredOptions.EDGE_ROUTING, EdgeRouting.ORTHOGONAL);
        root.setProperty(LayeredOptions.RANDOM_SEED, 1);
        root.setProperty(LayeredOptions.PADDING, new ElkPadding(MARGIN));
        root.setProperty(LayeredOptions.SPACING_NODE_NODE, 28.0);
        root.setProperty(LayeredOptions.SPACING_COMPONENT_COMPONENT, 36.0);
        root.setProperty(LayeredOptions.SPACING_EDGE_NODE, 20.0);
        root.setProperty(LayeredOptions.SPACING_EDGE_EDGE, 10.0);
        root.setProperty(LayeredOptions.SPACING_NODE_SELF_LOOP, BESIDE_TABLES);
        root.setProperty(LayeredOptions.SPACING_EDGE_NODE_BETWEEN_LAYERS, BESIDE_TABLES);
        root.setProperty(LayeredOptions.SPACING_EDGE_EDGE_BETWEEN_LAYERS, 10.0);
        root.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, 2 * BESIDE_TABLES);
    }

    private void add(DiagramTable table) {
        TableShape shape = TableShape.of(table);
        ElkNode node = ElkGraphUtil.createNode(root);
        node.setDimensions(shape.width(), shape.height());
        node.setProperty(LayeredOptions.PORT_CONSTRAINTS, PortConstraints.FIXED_POS);
        shapes.put(table.name(), shape);
        nodes.put(table.name(), node);
    }

    private ElkEdge edge(Relationship one) {
        PortSide side = one.isSelfReference() ? PortSide.EAST : PortSide.WEST;
        ElkPort from = port(one.parent(), PortSide.EAST, one.parentColumns().get(0), one.optional());
        ElkPort to = port(one.child(), side, one.columns().get(0), one.oneToOne());
        return ElkGraphUtil.createSimpleEdge(from, to);
    }

    private ElkPort port(TableName table, PortSide side, String column, boolean isApart) {
        TableShape shape = Objects.requireNonNull(shapes.get(table));
        int y = shape.middleOf(column) + (isApart ? APART : 0);
        return ports.computeIfAbsent(new Socket(table, side, y), socket -> {
            ElkPort port = ElkGraphUtil.createPort(Objects.requireNonNull(nodes.get(table)));
            port.setProperty(LayeredOptions.PORT_SIDE, side);
            port.setLocation(side == PortSide.EAST ? shape.width() : 0, y);
            return port;
        });
    }

    private static List<Point> points(ElkEdge edge) {
        ElkEdgeSection section = edge.getSections().get(0);
        List<Point> points = new ArrayList<>();
        points.add(new Point(section.getStartX(), section.getStartY()));
        section.getBendPoints().forEach(bend -> points.add(new Point(bend.getX(), bend.getY())));
        points.add(new Point(section.getEndX(), section.getEndY()));
        return List.copyOf(points);
    }
}
