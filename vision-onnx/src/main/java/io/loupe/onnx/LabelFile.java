package io.loupe.onnx;

import io.loupe.vision.encoder.UnableToOpenEncoderException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;

/** A file with one name per line; the first line names what a network calls 0. Names are printed, so they hold no codes. */
final class LabelFile {
    static final int LIMIT_BYTES = 1 << 20;

    private static final int LONGEST_NAME = 100;

    private LabelFile() {}

    /**
     * The names, in order.
     *
     * @param file what to call it in messages
     * @param bytes UTF-8
     * @param count how many names there must be
     */
    static List<String> parse(String file, byte[] bytes, int count) {
        if (bytes.length > LIMIT_BYTES) {
            throw unable(file, "has more than the %d bytes that names may take".formatted(LIMIT_BYTES));
        }
        List<String> labels = new String(bytes, StandardCharsets.UTF_8)
                .stripTrailing()
                .lines()
                .map(String::strip)
                .toList();
        if (labels.size() != count) {
            throw unable(
                    file,
                    "has %d lines, but the network tells %d kinds of objects apart".formatted(labels.size(), count));
        }
        HashSet<String> known = new HashSet<>();
        for (int i = 0; i < count; i++) {
            String label = labels.get(i);
            if (label.isEmpty()
                    || label.length() > LONGEST_NAME
                    || label.chars().anyMatch(Character::isISOControl)) {
                throw unable(
                        file,
                        "has no name in line %d: a name has 1 to %d printable characters"
                                .formatted(i + 1, LONGEST_NAME));
            }
            if (!known.add(label)) {
                throw unable(file, "has the name '%s' twice, again in line %d".formatted(label, i + 1));
            }
        }
        return labels;
    }

    private static UnableToOpenEncoderException unable(String file, String what) {
        return new UnableToOpenEncoderException(
                "%s %s. It needs one name per line, as many as the field 'outputs.detections.labels' says."
                        .formatted(file, what));
    }
}
