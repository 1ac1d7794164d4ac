package io.loupe.vision.encoder;

import java.util.List;

/**
 * What an encoder is, whether or not it is open.
 *
 * @param id short name, as on the command line: {@code filter-bank}, {@code mobilenet-v2-imagenet}
 * @param fingerprint sha256 (lower-case hex) of what defines its numbers: the network's file, or the code version
 * @param taps every tap that can be asked for
 * @param defaultTaps the names used when nobody chooses
 * @param licence the licence of its weights, as an SPDX id or a short sentence
 */
public record EncoderInfo(String id, String fingerprint, List<Tap> taps, List<String> defaultTaps, String licence) {
    public EncoderInfo {
        taps = List.copyOf(taps);
        defaultTaps = List.copyOf(defaultTaps);
    }

    /**
     * The taps of these names, in the order asked for; the defaults when {@code names} is empty.
     *
     * @throws IllegalArgumentException naming the unknown tap and the known ones
     */
    public List<Tap> selectTaps(List<String> names) {
        List<String> wanted = names.isEmpty() ? defaultTaps : names;
        return wanted.stream()
                .map(name -> taps.stream()
                        .filter(tap -> tap.name().equals(name))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException(
                                "Encoder '%s' has no tap '%s'; it has %s. Pass one of these to --taps."
                                        .formatted(
                                                id,
                                                name,
                                                taps.stream().map(Tap::name).toList()))))
                .toList();
    }
}
