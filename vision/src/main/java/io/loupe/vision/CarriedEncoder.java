package io.loupe.vision;

import io.loupe.vision.encoder.EncoderSettings;
import io.loupe.vision.encoder.PatchEncoder;
import io.loupe.vision.modelfile.SectionReader;
import io.loupe.vision.modelfile.SectionWriter;
import io.loupe.vision.modelfile.UnreadableModelException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The files of an encoder inside a model file, so that the model needs nothing else.
 *
 * <ul>
 *   <li>{@code encoder-files} (facts): {@code file-N} is the name of a file, N from 1; empty where none is carried
 *   <li>{@code encoder-file-N} (bytes): its content
 * </ul>
 */
final class CarriedEncoder {
    private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._ -]{0,127}");

    private CarriedEncoder() {}

    static void write(Map<String, byte[]> files, SectionWriter sections) {
        SortedMap<String, byte[]> sorted = new TreeMap<>(files); // the same encoder gives the same bytes
        Map<String, String> names = new LinkedHashMap<>();
        sorted.keySet().forEach(name -> names.put("file-" + (names.size() + 1), name));
        sections.putFacts("encoder-files", names);
        int number = 1;
        for (byte[] content : sorted.values()) {
            sections.putBytes("encoder-file-" + number++, content);
        }
    }

    /** Empty where the model carries no encoder. */
    static Map<String, byte[]> read(Path model, SectionReader sections) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (String name : sections.facts("encoder-files").values()) {
            if (!PLAIN_NAME.matcher(name).matches()) {
                throw new UnreadableModelException(
                        "Model %s carries an encoder file named '%s', which is no plain file name. It was not made by Loupe: do not use it."
                                .formatted(model, name));
            }
            files.put(name, sections.bytes("encoder-file-" + (files.size() + 1)));
        }
        return files;
    }

    /** Opens the encoder from a temporary folder that is gone when this answers. */
    static PatchEncoder open(
            Map<String, byte[]> files, EncoderSettings settings, Function<EncoderSettings, PatchEncoder> opening) {
        try {
            Path folder = Files.createTempDirectory("loupe-encoder");
            try {
                for (Map.Entry<String, byte[]> file : files.entrySet()) {
                    Files.write(folder.resolve(file.getKey()), file.getValue());
                }
                List<Path> folders = new ArrayList<>(List.of(folder));
                folders.addAll(settings.modelFolders());
                return opening.apply(settings.withModelFolders(folders));
            } finally {
                for (String name : files.keySet()) {
                    Files.deleteIfExists(folder.resolve(name));
                }
                Files.deleteIfExists(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Unable to unpack the encoder that the model carries; is the disk full?", e);
        }
    }
}
