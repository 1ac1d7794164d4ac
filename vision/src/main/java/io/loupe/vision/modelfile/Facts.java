package io.loupe.vision.modelfile;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Short facts as text: one line {@code key=value} for each, UTF-8, every line ended by a line feed. */
final class Facts {
    private Facts() {}

    static byte[] encode(Map<String, String> facts) {
        StringBuilder text = new StringBuilder();
        facts.forEach((key, value) -> {
            if (key.isEmpty() || key.contains("=") || hasLineBreak(key) || hasLineBreak(value)) {
                throw new IllegalArgumentException(
                        "The fact '%s' = '%s' cannot be stored: a key is not empty and has no '=', and neither has a line break"
                                .formatted(key, value));
            }
            text.append(key).append('=').append(value).append('\n');
        });
        try {
            ByteBuffer bytes = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
            byte[] exact = new byte[bytes.remaining()];
            bytes.get(exact);
            return exact;
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("Facts must be valid Unicode text: " + text, e);
        }
    }

    /** @throws IllegalArgumentException saying what is wrong, if the bytes are not what {@link #encode} makes */
    static Map<String, String> decode(byte[] bytes) {
        Map<String, String> facts = new LinkedHashMap<>();
        for (String line : text(bytes).split("\n", -1)) {
            int equals = line.indexOf('=');
            if (equals > 0) {
                facts.put(line.substring(0, equals), line.substring(equals + 1));
            } else if (!line.isEmpty()) {
                throw new IllegalArgumentException("a line without a key: '" + line + "'");
            }
        }
        return Collections.unmodifiableMap(facts);
    }

    private static String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("bytes that are no UTF-8 text", e);
        }
    }

    private static boolean hasLineBreak(String text) {
        return text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0;
    }
}
