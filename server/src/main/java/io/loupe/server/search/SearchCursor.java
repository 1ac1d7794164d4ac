package io.loupe.server.search;

import io.loupe.server.platform.problem.ProblemCode;
import io.loupe.server.platform.problem.ProblemException;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where the next part of an answer begins: behind a hit, in the order of hits. So nothing comes twice, whatever changes in
 * between. It belongs to the search that it was made by.
 *
 * @param offset how many hits were answered up to here
 * @param score of the last of them; larger than any at the start
 * @param image the last of them
 */
record SearchCursor(int offset, double score, UUID image) {
    private static final SearchCursor START = new SearchCursor(0, Double.POSITIVE_INFINITY, new UUID(0, 0));
    private static final int BYTES = 2 * Integer.BYTES + Double.BYTES + 2 * Long.BYTES;

    /**
     * Reads what {@link #toText} wrote; nothing is the start.
     *
     * @throws ProblemException if it was not, or by another search
     */
    static SearchCursor of(@Nullable String text, int fingerprint) {
        if (text == null || text.isEmpty()) {
            return START;
        }
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
            if (bytes.remaining() == BYTES && bytes.getInt() == fingerprint) {
                return new SearchCursor(
                        Math.max(0, bytes.getInt()), bytes.getDouble(), new UUID(bytes.getLong(), bytes.getLong()));
            }
        } catch (IllegalArgumentException _) {
            // Not what we write; said below.
        }
        throw new ProblemException(
                ProblemCode.INVALID_REQUEST,
                "cursor should be what an answer to this very search gave as 'next', or be left out.");
    }

    String toText(int fingerprint) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(ByteBuffer.allocate(BYTES)
                        .putInt(fingerprint)
                        .putInt(offset)
                        .putDouble(score)
                        .putLong(image.getMostSignificantBits())
                        .putLong(image.getLeastSignificantBits())
                        .array());
    }

    /** Whether a hit comes behind; among equal scores the smaller id comes first. */
    boolean isBefore(double otherScore, UUID other) {
        if (otherScore != score) {
            return otherScore < score;
        }
        int high = Long.compareUnsigned(other.getMostSignificantBits(), image.getMostSignificantBits());
        return high != 0
                ? high > 0
                : Long.compareUnsigned(other.getLeastSignificantBits(), image.getLeastSignificantBits()) > 0;
    }
}
