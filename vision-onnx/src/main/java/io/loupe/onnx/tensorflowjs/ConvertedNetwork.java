package io.loupe.onnx.tensorflowjs;

import io.loupe.onnx.InvalidDescription;
import io.loupe.onnx.ModelDescription;
import io.loupe.onnx.ModelDescriptionReader;
import io.loupe.vision.file.AtomicFile;
import java.nio.file.Path;
import java.util.List;

/** A network after its conversion: the files of a model folder, not written yet. Immutable. */
public final class ConvertedNetwork {
    static final String NETWORK_FILE = "model.onnx";
    static final String LABELS_FILE = "labels.txt";
    private static final String DESCRIPTION_FILE = "model.json";

    private final byte[] onnx;
    private final byte[] json;
    private final ModelDescription description;
    private final List<String> labels;

    private ConvertedNetwork(byte[] onnx, byte[] json, ModelDescription description, List<String> labels) {
        this.onnx = onnx;
        this.json = json;
        this.description = description;
        this.labels = List.copyOf(labels);
    }

    /** @throws InvalidGraph if the outputs are not what the recipe says, or cannot be described */
    static ConvertedNetwork of(Recipe recipe, Conversion conversion, List<String> labels) {
        DescriptionWriter outputs = new DescriptionWriter(recipe, conversion, labels);
        byte[] onnx = conversion.graph().toBytes();
        byte[] json = outputs.describe(onnx);
        try {
            return new ConvertedNetwork(onnx, json, ModelDescriptionReader.read(json), labels);
        } catch (InvalidDescription e) {
            throw new InvalidGraph(
                    "with this recipe its %s would be wrong:\n  - %s".formatted(DESCRIPTION_FILE, e.getMessage()));
        }
    }

    public ModelDescription description() {
        return description;
    }

    /** The ONNX file: the same for the same model and recipe, to the byte. */
    public byte[] onnx() {
        return onnx.clone();
    }

    /**
     * Writes the model folder, its description last, so that an interrupted folder is none.
     *
     * @throws java.io.UncheckedIOException if a file cannot be written
     */
    public void writeTo(Path folder) {
        AtomicFile.writeBytes(folder.resolve(NETWORK_FILE), onnx);
        if (!labels.isEmpty()) {
            AtomicFile.writeText(folder.resolve(LABELS_FILE), String.join("\n", labels) + "\n");
        }
        AtomicFile.writeBytes(folder.resolve(DESCRIPTION_FILE), json);
    }
}
