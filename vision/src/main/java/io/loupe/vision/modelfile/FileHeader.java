package io.loupe.vision.modelfile;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The first 64 bytes of a model file, which keep this layout in every version. */
final class FileHeader {
    static final int VERSION = 1;
    static final int VERSION_AT = 8;

    /** The first byte is no text in any encoding, and the line break shows a copy that was made in text mode. */
    private static final byte[] MAGIC = {(byte) 0x89, 'L', 'O', 'U', 'P', 'E', '\r', '\n'};

    private FileHeader() {}

    static byte[] magic() {
        return MAGIC.clone();
    }

    static ByteBuffer encode() {
        ByteBuffer header = ByteBuffer.allocate(Block.HEADER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        header.put(0, MAGIC);
        header.putInt(VERSION_AT, VERSION);
        return header.putInt(Block.CHECKSUM_AT, Block.headerChecksum(0, header));
    }
}
