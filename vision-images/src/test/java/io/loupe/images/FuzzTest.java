package io.loupe.images;

import static org.assertj.core.api.Assertions.assertThat;

import io.loupe.testkit.Seeded;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Flipped bytes, cut ends and splices of tiny sound files: whatever comes, only the documented exception goes out. */
@Seeded
class FuzzTest {
    private static final int CASES_PER_FILE = 120;
    /** Small, so that a claim of many pixels that slips through is cheap in time, not in what it shows. */
    private static final ImageLimits LIMITS = new ImageLimits(1 << 20, 1 << 20, 1 << 14);

    @Test
    @Timeout(value = 120, unit = TimeUnit.SECONDS)
    void throwsNothingButTheDocumentedException(Random random) {
        List<GoldenPicture> pictures = GoldenPicture.all();
        List<String> escaped = new ArrayList<>();
        int refused = 0;
        int read = 0;
        for (GoldenPicture picture : pictures) {
            for (int i = 0; i < CASES_PER_FILE; i++) {
                byte[] donor = pictures.get(random.nextInt(pictures.size())).bytes();
                byte[] broken = damage(picture.bytes(), donor, random);
                try {
                    ImageFiles.read(picture.file(), broken, LIMITS);
                    read++;
                } catch (UnreadableImageException e) {
                    refused++;
                } catch (Throwable e) {
                    escaped.add("%s of %s, bytes %s"
                            .formatted(e, picture, HexFormat.of().formatHex(broken)));
                }
            }
        }
        assertThat(escaped).isEmpty();
        assertThat(refused).as("damage that is noticed").isGreaterThan(CASES_PER_FILE);
        assertThat(read).as("damage that leaves a picture").isGreaterThan(CASES_PER_FILE);
    }

    private static byte[] damage(byte[] bytes, byte[] donor, Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> Arrays.copyOf(bytes, random.nextInt(bytes.length));
            case 1 -> spliced(bytes, donor, random);
            default -> flipped(bytes, random);
        };
    }

    /** A few bytes become others; extremes are likelier, since sizes and counts break at them. */
    private static byte[] flipped(byte[] bytes, Random random) {
        // Half of the flips hit the first bytes, where formats keep what decides about memory.
        int reach = random.nextBoolean() ? Math.min(64, bytes.length) : bytes.length;
        for (int i = 0; i <= random.nextInt(4); i++) {
            int value = random.nextInt(4) == 0 ? random.nextInt(2) * 255 : random.nextInt(256);
            bytes[random.nextInt(reach)] = (byte) value;
        }
        return bytes;
    }

    private static byte[] spliced(byte[] bytes, byte[] donor, Random random) {
        int from = random.nextInt(donor.length);
        int length = 1 + random.nextInt(Math.min(64, donor.length - from));
        int to = random.nextInt(bytes.length);
        byte[] spliced = Arrays.copyOf(bytes, Math.max(bytes.length, to + length));
        System.arraycopy(donor, from, spliced, to, length);
        return spliced;
    }
}
