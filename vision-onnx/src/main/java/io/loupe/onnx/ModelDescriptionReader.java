package io.loupe.onnx;

import io.loupe.onnx.DetectionOutput.CenterNet;
import io.loupe.onnx.DetectionOutput.Yolox;
import io.loupe.onnx.ModelDescription.EmbeddingOutput;
import io.loupe.onnx.NetworkInput.ChannelOrder;
import io.loupe.onnx.NetworkInput.Framing;
import io.loupe.onnx.NetworkInput.Normalization;
import io.loupe.vision.encoder.InputSize;
import io.loupe.vision.encoder.Tap;
import io.loupe.vision.image.Resampling;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads {@code model.json}: unknown fields are ignored, everything missing or wrong is reported together. */
public final class ModelDescriptionReader {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern PLAIN_FILE_NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._ -]{0,127}");

    /** Where {@code model.json} says from which cosine on two pictures count as near copies. */
    public static final String NEAR_DUPLICATE_COSINE = "near_duplicate_cosine";

    private final List<String> problems = new ArrayList<>();

    private ModelDescriptionReader() {}

    /**
     * Reads the content of a {@code model.json}.
     *
     * @throws InvalidDescription listing every problem
     */
    public static ModelDescription read(byte[] json) {
        JsonNode root;
        try {
            root = JSON.readTree(json);
        } catch (JacksonException e) {
            throw new InvalidDescription(List.of("it is not JSON: " + e.getOriginalMessage()), e);
        }
        ModelDescriptionReader reader = new ModelDescriptionReader();
        ModelDescription description = reader.description(JsonFields.of(root, reader.problems));
        if (!reader.problems.isEmpty()) {
            throw new InvalidDescription(reader.problems, null);
        }
        return description;
    }

    private ModelDescription description(JsonFields fields) {
        JsonFields outputs = fields.object("outputs");
        NetworkInput input = input(fields.object("input"));
        Optional<DetectionOutput> detections = detections(outputs);
        if (detections.isPresent() && !fields.has("labels")) {
            fields.problem("labels", "a detector needs a file with one name per line, one for each kind of object");
        }
        return new ModelDescription(
                matching(
                        fields,
                        "id",
                        ID,
                        "lower-case letters, digits, '.', '-', '_', beginning with one of the first two"),
                fields.texts("role"),
                matching(fields, "file", PLAIN_FILE_NAME, "the name of a file inside the model's folder"),
                matching(fields, "sha256", SHA256, "64 lower-case hexadecimal digits"),
                fields.text("licence"),
                fields.text("source", ""),
                input,
                taps(outputs),
                embedding(outputs, input.size()),
                detections,
                fields.has("labels")
                        ? Optional.of(matching(
                                fields, "labels", PLAIN_FILE_NAME, "the name of a file inside the model's folder"))
                        : Optional.empty());
    }

    private static NetworkInput input(JsonFields input) {
        input.oneOf("layout", Set.of("NCHW"));
        input.oneOf("dtype", Set.of("float32"));
        String resize = input.text("resize");
        return new NetworkInput(
                input.text("name"),
                size(input),
                input.bool("dynamic_size"),
                input.positive("size_multiple", 1),
                normalization(input),
                resampling(input, resize),
                framing(resize));
    }

    private static InputSize size(JsonFields fields) {
        List<Integer> size = fields.positives("size", 2);
        return new InputSize(size.get(0), size.get(1));
    }

    private static Normalization normalization(JsonFields input) {
        List<Double> deviation = input.numbers("std", 3);
        if (deviation.contains(0.0)) {
            input.problem("std", "a deviation of zero cannot be divided by");
        }
        String order = input.oneOf("channel_order", Set.of("RGB", "BGR"));
        return new Normalization(
                input.oneOf("scale", Set.of("0..1", "0..255")).equals("0..255") ? 1 : 255,
                input.numbers("mean", 3),
                deviation,
                order.equals("BGR") ? ChannelOrder.BGR : ChannelOrder.RGB);
    }

    /** The first word of {@code resize} names the filter. */
    private static Resampling resampling(JsonFields input, String resize) {
        String filter = resize.split("[^A-Za-z]", 2)[0].toUpperCase(Locale.ROOT);
        for (Resampling resampling : Resampling.values()) {
            if (resampling.name().equals(filter)) {
                return resampling;
            }
        }
        if (!resize.isEmpty()) {
            input.problem(
                    "resize",
                    "expected a filter first (box, bilinear, bicubic, lanczos), found \"%s\"".formatted(resize));
        }
        return Resampling.BILINEAR;
    }

    /** The rest of {@code resize} is prose. */
    private static Framing framing(String resize) {
        return resize.contains("aspect kept") ? Framing.LETTERBOX : Framing.SQUASH;
    }

    private static List<Tap> taps(JsonFields outputs) {
        Set<String> names = new HashSet<>();
        List<Tap> taps = new ArrayList<>();
        for (JsonFields tap : outputs.objects("taps")) {
            String name = tap.text("name");
            int stride = tap.positive("stride");
            int channels = tap.positive("channels");
            if (!name.isEmpty() && !names.add(name)) {
                tap.problem("name", "there are two taps '%s'".formatted(name));
            } else if (!name.isEmpty()) {
                taps.add(new Tap(name, stride, channels));
            }
        }
        return taps;
    }

    private static Optional<EmbeddingOutput> embedding(JsonFields outputs, InputSize inputSize) {
        if (!outputs.has("embedding")) {
            return Optional.empty();
        }
        JsonFields embedding = outputs.object("embedding");
        return Optional.of(new EmbeddingOutput(
                embedding.text("name"),
                embedding.positive("dim"),
                embedding.has("size") ? size(embedding) : inputSize,
                embedding.has(NEAR_DUPLICATE_COSINE)
                        ? Optional.of(embedding.number(NEAR_DUPLICATE_COSINE, -1, 1))
                        : Optional.empty()));
    }

    /** Which kind it is shows in its fields. */
    private static Optional<DetectionOutput> detections(JsonFields outputs) {
        if (!outputs.has("detections")) {
            return Optional.empty();
        }
        JsonFields detections = outputs.object("detections");
        int labelCount = detections.positive("labels");
        if (detections.has("heatmap")) {
            return Optional.of(new CenterNet(
                    detections.text("heatmap"), detections.text("sides"), detections.positive("stride"), labelCount));
        }
        if (detections.has("strides")) {
            return Optional.of(new Yolox(detections.text("name"), detections.positives("strides"), labelCount));
        }
        outputs.problem(
                "detections",
                "expected 'heatmap', 'sides', 'stride' as of CenterNet, or 'name', 'strides' as of YOLOX");
        return Optional.empty();
    }

    /** Names of plain files only, so that no description can reach outside its folder. */
    private static String matching(JsonFields fields, String field, Pattern pattern, String meaning) {
        String text = fields.text(field);
        if (!text.isEmpty() && !pattern.matcher(text).matches()) {
            fields.problem(field, "expected %s, found \"%s\"".formatted(meaning, text));
        }
        return text;
    }
}
