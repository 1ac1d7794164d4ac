package io.loupe.onnx.tensorflowjs;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * One node of a TensorFlow graph, as {@code modelTopology.node} holds it: the JSON form of TensorFlow's {@code NodeDef}
 * (https://github.com/tensorflow/tensorflow/blob/master/tensorflow/core/framework/node_def.proto).
 *
 * @param name unique in the graph
 * @param operator the TensorFlow operator, as {@code Conv2D}
 * @param inputs names of the nodes whose first output it reads, in order
 * @param attributes what else the operator needs, by name
 */
record GraphNode(String name, String operator, List<String> inputs, JsonNode attributes) {
    /** @throws InvalidGraph if a field is missing or of another kind */
    static GraphNode of(JsonNode json) {
        String name = json.path("name").asString("");
        String operator = json.path("op").asString("");
        if (name.isEmpty() || operator.isEmpty()) {
            throw new InvalidGraph("a node of 'modelTopology' has no name or no operator: its file is damaged");
        }
        List<String> inputs = new ArrayList<>();
        for (JsonNode input : json.path("input")) {
            // "^a" only asks that a runs before; "a:0" is the first output of a, which "a" means as well.
            String reference = input.asString("");
            if (!reference.startsWith("^")) {
                inputs.add(reference.endsWith(":0") ? reference.substring(0, reference.length() - 2) : reference);
            }
        }
        return new GraphNode(name, operator, List.copyOf(inputs), json.path("attr"));
    }

    /** Whole numbers of a list; none when the attribute is absent. */
    List<Integer> integers(String attribute) {
        List<Integer> integers = new ArrayList<>();
        for (JsonNode value : attributes.path(attribute).path("list").path("i")) {
            integers.add(integer(attribute, value));
        }
        return integers;
    }

    /** Texts of a list; none when the attribute is absent. */
    List<String> texts(String attribute) {
        List<String> texts = new ArrayList<>();
        for (JsonNode value : attributes.path(attribute).path("list").path("s")) {
            texts.add(decoded(attribute, value));
        }
        return texts;
    }

    Optional<String> text(String attribute) {
        JsonNode value = attributes.path(attribute).path("s");
        return value.isMissingNode() ? Optional.empty() : Optional.of(decoded(attribute, value));
    }

    boolean flag(String attribute) {
        return attributes.path(attribute).path("b").asBoolean(false);
    }

    float number(String attribute, float whenAbsent) {
        return (float) attributes.path(attribute).path("f").asDouble(whenAbsent);
    }

    /** The sides that a placeholder's tensor has, -1 for free ones; none when it does not say. */
    List<Integer> shape() {
        List<Integer> sides = new ArrayList<>();
        for (JsonNode dimension : attributes.path("shape").path("shape").path("dim")) {
            sides.add(integer("shape", dimension.path("size")));
        }
        return sides;
    }

    /** A complaint about this node, to be thrown. */
    InvalidGraph refusal(String problem) {
        return new InvalidGraph("node '%s' (%s): %s".formatted(name, operator, problem));
    }

    /** 64-bit numbers are texts in protobuf's JSON form. */
    private int integer(String attribute, JsonNode value) {
        try {
            return Integer.parseInt(value.asString(""));
        } catch (NumberFormatException e) {
            throw refusal("its attribute '%s' holds %s, not a whole number".formatted(attribute, value));
        }
    }

    /** Bytes are base64 in protobuf's JSON form. */
    private String decoded(String attribute, JsonNode value) {
        try {
            return new String(Base64.getDecoder().decode(value.asString("")), StandardCharsets.US_ASCII);
        } catch (IllegalArgumentException e) {
            throw refusal("its attribute '%s' holds %s, which is not base64".formatted(attribute, value));
        }
    }
}
