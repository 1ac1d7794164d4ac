package io.loupe.vision;

import java.time.Duration;

/**
 * Where the time of one inspection went; decoding the file is the caller's.
 *
 * @param prepare resizing to the encoder's input
 * @param encode features
 * @param score distances to the normal patches
 * @param rest smoothing, regions, reasons
 */
public record StageTimes(Duration prepare, Duration encode, Duration score, Duration rest) {
    public Duration total() {
        return prepare.plus(encode).plus(score).plus(rest);
    }
}
