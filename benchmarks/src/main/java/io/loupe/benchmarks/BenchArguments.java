package io.loupe.benchmarks;

import java.nio.file.Path;
import java.util.Iterator;
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
        for (Iterator<String> rest = List.of(arguments).iterator(); rest.hasNext(); ) {
            String argument = rest.next();
            if (!argument.startsWith("-")) {
                only = argument;
            } else if (!argument.equals("--docs")) {
                throw new IllegalArgumentException(
                        "Unknown option %s; there are --docs FOLDER and the name of a benchmark".formatted(argument));
            } else if (!rest.hasNext()) {
                throw new IllegalArgumentException("--docs needs a value");
            } else {
                docs = Path.of(rest.next());
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
