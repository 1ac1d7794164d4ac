package io.loupe.benchmarks;

import io.loupe.benchmarks.Acceptance.Contender;
import java.nio.file.Path;
import java.util.List;

/**
 * What of the accuracy table to run.
 *
 * @param docs where {@code acceptance.md} goes
 * @param method of the contenders to measure; empty for every method
 * @param encoder of the contenders to measure; empty for every encoder
 * @param categories which of the categories
 * @param seeds how many seeds, from 1 on
 */
record AcceptanceOptions(Path docs, String method, String encoder, List<String> categories, int seeds) {
    AcceptanceOptions {
        categories = List.copyOf(categories);
    }

    static AcceptanceOptions parse(String[] arguments, List<String> allCategories, int allSeeds) {
        AcceptanceOptions options = new AcceptanceOptions(Path.of("docs"), "", "", allCategories, allSeeds);
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
            case "--docs" -> new AcceptanceOptions(Path.of(value), method, encoder, categories, seeds);
            case "--method" -> new AcceptanceOptions(docs, value, encoder, categories, seeds);
            case "--encoder" -> new AcceptanceOptions(docs, method, value, categories, seeds);
            case "--category" -> new AcceptanceOptions(docs, method, encoder, List.of(value), seeds);
            case "--seeds" -> new AcceptanceOptions(docs, method, encoder, categories, Integer.parseInt(value));
            default -> throw unknown(name);
        };
    }

    private static IllegalArgumentException unknown(String argument) {
        return new IllegalArgumentException(
                "Unknown argument '%s'; there are --method NAME, --encoder ID, --category NAME, --seeds N and --docs DIR"
                        .formatted(argument));
    }

    boolean wants(Contender contender) {
        return (method.isEmpty() || method.equals(contender.method()))
                && (encoder.isEmpty() || encoder.equals(contender.encoder()));
    }

    /** Whether every category and seed is run, so that the rows may replace the committed ones. */
    boolean isWhole(List<String> allCategories, int allSeeds) {
        return categories.equals(allCategories) && seeds == allSeeds;
    }
}
