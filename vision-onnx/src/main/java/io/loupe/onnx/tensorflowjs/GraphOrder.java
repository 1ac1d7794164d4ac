package io.loupe.onnx.tensorflowjs;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The part of a graph that some nodes need, each node after its inputs: a depth-first walk without recursion. */
final class GraphOrder {
    private final Map<String, GraphNode> nodes;

    /** Nodes reached so far, and whether all that they need is in order. */
    private final Map<String, Boolean> finished = new LinkedHashMap<>();

    private final List<GraphNode> order = new ArrayList<>();

    private GraphOrder(Map<String, GraphNode> nodes) {
        this.nodes = nodes;
    }

    /**
     * The order depends on the graph and on {@code wanted} alone, so that the same question has the same answer.
     *
     * @throws InvalidGraph if a node is missing, or the graph runs in a circle
     */
    static List<GraphNode> of(Map<String, GraphNode> nodes, Collection<String> wanted) {
        GraphOrder graph = new GraphOrder(nodes);
        for (String name : wanted) {
            graph.visit(name);
        }
        return graph.order;
    }

    /** The same for every node that has all that it needs; a node without it is left out. */
    static List<GraphNode> ofAllComplete(Map<String, GraphNode> nodes) {
        GraphOrder graph = new GraphOrder(nodes);
        for (String name : nodes.keySet()) {
            try {
                graph.visit(name);
            } catch (InvalidGraph _) {
                // What was entered and not finished stays so, and whatever needs it is left out as well.
            }
        }
        return graph.order;
    }

    private void visit(String wanted) {
        Deque<Visit> path = new ArrayDeque<>();
        enter(wanted, "a wanted output", path);
        while (!path.isEmpty()) {
            Visit current = path.peek();
            if (current.inputs().hasNext()) {
                enter(
                        current.inputs().next(),
                        "an input of '%s'".formatted(current.node().name()),
                        path);
            } else {
                finished.put(current.node().name(), true);
                order.add(current.node());
                path.pop();
            }
        }
    }

    private void enter(String name, String role, Deque<Visit> path) {
        Boolean known = finished.get(name);
        if (known == null) {
            GraphNode node = nodes.get(name);
            if (node == null) {
                throw new InvalidGraph("there is no node '%s', %s".formatted(name, role));
            }
            finished.put(name, false);
            path.push(new Visit(node, node.inputs().iterator()));
        } else if (!known) {
            throw new InvalidGraph("node '%s' needs its own result: the graph runs in a circle".formatted(name));
        }
    }

    private record Visit(GraphNode node, Iterator<String> inputs) {}
}
