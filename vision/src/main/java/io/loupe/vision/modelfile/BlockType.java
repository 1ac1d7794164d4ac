package io.loupe.vision.modelfile;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What a block of a model file holds; its code is four ASCII characters, so that a hex dump can be read. */
enum BlockType {
    BYTES("BYTE", 1),
    FLOATS("FLT4", Float.BYTES),
    INTS("INT4", Integer.BYTES),
    FACTS("FACT", 1),
    /** Stands after the last section; what follows are corrections. */
    END("END.", 1),
    CORRECTION("CORR", 1);

    static final int CODE_BYTES = 4;

    private final String code;
    private final int elementBytes;

    BlockType(String code, int elementBytes) {
        this.code = code;
        this.elementBytes = elementBytes;
    }

    static Optional<BlockType> ofCode(byte[] code) {
        String text = new String(code, StandardCharsets.ISO_8859_1);
        for (BlockType type : values()) {
            if (type.code.equals(text)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    byte[] code() {
        return code.getBytes(StandardCharsets.ISO_8859_1);
    }

    int elementBytes() {
        return elementBytes;
    }

    boolean isSection() {
        return this != END && this != CORRECTION;
    }
}
