package io.loupe.cli.evaluation;

import io.loupe.cli.evaluation.CategoryResult.Milliseconds;
import io.loupe.vision.StageTimes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gathers where the time of each picture went and gives the medians. */
final class Stopwatch {
    private final List<Long> decode = new ArrayList<>();
    private final List<Long> encode = new ArrayList<>();
    private final List<Long> nearest = new ArrayList<>();
    private final List<Long> rest = new ArrayList<>();
    private final List<Long> total = new ArrayList<>();

    void add(long decodeNanos, StageTimes times) {
        decode.add(decodeNanos);
        encode.add(times.encode().toNanos());
        nearest.add(times.score().toNanos());
        rest.add(times.prepare().plus(times.rest()).toNanos());
        total.add(decodeNanos + times.total().toNanos());
    }

    @Nullable
    Double total() {
        return median(total);
    }

    Milliseconds parts() {
        return new Milliseconds(median(decode), median(encode), median(nearest), median(rest));
    }

    private static @Nullable Double median(List<Long> nanos) {
        if (nanos.isEmpty()) {
            return null;
        }
        List<Long> sorted = new ArrayList<>(nanos);
        Collections.sort(sorted);
        int middle = sorted.size() / 2;
        double median =
                sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2.0;
        return median / 1e6;
    }
}
