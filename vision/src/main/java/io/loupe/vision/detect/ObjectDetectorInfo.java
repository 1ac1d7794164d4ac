package io.loupe.vision.detect;

import java.util.List;

/**
 * What an object detector is, whether or not it is open.
 *
 * @param id short name, as on the command line: {@code coco-mobilenet-v3}
 * @param fingerprint sha256 (lower-case hex) of what defines its answers: the network's file
 * @param labels every kind of object it knows
 * @param licence the licence of its weights, as an SPDX id or a short sentence
 */
public record ObjectDetectorInfo(String id, String fingerprint, List<String> labels, String licence) {
    public ObjectDetectorInfo {
        labels = List.copyOf(labels);
    }
}
