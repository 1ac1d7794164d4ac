package io.loupe.images;

import static org.assertj.core.api.Assertions.assertThat;

import io.loupe.vision.image.Orientation;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ExifTest {
    private static final int EXIF_AT = 38;
    private static final int TIME_AT = 68;
    private static final int OFFSET_AT = 88;

    /** A block with an orientation and a pointer to the times: TIFF 6.0, section 2, and EXIF 3.0, section 4.6. */
    private static byte[] block(ByteOrder order, int orientation, String time, String offset) {
        ByteBuffer block = ByteBuffer.allocate(96).order(order);
        block.put((order == ByteOrder.LITTLE_ENDIAN ? "II" : "MM").getBytes(StandardCharsets.US_ASCII));
        block.putShort((short) 42).putInt(8);
        block.putShort((short) 2);
        entry(block, 274, 3, 1).putShort((short) orientation).putShort((short) 0);
        entry(block, 34_665, 4, 1).putInt(EXIF_AT);
        block.putInt(0).position(EXIF_AT);
        block.putShort((short) 2);
        entry(block, 36_867, 2, 20).putInt(TIME_AT);
        entry(block, 36_881, 2, 7).putInt(OFFSET_AT);
        block.putInt(0);
        block.put(TIME_AT, time.getBytes(StandardCharsets.US_ASCII));
        block.put(OFFSET_AT, offset.getBytes(StandardCharsets.US_ASCII));
        return block.array();
    }

    private static ByteBuffer entry(ByteBuffer block, int tag, int type, int count) {
        return block.putShort((short) tag).putShort((short) type).putInt(count);
    }

    private static Exif read(byte[] block) {
        return Exif.of(new ImageBytes("test", block), 0, block.length);
    }

    @ParameterizedTest
    @CsvSource({
        "2021:03:04 05:06:07, +02:00, 2021-03-04T03:06:07Z",
        "2021:03:04 05:06:07, -11:30, 2021-03-04T16:36:07Z",
        "2021:03:04 05:06:07, '', 2021-03-04T05:06:07Z",
        "2021:03:04 05:06:07, later, 2021-03-04T05:06:07Z"
    })
    void saysWhenThePictureWasTakenInItsZoneOrInUtc(String time, String offset, Instant taken) {
        for (ByteOrder order : new ByteOrder[] {ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN}) {
            assertThat(read(block(order, 1, time, offset)).capturedAt()).contains(taken);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"    :  :     :  :  ", "0000:00:00 00:00:00", "2021:02:30 05:06:07", "yesterday"})
    void aTimeThatIsNoneSaysNothingAndHarmsNothing(String time) {
        Exif exif = read(block(ByteOrder.LITTLE_ENDIAN, 6, time, ""));
        assertThat(exif.capturedAt()).isEmpty();
        assertThat(exif.orientation()).isEqualTo(Orientation.ROTATE_90);
    }

    @Test
    void aPointerToNowhereLeavesTheOrientation() {
        byte[] block = block(ByteOrder.LITTLE_ENDIAN, 6, "2021:03:04 05:06:07", "");
        ByteBuffer.wrap(block).order(ByteOrder.LITTLE_ENDIAN).putInt(8 + 2 + 12 + 8, 90);
        Exif exif = read(block);
        assertThat(exif.capturedAt()).isEmpty();
        assertThat(exif.orientation()).isEqualTo(Orientation.ROTATE_90);
    }

    @Test
    void aBlockThatIsCutOffSaysNothing() {
        byte[] block = block(ByteOrder.BIG_ENDIAN, 6, "2021:03:04 05:06:07", "");
        assertThat(Exif.of(new ImageBytes("test", block), 0, 20)).isEqualTo(Exif.NONE);
    }
}
