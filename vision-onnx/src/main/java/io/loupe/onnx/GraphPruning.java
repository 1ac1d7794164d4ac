package io.loupe.onnx;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/*
 * ONNX Runtime computes every node of a graph, whichever outputs a run asks for. A backbone whose last stages nobody
 * reads is therefore cut before it is loaded: walking the nodes backwards (ONNX demands topological order), a node
 * stays if one of its outputs is needed, and then its inputs are needed too. Weights, graph inputs and outputs that
 * nothing needs go as well.
 *
 * Only the protobuf wire format is touched, at three levels; everything kept is copied byte for byte.
 * Field numbers: https://github.com/onnx/onnx/blob/main/onnx/onnx.proto (ModelProto, GraphProto, NodeProto).
 */
/** Cuts a network down to what its wanted outputs need. */
final class GraphPruning {
    private static final int MODEL_GRAPH = 7;
    private static final int GRAPH_NODE = 1;
    private static final int GRAPH_INITIALIZER = 5;
    private static final int GRAPH_INPUT = 11;
    private static final int GRAPH_OUTPUT = 12;
    private static final int NODE_INPUT = 1;
    private static final int NODE_OUTPUT = 2;
    private static final int NODE_ATTRIBUTE = 5;
    private static final int ATTRIBUTE_GRAPH = 6;
    private static final int ATTRIBUTE_GRAPHS = 11;
    private static final int VALUE_INFO_NAME = 1;
    private static final int TENSOR_NAME = 8;

    private GraphPruning() {}

    /**
     * Names of all graph outputs; none when the file holds no graph.
     *
     * @throws ProtobufFields.MalformedProtobuf if the bytes are not protobuf
     */
    static Set<String> outputNames(byte[] model) {
        return ProtobufFields.of(model).stream()
                .filter(field -> field.number() == MODEL_GRAPH)
                .flatMap(graph -> graph.message().stream())
                .filter(field -> field.number() == GRAPH_OUTPUT)
                .flatMap(output -> output.texts(VALUE_INFO_NAME).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /**
     * The network with these outputs alone.
     *
     * @param model an ONNX file; not changed
     * @param outputs names of graph outputs; unknown ones are left for ONNX Runtime to complain of
     * @return the pruned file, or {@code model} itself where a node holds a subgraph, whose needs are not looked into
     * @throws ProtobufFields.MalformedProtobuf if the bytes are not protobuf
     */
    static byte[] keepOutputs(byte[] model, Set<String> outputs) {
        ByteArrayOutputStream pruned = new ByteArrayOutputStream(model.length);
        for (ProtobufFields.Field field : ProtobufFields.of(model)) {
            if (field.number() != MODEL_GRAPH) {
                field.copyTo(pruned);
                continue;
            }
            List<ProtobufFields.Field> graph = field.message();
            if (graph.stream().anyMatch(GraphPruning::holdsSubgraph)) {
                return model;
            }
            ByteArrayOutputStream keptGraph = new ByteArrayOutputStream(model.length);
            keptFields(graph, outputs).forEach(kept -> kept.copyTo(keptGraph));
            ProtobufFields.writeMessage(MODEL_GRAPH, keptGraph.toByteArray(), pruned);
        }
        return pruned.toByteArray();
    }

    private static List<ProtobufFields.Field> keptFields(List<ProtobufFields.Field> graph, Set<String> outputs) {
        Set<String> needed = new HashSet<>(outputs);
        Set<ProtobufFields.Field> neededNodes = new HashSet<>();
        for (ProtobufFields.Field node : graph.reversed()) {
            if (node.number() == GRAPH_NODE && node.texts(NODE_OUTPUT).stream().anyMatch(needed::contains)) {
                neededNodes.add(node);
                needed.addAll(node.texts(NODE_INPUT));
            }
        }
        List<ProtobufFields.Field> kept = new ArrayList<>();
        for (ProtobufFields.Field field : graph) {
            boolean keep = switch (field.number()) {
                case GRAPH_NODE -> neededNodes.contains(field);
                case GRAPH_INITIALIZER -> needed.containsAll(field.texts(TENSOR_NAME));
                case GRAPH_INPUT -> needed.containsAll(field.texts(VALUE_INFO_NAME));
                case GRAPH_OUTPUT -> outputs.containsAll(field.texts(VALUE_INFO_NAME));
                default -> true;
            };
            if (keep) {
                kept.add(field);
            }
        }
        return kept;
    }

    private static boolean holdsSubgraph(ProtobufFields.Field field) {
        return field.number() == GRAPH_NODE
                && field.message().stream()
                        .filter(part -> part.number() == NODE_ATTRIBUTE)
                        .flatMap(attribute -> attribute.message().stream())
                        .anyMatch(part -> part.number() == ATTRIBUTE_GRAPH || part.number() == ATTRIBUTE_GRAPHS);
    }
}
