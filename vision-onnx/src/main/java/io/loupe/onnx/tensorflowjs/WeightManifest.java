package io.loupe.onnx.tensorflowjs;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * The constants of a TensorFlow.js model. {@code weightsManifest} is a list of groups; the files ("shards") of a group,
 * one after the other, hold its weights without gaps. A weight with {@code quantization} is stored as float16, or as
 * uint8 or uint16 with value = stored * scale + min.
 *
 * <p>Format: https://github.com/tensorflow/tfjs/blob/master/tfjs-core/src/io/types.ts (WeightsManifestConfig).
 */
final class WeightManifest {
    static final long LIMIT_BYTES = 1L << 30;

    private final Path folder;
    private final Set<Path> shards = new HashSet<>();
    private final Map<String, Weight> weights = new LinkedHashMap<>();

    private WeightManifest(Path folder) {
        this.folder = folder;
    }

    /**
     * Reads every weight. Nothing is allocated before the sizes of files and weights were found to agree.
     *
     * @param groups the value of {@code weightsManifest}
     * @param folder where the shards lie; none outside it is read
     * @throws InvalidGraph if manifest and files do not fit together
     */
    static Map<String, Weight> read(JsonNode groups, Path folder) throws IOException {
        WeightManifest manifest = new WeightManifest(folder);
        for (JsonNode group : groups) {
            manifest.readGroup(group);
        }
        return manifest.weights;
    }

    private void readGroup(JsonNode group) throws IOException {
        List<WeightEntry> stored = new ArrayList<>();
        long wanted = 0;
        for (JsonNode weight : group.path("weights")) {
            stored.add(WeightEntry.of(weight));
            wanted += stored.getLast().bytes();
        }
        List<Path> files = new ArrayList<>();
        long present = 0;
        for (JsonNode path : group.path("paths")) {
            files.add(shard(path.asString("")));
            present += Files.size(files.getLast());
        }
        if (wanted != present) {
            throw new InvalidGraph(
                    "the weights %s of its manifest need %d bytes, and their files %s have %d: a file is cut off or of another version"
                            .formatted(described(stored), wanted, names(files), present));
        }
        if (present > LIMIT_BYTES) {
            throw new InvalidGraph("the files %s have %d bytes; %d can be converted at most"
                    .formatted(names(files), present, LIMIT_BYTES));
        }
        ByteBuffer bytes = ByteBuffer.allocate((int) present);
        for (Path file : files) {
            bytes.put(Files.readAllBytes(file));
        }
        int from = 0;
        for (WeightEntry weight : stored) {
            int size = (int) weight.bytes();
            Weight known = weights.put(
                    weight.name(),
                    new Weight(weight.name(), weight.shape(), weight.encoding(), bytes.slice(from, size)));
            if (known != null) {
                throw new InvalidGraph("its manifest has two weights '%s'".formatted(weight.name()));
            }
            from += size;
        }
    }

    /** The file of this name, which lies below the folder also when links are followed. */
    private Path shard(String name) throws IOException {
        Path file;
        try {
            file = folder.resolve(name).normalize();
        } catch (InvalidPathException e) {
            throw new InvalidGraph("its manifest names the file \"%s\", which no file can be called".formatted(name));
        }
        if (!Files.isRegularFile(file)) {
            throw new InvalidGraph("the file '%s' that its manifest names is not in %s: copy it there, beside the JSON"
                    .formatted(name, folder));
        }
        if (!file.toRealPath().startsWith(folder.toRealPath())) {
            throw new InvalidGraph(
                    "its manifest names the file '%s', which is outside %s: only files beside the JSON are read"
                            .formatted(name, folder));
        }
        if (!shards.add(file)) {
            throw new InvalidGraph("its manifest names the file '%s' twice".formatted(name));
        }
        return file;
    }

    private static List<Path> names(List<Path> files) {
        return files.stream().map(Path::getFileName).toList();
    }

    private static String described(List<WeightEntry> stored) {
        return stored.isEmpty()
                ? "(none)"
                : "'%s' to '%s'"
                        .formatted(stored.getFirst().name(), stored.getLast().name());
    }
}
