package io.loupe.vision.modelfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import io.loupe.testkit.Seeded;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.zip.CRC32C;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Seeded
final class DamagedModelFileTest {
    private static final int FIRST_BLOCK = 64;

    @TempDir
    private Path folder;

    private Path file;
    private byte[] whole;

    @BeforeEach
    void writeATinyModel() throws IOException {
        file = folder.resolve("part.loupe");
        ModelFile.write(file, sections -> {
            sections.putInts("rows", new int[] {3, 1, 2});
            sections.putFacts("facts", Map.of("method", "padim"));
        });
        whole = Files.readAllBytes(file);
    }

    @Test
    void anotherKindOfFileIsNamed() throws IOException {
        Files.writeString(file, "# not a model");

        assertOpening()
                .hasMessageContaining(file + " is not a Loupe model file")
                .hasMessageContaining("loupe train");
    }

    @Test
    void anEmptyFileIsNamed() throws IOException {
        Files.write(file, new byte[0]);

        assertOpening().hasMessageContaining("is not a Loupe model file");
    }

    @Test
    void aMissingFileAndAFolderAreNamed() {
        file = folder.resolve("missing.loupe");
        assertOpening().hasMessageContaining(file.toString()).hasMessageContaining("Check the path");

        file = folder;
        assertOpening().hasMessageContaining(file.toString());
    }

    @Test
    void aNewerVersionSaysSo() throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(whole).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putInt(8, 2);
        sealHeader(bytes, 0, 0);
        Files.write(file, whole);

