package io.loupe.benchmarks;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the caller of {@link Bench} asked for.
 *
 * @param docs folder of {@code benchmarks.md}; null prints only
 * @param only the one benchmark to run; null runs all
 */
record BenchArguments(@Nullable Path docs, @Nullable String only) {
    static BenchArguments parse(String[] arguments, List<String> names) {
        Path docs = null;
        String only = null;
        for (int i = 0; i < arguments.length; i += 2) {
            if (i + 1 == arguments.length) {
                throw new IllegalArgumentException("%s needs a value".formatted(arguments[i]));
            }
            switch (arguments[i]) {
                case "--docs" -> docs = Path.of(arguments[i + 1]);
                case "--only" -> only = arguments[i + 1];
                default ->
                    throw new IllegalArgumentException(
                            "Unknown option %s; there are --docs FOLDER and --only NAME".formatted(arguments[i]));
            }
        }
        if (only != null && !names.contains(only)) {
            throw new IllegalArgumentException("There is no benchmark '%s'; there are %s".formatted(only, names));
        }
        return new BenchArguments(docs, only);
    }

    boolean wants(String name) {
        return only == null || only.equals(name);
    }
}
