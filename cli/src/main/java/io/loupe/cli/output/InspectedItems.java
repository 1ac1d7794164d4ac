package io.loupe.cli.output;

import java.util.List;

/** The JSON of {@code loupe inspect}. */
public record InspectedItems(List<InspectedItem> items) {
    public InspectedItems {
        items = List.copyOf(items);
    }
}
