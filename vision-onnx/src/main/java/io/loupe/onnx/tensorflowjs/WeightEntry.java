package io.loupe.onnx.tensorflowjs;

import io.loupe.onnx.tensorflowjs.Weight.Encoding;
import io.loupe.onnx.tensorflowjs.Weight.Storage;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * What a weights manifest says about one weight.
 *
 * @param name the name of its {@code Const} node
 * @param shape its sides
 * @param encoding how it is stored
 * @param bytes how many bytes that takes
 */
record WeightEntry(String name, List<Integer> shape, Encoding encoding, long bytes) {
    static WeightEntry of(JsonNode json) {
        String name = json.path("name").asString("");
        Encoding encoding = encoding(name, json);
        List<Integer> shape = new ArrayList<>();
        long bytes = encoding.storage().size();
        for (JsonNode side : json.path("shape")) {
            if (!side.canConvertToExactIntegral() || !side.canConvertToInt() || side.asInt() < 0) {
                throw new InvalidGraph("the weight '%s' has the shape %s".formatted(name, json.path("shape")));
            }
            shape.add(side.asInt());
            // No overflow: before each product bytes <= 2^30, and a side is below 2^31.
            bytes *= side.asInt();
            if (bytes > WeightManifest.LIMIT_BYTES) {
                throw new InvalidGraph("the weight '%s' of shape %s is larger than %d bytes"
                        .formatted(name, json.path("shape"), WeightManifest.LIMIT_BYTES));
            }
        }
        return new WeightEntry(name, List.copyOf(shape), encoding, bytes);
    }

    private static Encoding encoding(String name, JsonNode json) {
        String type = json.path("dtype").asString("");
        JsonNode quantization = json.path("quantization");
        String stored = quantization.path("dtype").asString(type);
        boolean whole = type.equals("int32");
        boolean known = whole || type.equals("float32") || type.equals("bool");
        return switch (known ? stored : type) {
            case "float32" -> Encoding.plain(Storage.FLOAT32);
            case "float16" -> Encoding.plain(Storage.FLOAT16);
            case "int32" -> Encoding.plain(Storage.INT32);
            case "bool" -> Encoding.plain(Storage.BOOL);
            case "uint8" -> scaled(name, Storage.UINT8, whole, quantization);
            case "uint16" -> scaled(name, Storage.UINT16, whole, quantization);
            default ->
                throw new InvalidGraph(
                        "the weight '%s' is stored as '%s'; float32, float16, uint8, uint16, int32 and bool can be read"
                                .formatted(name, known ? stored : type));
        };
    }

    private static Encoding scaled(String name, Storage storage, boolean whole, JsonNode quantization) {
        JsonNode scale = quantization.path("scale");
        JsonNode minimum = quantization.path("min");
        if (!scale.isNumber() || !minimum.isNumber()) {
            throw new InvalidGraph("the weight '%s' is quantised, but lacks the number 'scale' or 'min': %s"
                    .formatted(name, quantization));
        }
        return new Encoding(storage, whole, scale.asDouble(), minimum.asDouble());
    }
}
