package io.loupe.vision;

import io.loupe.vision.blindspot.BlindSpots;
import io.loupe.vision.blindspot.SmallestFound;
import io.loupe.vision.modelfile.SectionFacts;
import io.loupe.vision.modelfile.SectionReader;
import io.loupe.vision.synthetic.SyntheticKind;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Blind spots as facts of a model file, {@code blind-spots}: {@code trials}, 0 where nobody looked for any and nothing else
 * follows; {@code overall} and {@code kind-NAME} for each kind (size, low, high; separated by spaces) and {@code cells}
 * (row by row). Sizes are shares of the picture's side, {@code Infinity} where beyond what was tried, {@code NaN} where not
 * known.
 */
final class BlindSpotFacts {
    private BlindSpotFacts() {}

    static Map<String, String> of(Optional<BlindSpots> found) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("trials", Integer.toString(found.map(BlindSpots::trials).orElse(0)));
        found.ifPresent(spots -> {
            facts.put("overall", text(spots.overall()));
            for (SyntheticKind kind : SyntheticKind.values()) {
                facts.put(name(kind), text(spots.of(kind)));
            }
            facts.put("cells", spots.cells().stream().map(String::valueOf).collect(Collectors.joining(" ")));
        });
        return facts;
    }

    static Optional<BlindSpots> read(SectionReader sections) {
        SectionFacts facts = SectionFacts.read(sections, "blind-spots");
        int trials = facts.number("trials", 0);
        if (trials == 0) {
            return Optional.empty();
        }
        Map<SyntheticKind, SmallestFound> kinds = new EnumMap<>(SyntheticKind.class);
        for (SyntheticKind kind : SyntheticKind.values()) {
            kinds.put(kind, facts.parsed(name(kind), BlindSpotFacts::smallest));
        }
        SmallestFound overall = facts.parsed("overall", BlindSpotFacts::smallest);
        return Optional.of(facts.parsed("cells", text -> new BlindSpots(trials, overall, kinds, numbers(text))));
    }

    private static String name(SyntheticKind kind) {
        return "kind-" + kind.name().toLowerCase(Locale.ROOT);
    }

    private static String text(SmallestFound found) {
        return found.size() + " " + found.low() + " " + found.high();
    }

    private static SmallestFound smallest(String text) {
        List<Double> numbers = numbers(text);
        if (numbers.size() != 3) {
            throw new IllegalArgumentException("expected size, low and high");
        }
        return new SmallestFound(numbers.get(0), numbers.get(1), numbers.get(2));
    }

    private static List<Double> numbers(String text) {
        return Arrays.stream(text.split(" ", -1)).map(Double::valueOf).toList();
    }
}
