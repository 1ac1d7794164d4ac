package io.loupe.benchmarks;

import java.nio.file.Path;
import java.util.List;

/**
 * What of the accuracy table to run.
 *
 * @param docs where {@code acceptance.md} goes
 * @param categories which of the categories
 * @param seeds how many seeds, from 1 on
 */
record AcceptanceOptions(Path docs, List<String> categories, int seeds) {
    AcceptanceOptions {
        categories = List.copyOf(categories);
    }

    static AcceptanceOptions parse(String[] arguments, List<String> allCategories, int allSeeds) {
        AcceptanceOptions options = new AcceptanceOptions(Path.of("docs"), allCategories, allSeeds);
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            options = options.with(arguments[i], arguments[i + 1]);
        }
        if (arguments.length % 2 != 0) {
            throw unknown(arguments[arguments.length - 1]);
        }
        return options;
    }

    private AcceptanceOptions with(String name, String value) {
        return switch (name) {
            case "--docs" -> new AcceptanceOptions(Path.of(value), categories, seeds);
            case "--category" -> new AcceptanceOptions(docs, List.of(value), seeds);
            case "--seeds" -> new AcceptanceOptions(docs, categories, Integer.parseInt(value));
            default -> throw unknown(name);
        };
    }

    private static IllegalArgumentException unknown(String argument) {
        return new IllegalArgumentException(
                "Unknown argument '%s'; there are --category NAME, --seeds N and --docs DIR".formatted(argument));
    }

    /** Whether nothing is left out, so that the table may replace the committed one. */
    boolean isWhole(List<String> allCategories, int allSeeds) {
        return categories.equals(allCategories) && seeds == allSeeds;
    }
}
