package io.loupe.vision.modelfile;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Walks over the block headers of a mapped file and believes nothing that a checksum has not covered. Reads headers and
 * corrections only, so that opening a large file is quick; nothing is allocated by a length that the file claims.
 */
final class BlockScanner {
    private final Path file;
    private final MemorySegment bytes;
    private long position;
    private int checksum;

    private BlockScanner(Path file, MemorySegment bytes) {
        this.file = file;
        this.bytes = bytes;
    }

    /** @throws UnreadableModelException if the file is not a whole model file of a version that is known here */
    static BlockScan scan(Path file, MemorySegment bytes) {
        BlockScanner scanner = new BlockScanner(file, bytes);
        scanner.readFileHeader();
        Map<String, Block> sections = scanner.readSections();
        List<Block> corrections = scanner.readCorrections();
        boolean tornTail = scanner.position < bytes.byteSize();
        return new BlockScan(sections, corrections, scanner.position, scanner.checksum, tornTail);
    }

    private void readFileHeader() {
        byte[] magic = FileHeader.magic();
        byte[] found =
                bytes.asSlice(0, Math.min(magic.length, bytes.byteSize())).toArray(ValueLayout.JAVA_BYTE);
        if (!Arrays.equals(found, magic)) {
            throw new UnreadableModelException(
                    "%s is not a Loupe model file: it does not begin with the bytes of one. Name a file that 'loupe train --out FILE' wrote or a server gave; if this is one, copy it again in binary mode."
                            .formatted(file));
        }
        if (bytes.byteSize() < Block.HEADER_BYTES) {
            throw cutShort("in the file header");
        }
        ByteBuffer header = readHeader("the file header");
        int version = header.getInt(FileHeader.VERSION_AT);
        if (version != FileHeader.VERSION) {
            throw new UnreadableModelException(
                    "%s has model format %d, and this Loupe reads format %d. Use the Loupe that wrote the file, or train again with this one."
                            .formatted(file, version, FileHeader.VERSION));
        }
        advance(Block.HEADER_BYTES, header.getInt(Block.CHECKSUM_AT));
    }

    private Map<String, Block> readSections() {
        Map<String, Block> sections = new LinkedHashMap<>();
        String before = "the file header";
        while (true) {
            if (bytes.byteSize() - position < Block.HEADER_BYTES) {
                throw cutShort("after " + before);
            }
            Block block = readBlock("the block after " + before);
            if (block.end() > bytes.byteSize()) {
                throw cutShort("inside section '%s'".formatted(block.name()));
            }
            advance(block);
            if (block.type() == BlockType.END) {
                return Collections.unmodifiableMap(sections);
            }
            if (!block.type().isSection()
                    || !Block.isName(block.name())
                    || sections.putIfAbsent(block.name(), block) != null) {
                throw damaged("section '%s' cannot stand here".formatted(block.name()), block.start());
            }
            before = "section '%s'".formatted(block.name());
        }
    }

    private List<Block> readCorrections() {
        List<Block> corrections = new ArrayList<>();
        while (position < bytes.byteSize()) {
            String label = "correction %d".formatted(corrections.size() + 1);
            if (isUnwrittenHeader()) {
                break;
            }
            Block block = readBlock(label);
            if (block.type() != BlockType.CORRECTION) {
                throw damaged(label + " is a block of another type", position);
            }
            if (block.end() <= bytes.byteSize() && block.isIntact(bytes)) {
                advance(block);
                corrections.add(block);
            } else if (block.end() < bytes.byteSize()) {
                throw damaged("the checksum of %s does not fit".formatted(label), block.payloadStart());
            } else {
                break;
            }
        }
        return Collections.unmodifiableList(corrections);
    }

    /** Whether the header at the current position is one that a crash while appending has left: cut or still zeros. */
    private boolean isUnwrittenHeader() {
        MemorySegment rest = bytes.asSlice(position, Math.min(Block.HEADER_BYTES, bytes.byteSize() - position));
        byte[] found = rest.toArray(ValueLayout.JAVA_BYTE);
        if (Arrays.equals(found, new byte[found.length])) {
            return true;
        }
        byte[] code = BlockType.CORRECTION.code();
        int compared = Math.min(code.length, found.length);
        boolean begun = Arrays.equals(found, 0, compared, code, 0, compared);
        if (!begun) {
            throw damaged(
                    "what follows the sections is no correction: %d bytes of something else"
                            .formatted(bytes.byteSize() - position),
                    position);
        }
        return found.length < Block.HEADER_BYTES;
    }

    private Block readBlock(String label) {
        ByteBuffer header = readHeader(label);
        byte[] code = new byte[BlockType.CODE_BYTES];
        header.get(0, code);
        BlockType type =
                BlockType.ofCode(code).orElseThrow(() -> damaged("%s has an unknown type".formatted(label), position));
        long length = header.getLong(Block.LENGTH_AT);
        if (length < 0 || length > Block.MAX_PAYLOAD_BYTES || length % type.elementBytes() != 0) {
            throw damaged("%s claims a length of %d bytes".formatted(label, length), position + Block.LENGTH_AT);
        }
        byte[] name = new byte[Block.MAX_NAME_BYTES];
        header.get(Block.NAME_AT, name);
        return new Block(
                type,
                new String(name, StandardCharsets.US_ASCII).replaceFirst("\0+$", ""),
                position,
                (int) length,
                header.getInt(Block.PAYLOAD_CHECKSUM_AT));
    }

    /** The 64 bytes at the current position, after their checksum has been found to fit. */
    private ByteBuffer readHeader(String label) {
        ByteBuffer header =
                bytes.asSlice(position, Block.HEADER_BYTES).asByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
        if (header.getInt(Block.CHECKSUM_AT) != Block.headerChecksum(checksum, header)) {
            throw damaged("the checksum of %s does not fit".formatted(label), position);
        }
        return header;
    }

    private void advance(Block block) {
        long checksumAt = block.start() + Block.CHECKSUM_AT;
        advance(block.end(), bytes.get(Block.LITTLE_ENDIAN_INT, checksumAt));
    }

    private void advance(long to, int checksumOfHeader) {
        position = to;
        checksum = checksumOfHeader;
    }

    private UnreadableModelException damaged(String what, long offset) {
        return UnreadableModelException.damaged(file, what, offset);
    }

    private UnreadableModelException cutShort(String where) {
        return damaged("it is cut short " + where, bytes.byteSize());
    }
}
