package io.loupe.cli.output;

import java.util.List;

/**
 * The JSON of {@code loupe detect}.
 *
 * @param detector id of the network that was asked
 * @param minScore objects below it were left out
 */
public record DetectedItems(String detector, double minScore, List<DetectedItem> items) {
    public DetectedItems {
        items = List.copyOf(items);
    }
}
