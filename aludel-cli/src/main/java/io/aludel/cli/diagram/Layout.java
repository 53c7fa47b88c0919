// SPDX-License-Identifier: Apache-2.0
package io.aludel.cli.diagram;

import io.aludel.cli.diagram.Picture.Box;
import io.aludel.cli.diagram.Picture.Point;
import io.aludel.cli.diagram.Picture.Route;
import io.aludel.core.name.TableName;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.eclipse.elk.alg.layered.LayeredLayoutProvider;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.alg.layered.options.LayeringStrategy;
import org.eclipse.elk.alg.layered.options.NodePlacementStrategy;
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
    /** Between ends of lines at one row that mean different things. */
    private static final int APART = 12;

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
    private final Map<TableName, TableShape> shapes = new HashMap<>();
    private final Map<TableName, ElkNode> nodes = new LinkedHashMap<>();
    private final Map<Socket, SortedSet<End>> ends = new HashMap<>();
    private final Map<Socket, Map<End, ElkPort>> ports = new HashMap<>();

    /** What the end of a line means. Lines that mean the same share it; those that do not stand a little apart. */
    private enum End {
        ONE_PARENT,
        NO_PARENT_OR_ONE,
        CHILDREN,
        NO_CHILD_OR_ONE
    }

    /** Where lines end at a table: at the middle of a row. */
    private record Socket(TableName table, PortSide side, int y) {}

    private Layout(Diagram diagram) {
        this.diagram = diagram;
    }

    static Picture of(Diagram diagram) {
        return new Layout(diagram).picture();
    }

    private Picture picture() {
        options();
        Set<TableName> related = new HashSet<>();
        diagram.relationships().forEach(one -> related.addAll(List.of(one.child(), one.parent())));
        List<TableShape> alone = new ArrayList<>();
        for (DiagramTable table : diagram.tables()) {
            TableShape shape = TableShape.of(table);
            if (related.contains(table.name())) {
                add(shape);
            } else {
                alone.add(shape);
            }
        }
        for (Relationship one : diagram.relationships()) {
            note(parentSocket(one), parentEnd(one));
            note(childSocket(one), childEnd(one));
        }
        Map<Relationship, ElkEdge> edges = new LinkedHashMap<>();
        diagram.relationships().forEach(one -> edges.put(one, edge(one)));
        new LayeredLayoutProvider().layout(root, new BasicProgressMonitor());
        List<Box> boxes = new ArrayList<>();
        nodes.forEach((table, node) ->
                boxes.add(new Box(Objects.requireNonNull(shapes.get(table)), (int) node.getX(), (int) node.getY())));
        List<Route> routes = new ArrayList<>();
        edges.forEach((one, edge) -> routes.add(new Route(one, points(edge))));
        return new Picture((int) Math.ceil(root.getWidth()), (int) Math.ceil(root.getHeight()), boxes, routes)
                .withBelow(alone, MARGIN);
    }

    private void options() {
        root.setProperty(LayeredOptions.DIRECTION, Direction.RIGHT);
        root.setProperty(LayeredOptions.EDGE_ROUTING, EdgeRouting.ORTHOGONAL);
        root.setProperty(LayeredOptions.RANDOM_SEED, 1);
        // Of what there is, these two give the smallest pictures with the shortest lines. Compaction would save a
        // little more, but fails on some.
        root.setProperty(LayeredOptions.LAYERING_STRATEGY, LayeringStrategy.LONGEST_PATH_SOURCE);
        root.setProperty(LayeredOptions.NODE_PLACEMENT_STRATEGY, NodePlacementStrategy.NETWORK_SIMPLEX);
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

    private void add(TableShape shape) {
        TableName table = shape.table().name();
        ElkNode node = ElkGraphUtil.createNode(root);
        node.setDimensions(shape.width(), shape.height());
        node.setProperty(LayeredOptions.PORT_CONSTRAINTS, PortConstraints.FIXED_POS);
        shapes.put(table, shape);
        nodes.put(table, node);
    }

    private void note(Socket socket, End end) {
        ends.computeIfAbsent(socket, key -> new TreeSet<>()).add(end);
        ports.computeIfAbsent(socket, key -> new EnumMap<>(End.class));
    }

    private ElkEdge edge(Relationship one) {
        return ElkGraphUtil.createSimpleEdge(
                port(parentSocket(one), parentEnd(one)), port(childSocket(one), childEnd(one)));
    }

    private Socket parentSocket(Relationship one) {
        return socket(one.parent(), PortSide.EAST, one.parentColumns().get(0));
    }

    private Socket childSocket(Relationship one) {
        PortSide side = one.isSelfReference() ? PortSide.EAST : PortSide.WEST;
        return socket(one.child(), side, one.columns().get(0));
    }

    private Socket socket(TableName table, PortSide side, String column) {
        return new Socket(table, side, Objects.requireNonNull(shapes.get(table)).middleOf(column));
    }

    private static End parentEnd(Relationship one) {
        return one.optional() ? End.NO_PARENT_OR_ONE : End.ONE_PARENT;
    }

    private static End childEnd(Relationship one) {
        return one.oneToOne() ? End.NO_CHILD_OR_ONE : End.CHILDREN;
    }

    private ElkPort port(Socket socket, End end) {
        Map<End, ElkPort> there = Objects.requireNonNull(ports.get(socket));
        if (there.get(end) == null) {
            List<End> all = List.copyOf(Objects.requireNonNull(ends.get(socket)));
            double apart = Math.min(APART, 2.0 * APART / Math.max(1, all.size() - 1));
            ElkPort port = ElkGraphUtil.createPort(Objects.requireNonNull(nodes.get(socket.table())));
            port.setProperty(LayeredOptions.PORT_SIDE, socket.side());
            port.setLocation(
                    socket.side() == PortSide.EAST ? port.getParent().getWidth() : 0,
                    socket.y() + (all.indexOf(end) - (all.size() - 1) / 2.0) * apart);
            there.put(end, port);
        }
        return Objects.requireNonNull(there.get(end));
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
