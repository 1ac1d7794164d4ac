package io.loupe.onnx;

import io.loupe.vision.encoder.Tap;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The taps used when nobody chooses: those of {@code default-taps.tsv}, which gives its reasons, for networks that were
 * measured; for others the narrowest tap of stride 8 and the narrowest of stride 16, since mid-depth taps serve
 * inspection best and the narrow ones of a stage are usually its linear bottlenecks.
 */
final class DefaultTaps {
    private static final List<String[]> TABLE = readTable();

    private DefaultTaps() {}

    /** Names of one or two of the taps; none when there are no taps. */
    static List<String> choose(String encoderId, List<Tap> taps) {
        List<String> names = taps.stream().map(Tap::name).toList();
        for (String[] row : TABLE) {
            List<String> measured = List.of(row[1].split(","));
            if (row[0].equals(encoderId) && names.containsAll(measured)) {
                return measured;
            }
        }
        List<String> midDepth = Stream.of(8, 16)
                .map(stride -> narrowest(taps, stride))
                .flatMap(Optional::stream)
                .map(Tap::name)
                .toList();
        return midDepth.isEmpty()
                ? names.stream().skip((names.size() - 1) / 2).limit(2).toList()
                : midDepth;
    }

    private static Optional<Tap> narrowest(List<Tap> taps, int stride) {
        return taps.stream().filter(tap -> tap.stride() == stride).min(Comparator.comparingInt(Tap::channels));
    }

    private static List<String[]> readTable() {
        try (InputStream table = DefaultTaps.class.getResourceAsStream("default-taps.tsv")) {
            return new String(Objects.requireNonNull(table).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
