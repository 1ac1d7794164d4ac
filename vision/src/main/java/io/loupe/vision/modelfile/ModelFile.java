package io.loupe.vision.modelfile;

import io.loupe.vision.file.AtomicFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A trained detector on disk: named sections that are written once, and corrections that are appended later. The byte
 * layout is in the package description.
 *
 * <p>{@link #open} maps the file and checks its structure; a section is read, and its checksum checked, only when it is
 * asked for. Every getter makes a new array. Thread-safe until closed; an open file keeps showing what it showed when
 * it was opened.
 */
public final class ModelFile implements SectionReader, AutoCloseable {
    private final Path file;
    private final Arena arena;
    private final MemorySegment bytes;
    private final BlockScan scan;

    private ModelFile(Path file, Arena arena, MemorySegment bytes, BlockScan scan) {
        this.file = file;
        this.arena = arena;
        this.bytes = bytes;
        this.scan = scan;
    }

    /**
     * Writes a new model file, or replaces one as a whole: when anything fails, what was there stays.
     *
     * @param sections puts every section; arrays are not copied and must not change meanwhile
     * @throws UncheckedIOException naming the file, if it cannot be written
     * @throws IllegalArgumentException if a name, a fact or a size does not fit the format
     */
    public static void write(Path file, Consumer<SectionWriter> sections) {
        write(file, sections, List.of());
    }

    /** As {@link #write(Path, Consumer)}, with corrections behind the sections as if they had been appended. */
    public static void write(Path file, Consumer<SectionWriter> sections, List<byte[]> corrections) {
        AtomicFile.write(file, out -> {
            BlockWriter writer = BlockWriter.begin(Channels.newChannel(out));
            sections.accept(writer);
            writer.putEnd();
            for (byte[] correction : corrections) {
                writer.putCorrection(correction);
            }
        });
    }

    /**
     * Opens a model file for reading.
     *
     * @throws UnreadableModelException if there is none, or it is damaged, or of another format
     */
    public static ModelFile open(Path file) {
        Arena arena = Arena.ofShared();
        try {
            return read(file, arena, map(file, arena));
        } catch (RuntimeException e) {
            arena.close();
            throw e;
        }
    }

    /** As {@link #open} for bytes that are in memory already. */
    static ModelFile read(Path file, Arena arena, MemorySegment bytes) {
        return new ModelFile(file, arena, bytes, BlockScanner.scan(file, bytes));
    }

    /**
     * Appends one correction and forces it to disk; an unfinished one at the end of the file is overwritten. The
     * sections are not touched. One program may append while others read.
     *
     * @param payload what {@link #corrections()} will answer; its meaning is the caller's
     * @throws UnreadableModelException if the file is not a whole model file
     * @throws UncheckedIOException naming the file, if it cannot be written
     */
    public static synchronized void appendCorrection(Path file, byte[] payload) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
                FileLock _ = channel.lock()) {
            BlockScan scan = scan(file, channel);
            channel.truncate(scan.end()).position(scan.end());
            BlockWriter.goOn(channel, scan).putCorrection(payload);
            channel.force(true);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Could not append a correction to %s (%s); what it held before is still whole".formatted(file, e),
                    e);
        }
    }

    private static BlockScan scan(Path file, FileChannel channel) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            return BlockScanner.scan(file, map(channel, arena));
        }
    }

    private static MemorySegment map(Path file, Arena arena) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return map(channel, arena);
        } catch (IOException e) {
            throw new UnreadableModelException(
                    "Model file %s cannot be opened (%s). Check the path and its permissions.".formatted(file, e), e);
        }
    }

    private static MemorySegment map(FileChannel channel, Arena arena) throws IOException {
        return channel.map(MapMode.READ_ONLY, 0, channel.size(), arena);
    }

    /** The names of all sections, in file order. */
    public Set<String> names() {
        return scan.sections().keySet();
    }

    @Override
    public String origin() {
        return file.toString();
    }

    @Override
    public boolean has(String name) {
        return scan.sections().containsKey(name);
    }

    @Override
    public byte[] bytes(String name) {
        return payload(section(name, BlockType.BYTES)).toArray(ValueLayout.JAVA_BYTE);
    }

    @Override
    public float[] floats(String name) {
        return payload(section(name, BlockType.FLOATS))
                .toArray(ValueLayout.JAVA_FLOAT.withOrder(ByteOrder.LITTLE_ENDIAN));
    }

    @Override
    public int[] ints(String name) {
        return payload(section(name, BlockType.INTS)).toArray(Block.LITTLE_ENDIAN_INT);
    }

    @Override
    public Map<String, String> facts(String name) {
        Block block = section(name, BlockType.FACTS);
        try {
            return Facts.decode(payload(block).toArray(ValueLayout.JAVA_BYTE));
        } catch (IllegalArgumentException e) {
            throw UnreadableModelException.damaged(
                    file, "section '%s' has %s".formatted(name, e.getMessage()), block.payloadStart());
        }
    }

    /** What {@link #appendCorrection} appended, oldest first. */
    public List<byte[]> corrections() {
        return scan.corrections().stream()
                .map(block -> payload(block).toArray(ValueLayout.JAVA_BYTE))
                .toList();
    }

    /** Whether the last correction was never finished (the program or the machine stopped meanwhile) and is left out. */
    public boolean tornTail() {
        return scan.tornTail();
    }

    /**
     * Reads every section once, also those that nobody has asked for.
     *
     * @throws UnreadableModelException naming the first one that is damaged
     */
    public void verify() {
        scan.sections().values().forEach(this::payload);
    }

    @Override
    public void close() {
        arena.close();
    }

    private Block section(String name, BlockType type) {
        Block block = scan.sections().get(name);
        if (block == null) {
            throw new UnreadableModelException(
                    "Model file %s has no section '%s'; it has %s. It was made by another version or for another purpose: train again."
                            .formatted(file, name, names()));
        }
        if (block.type() != type) {
            throw new UnreadableModelException(
                    "In model file %s, section '%s' (at byte %,d) holds %s, not %s. It was made by another version or for another purpose: train again."
                            .formatted(file, name, block.start(), block.type(), type));
        }
        return block;
    }

    private MemorySegment payload(Block block) {
        if (!block.isIntact(bytes)) {
            throw UnreadableModelException.damaged(
                    file, "the checksum of section '%s' does not fit".formatted(block.name()), block.payloadStart());
        }
        return bytes.asSlice(block.payloadStart(), block.length());
    }
}
