package io.loupe.vision.modelfile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.WritableByteChannel;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32C;

/**
 * Writes blocks one after the other, in one pass over the stream and two over the values: the first for the checksum,
 * which stands in front of them. Large arrays are never copied as a whole. Not thread-safe.
 */
final class BlockWriter implements SectionWriter {
    private static final int CHUNK_BYTES = 1 << 16;

    private final WritableByteChannel out;
    private final Set<String> names = new HashSet<>();
    private long position;
    private int checksum;

    private BlockWriter(WritableByteChannel out, long position, int checksum) {
        this.out = out;
        this.position = position;
        this.checksum = checksum;
    }

    /** Begins a file. */
    static BlockWriter begin(WritableByteChannel out) throws IOException {
        ByteBuffer header = FileHeader.encode();
        BlockWriter writer = new BlockWriter(out, Block.HEADER_BYTES, header.getInt(Block.CHECKSUM_AT));
        writer.writeAll(header);
        return writer;
    }

    /** Goes on where a file ends. */
    static BlockWriter goOn(WritableByteChannel out, BlockScan scan) {
        return new BlockWriter(out, scan.end(), scan.checksum());
    }

    @Override
    public void putBytes(String name, byte[] bytes) {
        putSection(BlockType.BYTES, name, bytes.length, (chunk, from, count) -> chunk.put(0, bytes, from, count));
    }

    @Override
    public void putFloats(String name, float[] values) {
        putSection(
                BlockType.FLOATS,
                name,
                values.length,
                (chunk, from, count) -> chunk.asFloatBuffer().put(0, values, from, count));
    }

    @Override
    public void putInts(String name, int[] values) {
        putSection(
                BlockType.INTS,
                name,
                values.length,
                (chunk, from, count) -> chunk.asIntBuffer().put(0, values, from, count));
    }

    @Override
    public void putFacts(String name, Map<String, String> facts) {
        byte[] bytes = Facts.encode(facts);
        putSection(BlockType.FACTS, name, bytes.length, (chunk, from, count) -> chunk.put(0, bytes, from, count));
    }

    void putEnd() throws IOException {
        put(BlockType.END, "", 0, (chunk, from, count) -> {});
    }

    void putCorrection(byte[] payload) throws IOException {
        put(BlockType.CORRECTION, "", payload.length, (chunk, from, count) -> chunk.put(0, payload, from, count));
    }

    private void putSection(BlockType type, String name, int count, ChunkFiller filler) {
        if (!Block.isName(name)) {
            throw new IllegalArgumentException(
                    "A section cannot be named '%s': a name has 1 to %d printable ASCII characters without spaces"
                            .formatted(name, Block.MAX_NAME_BYTES));
        }
        if (!names.add(name)) {
            throw new IllegalArgumentException("There is a section '%s' already: names are unique".formatted(name));
        }
        try {
            put(type, name, count, filler);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void put(BlockType type, String name, int count, ChunkFiller filler) throws IOException {
        int length = payloadLength(type, name, count);
        ByteBuffer padding = ByteBuffer.allocate(Block.paddingAfter(length));
        CRC32C crc = new CRC32C();
        forEachChunk(type, count, filler, crc::update);
        crc.update(padding.slice());

        Block block = new Block(type, name, position, length, (int) crc.getValue());
        ByteBuffer header = block.encodeHeader(checksum);
        position = block.end();
        checksum = header.getInt(Block.CHECKSUM_AT);
        writeAll(header);
        forEachChunk(type, count, filler, this::writeAll);
        writeAll(padding);
    }

    private void writeAll(ByteBuffer buffer) throws IOException {
        while (buffer.hasRemaining()) {
            out.write(buffer);
        }
    }

    /** @throws IllegalArgumentException if so many values do not fit one section */
    static int payloadLength(BlockType type, String name, int count) {
        long length = (long) count * type.elementBytes();
        if (length > Block.MAX_PAYLOAD_BYTES) {
            throw new IllegalArgumentException(
                    "The section '%s' would have %,d bytes, but a section of a model file holds at most %,d (2 GiB): store fewer values, for example a smaller bank"
                            .formatted(name, length, Block.MAX_PAYLOAD_BYTES));
        }
        return (int) length;
    }

    private static void forEachChunk(BlockType type, int count, ChunkFiller filler, ChunkSink sink) throws IOException {
        ByteBuffer chunk = ByteBuffer.allocate(CHUNK_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        int perChunk = CHUNK_BYTES / type.elementBytes();
        for (long from = 0; from < count; from += perChunk) {
            int inChunk = (int) Math.min(perChunk, count - from);
            chunk.clear();
            filler.fill(chunk, (int) from, inChunk);
            sink.accept(chunk.position(0).limit(inChunk * type.elementBytes()));
        }
    }

    /** Puts {@code count} values, beginning with value {@code from}, at the start of the chunk. */
    private interface ChunkFiller {
        void fill(ByteBuffer chunk, int from, int count);
    }

    private interface ChunkSink {
        void accept(ByteBuffer chunk) throws IOException;
    }
}
