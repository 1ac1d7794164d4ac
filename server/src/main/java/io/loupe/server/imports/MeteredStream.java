package io.loupe.server.imports;

import io.loupe.server.platform.problem.ProblemCode;
import io.loupe.server.platform.problem.ProblemException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongConsumer;

/** A file of an import: counts what is read of it, and says in the file's own name what cannot be read. */
final class MeteredStream extends FilterInputStream {
    private final String item;
    private final LongConsumer meter;

    private MeteredStream(InputStream in, String item, LongConsumer meter) {
        super(in);
        this.item = item;
        this.meter = meter;
    }

    /**
     * Opens a file; reading it throws a {@link ProblemException} where it cannot be read.
     *
     * @param meter told how many bytes were read, each time some were
     */
    static InputStream open(ImportSource source, String item, LongConsumer meter) {
        try {
            return new MeteredStream(source.open(item), item, meter);
        } catch (IOException e) {
            throw unreadable(item, e);
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) {
        try {
            int read = in.read(bytes, offset, length);
            meter.accept(Math.max(read, 0));
            return read;
        } catch (IOException e) {
            throw unreadable(item, e);
        }
    }

    private static ProblemException unreadable(String item, IOException e) {
        return new ProblemException(
                ProblemCode.INVALID_CONTENT,
                "'%s' cannot be read (%s). It may be damaged, gone, or closed to the server."
                        .formatted(item, e.getMessage()));
    }
}