        assertOpening().hasMessageContaining("has model format 2, and this Loupe reads format 1");
    }

    @Test
    void everyTruncationIsNoticed() throws IOException {
        for (int size = 0; size < whole.length; size++) {
            byte[] cut = Arrays.copyOf(whole, size);
            assertThatThrownBy(() -> open(cut)).isInstanceOf(UnreadableModelException.class);
        }
        Files.write(file, Arrays.copyOf(whole, whole.length - 64));
        assertOpening().hasMessageContaining("cut short after section 'facts' (at byte %d)", whole.length - 64);
    }

    @Test
    void everyFlippedBitIsNoticed() throws IOException {
        for (int bit = 0; bit < whole.length * 8; bit++) {
            byte[] flipped = whole.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            if (reads(flipped)) {
                fail("Nobody noticed that bit %d of byte %d was flipped", bit % 8, bit / 8);
            }
        }
    }

    @Test
    void everyFlippedBitOfACorrectionIsNoticedOrLeavesItOut() throws IOException {
        ModelFile.appendCorrection(file, new byte[] {7});
        byte[] corrected = Files.readAllBytes(file);
        for (int bit = whole.length * 8; bit < corrected.length * 8; bit++) {
            byte[] flipped = corrected.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            try (ModelFile model = open(flipped)) {
                assertThat(model.tornTail()).isTrue();
                assertThat(model.corrections()).isEmpty();
            } catch (UnreadableModelException noticed) {
                assertThat(noticed).hasMessageContaining(file.toString());
            }
        }
    }

    @Test
    void aFlippedBitOfAPayloadNamesItsSectionAndPlace() throws IOException {
        whole[FIRST_BLOCK + 64] ^= 1;
        Files.write(file, whole);

        try (ModelFile model = ModelFile.open(file)) {
            assertThat(model.facts("facts")).containsEntry("method", "padim");
            assertThatThrownBy(() -> model.ints("rows"))
                    .isInstanceOf(UnreadableModelException.class)
                    .hasMessage(
                            "Model file %s is damaged: the checksum of section 'rows' does not fit (at byte 128). Copy it again from where it came from, or train again.",
                            file);
            assertThatThrownBy(model::verify).isInstanceOf(UnreadableModelException.class);
        }
    }

    @Test
    void garbageBehindTheEndIsNoticed() throws IOException {
        for (int size : new int[] {1, 3, 63, 64, 65, 1000}) {
            byte[] longer = Arrays.copyOf(whole, whole.length + size);
            Arrays.fill(longer, whole.length, longer.length, (byte) 'x');
            Files.write(file, longer);
            assertOpening().hasMessageContaining("%d bytes of something else", size);
        }
    }

    @Test
    void aMissingSectionIsNamedWithThoseThereAre() {
        try (ModelFile model = ModelFile.open(file)) {
            assertThatThrownBy(() -> model.floats("bank"))
                    .isInstanceOf(UnreadableModelException.class)
                    .hasMessageContaining(file + " has no section 'bank'; it has [rows, facts]")
                    .hasMessageContaining("train again");
        }
    }

    @Test
    void aSectionOfAnotherTypeIsNamed() {
        try (ModelFile model = ModelFile.open(file)) {
            assertThatThrownBy(() -> model.floats("rows"))
                    .isInstanceOf(UnreadableModelException.class)
                    .hasMessageContaining("section 'rows' (at byte 64) holds INTS, not FLOATS");
        }
    }

    @Test
    void absurdLengthsAreRefusedEvenWithAFittingChecksum() throws IOException {
        for (long length :
                new long[] {-1, Long.MIN_VALUE, Long.MAX_VALUE, 1L << 31, 13, Integer.MAX_VALUE - 63, 4096}) {
            ByteBuffer bytes = ByteBuffer.wrap(whole.clone()).order(ByteOrder.LITTLE_ENDIAN);
            bytes.putLong(FIRST_BLOCK + 8, length);
            sealHeader(bytes, FIRST_BLOCK, bytes.getInt(60));
            Files.write(file, bytes.array());

            assertOpening().hasMessageContaining("damaged");
        }
    }

    @Test
    void blocksOfTwoFilesCannotBeMixed() throws IOException {
        Path other = folder.resolve("other.loupe");
        ModelFile.write(other, sections -> {
            sections.putInts("rows", new int[] {9, 9, 9});
            sections.putFacts("facts", Map.of("method", "padim"));
        });
        byte[] mixed = Files.readAllBytes(other);
        System.arraycopy(whole, 0, mixed, 0, FIRST_BLOCK + 128);
        Files.write(file, mixed);

        assertOpening().hasMessageContaining("the checksum of the block after section 'rows' does not fit");
    }

    @Test
    void randomDamageGivesTheOneException(Random random) throws IOException {
        ModelFile.appendCorrection(file, new byte[] {1, 2, 3});
        ModelFile.appendCorrection(file, new byte[] {4});
        whole = Files.readAllBytes(file);
        int noticed = 0;
        for (int round = 0; round < 3_000; round++) {
            noticed += reads(damaged(random)) ? 0 : 1;
        }
        assertThat(noticed).isGreaterThan(2_000);
    }

    private byte[] damaged(Random random) {
        byte[] bytes = whole.clone();
        switch (random.nextInt(4)) {
            case 0 -> {
                for (int i = random.nextInt(1, 20); i > 0; i--) {
                    bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
                }
            }
            case 1 -> bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length));
            case 2 -> {
                int length = random.nextInt(1, bytes.length);
                System.arraycopy(
                        whole,
                        random.nextInt(bytes.length - length),
                        bytes,
                        random.nextInt(bytes.length - length),
                        length);
            }
            default -> {
                ByteBuffer header = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
                header.putLong(FIRST_BLOCK + 8 + 64 * random.nextInt(6), random.nextLong());
            }
        }
        return bytes;
    }

    /** Reads everything there is; anything but the documented exception fails the test. */
    private boolean reads(byte[] bytes) {
        try (ModelFile model = open(bytes)) {
            model.verify();
            return model.ints("rows").length == 3 && model.facts("facts").size() == 1 && !model.tornTail();
        } catch (UnreadableModelException noticed) {
            assertThat(noticed).hasMessageContaining(file.toString());
            return false;
        }
    }

    /** Like opening a file of these bytes, but quick enough for thousands. */
    private ModelFile open(byte[] bytes) {
        Arena arena = Arena.ofConfined();
        MemorySegment memory = arena.allocate(bytes.length, Block.ALIGNMENT);
        MemorySegment.copy(bytes, 0, memory, ValueLayout.JAVA_BYTE, 0, bytes.length);
        try {
            return ModelFile.read(file, arena, memory);
        } catch (RuntimeException e) {
            arena.close();
            throw e;
        }
    }

    private AbstractThrowableAssert<?, ? extends Throwable> assertOpening() {
        return assertThatThrownBy(() -> ModelFile.open(file)).isInstanceOf(UnreadableModelException.class);
    }

    /** Makes the checksum of a header fit again, as the package description says: written anew, not by the reader. */
    private static void sealHeader(ByteBuffer bytes, int at, int checksumBefore) {
        CRC32C crc = new CRC32C();
        for (int shift = 0; shift < 32; shift += 8) {
            crc.update(checksumBefore >>> shift);
        }
        crc.update(bytes.slice(at, 60));
        bytes.putInt(at + 60, (int) crc.getValue());
    }
}
