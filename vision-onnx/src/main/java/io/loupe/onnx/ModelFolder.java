package io.loupe.onnx;

import io.loupe.vision.encoder.UnableToOpenEncoderException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * A folder that holds one network: {@code model.json} (see {@link ModelDescription}) beside the ONNX file that it
 * names. It may lie inside a jar. Immutable; the files are read when asked for.
 */
public final class ModelFolder {
    static final String DESCRIPTION_FILE = "model.json";
    private static final int DESCRIPTION_LIMIT_BYTES = 1 << 20;

    private final Path path;
    private final ModelDescription description;

    private ModelFolder(Path path, ModelDescription description) {
        this.path = path;
        this.description = description;
    }

    /** Whether the folder claims to be a model folder: it has a description, good or bad. */
    static boolean isModelFolder(Path folder) {
        return Files.isRegularFile(folder.resolve(DESCRIPTION_FILE));
    }

    /**
     * Reads the description; the network's file is not touched yet.
     *
     * @throws UnableToOpenEncoderException listing everything that is wrong with the description
     */
    public static ModelFolder open(Path folder) {
        Path file = folder.resolve(DESCRIPTION_FILE);
        if (!isModelFolder(folder)) {
            throw new UnableToOpenEncoderException(
                    "%s is not a model folder: it has no %s. A model folder holds model.json and the ONNX file it names."
                            .formatted(folder, DESCRIPTION_FILE));
        }
        try {
            if (Files.size(file) > DESCRIPTION_LIMIT_BYTES) {
                throw new UnableToOpenEncoderException(
                        "%s has %d bytes; a description has at most %d. Is it another kind of file?"
                                .formatted(place(file), Files.size(file), DESCRIPTION_LIMIT_BYTES));
            }
            return new ModelFolder(folder, ModelDescriptionReader.read(Files.readAllBytes(file)));
        } catch (InvalidDescription e) {
            throw new UnableToOpenEncoderException(
                    "%s cannot be used:\n  - %s".formatted(place(file), e.getMessage()), e);
        } catch (IOException e) {
            throw new UnableToOpenEncoderException("%s cannot be read: %s".formatted(place(file), e), e);
        }
    }

    public Path path() {
        return path;
    }

    public ModelDescription description() {
        return description;
    }

    /** The network's file, as messages call it. */
    String networkPlace() {
        return place(networkFile());
    }

    private Path networkFile() {
        return path.resolve(description.file());
    }

    /** A path inside a jar says by itself nothing of the jar. */
    private static String place(Path file) {
        return file.getFileSystem().equals(FileSystems.getDefault())
                ? file.toString()
                : file.toUri().toString();
    }

    /**
     * The network's bytes, after their checksum was found right.
     *
     * @throws UnableToOpenEncoderException if the file is missing, unreadable or not the one described
     */
    byte[] readNetwork() {
        Path file = networkFile();
        if (!Files.isRegularFile(file)) {
            throw new UnableToOpenEncoderException(
                    "Network '%s' lacks its file %s, which %s names. Copy it there, or fix the field 'file'."
                            .formatted(description.id(), place(file), DESCRIPTION_FILE));
        }
        byte[] network;
        try {
            network = Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UnableToOpenEncoderException("%s cannot be read: %s".formatted(place(file), e), e);
        }
        String found = sha256(network);
        if (!found.equals(description.sha256())) {
            throw new UnableToOpenEncoderException(
                    "%s (%d bytes) is not the file that %s describes: expected sha256 %s, found %s. Copy the file again, or fix the field 'sha256' if the change was meant."
                            .formatted(place(file), network.length, DESCRIPTION_FILE, description.sha256(), found));
        }
        return network;
    }

    /**
     * The names of what a detector finds, in the order of its outputs.
     *
     * @throws UnableToOpenEncoderException if there is no such file, or it does not hold one name for each kind of object
     */
    List<String> readLabels() {
        String name = description
                .labels()
                .orElseThrow(() -> new UnableToOpenEncoderException(
                        "Network '%s' names no file of labels in %s.".formatted(description.id(), DESCRIPTION_FILE)));
        Path file = path.resolve(name);
        int count = description.detections().map(DetectionOutput::labelCount).orElse(0);
        try (InputStream input = Files.newInputStream(file)) {
            return LabelFile.parse(place(file), input.readNBytes(LabelFile.LIMIT_BYTES + 1), count);
        } catch (IOException e) {
            throw new UnableToOpenEncoderException("%s cannot be read: %s".formatted(place(file), e), e);
        }
    }

    /** Description and network, by file name; the network's checksum was found right. */
    Map<String, byte[]> readFiles() {
        Path file = path.resolve(DESCRIPTION_FILE);
        try {
            return Map.of(DESCRIPTION_FILE, Files.readAllBytes(file), description.file(), readNetwork());
        } catch (IOException e) {
            throw new UnableToOpenEncoderException("%s cannot be read: %s".formatted(place(file), e), e);
        }
    }

    /** The checksum that {@code model.json} states of a network's bytes: lower-case hex. */
    public static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("Every JDK has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "ModelFolder[%s]".formatted(path);
    }
}
