package io.loupe.vision.modelfile;

import java.util.Map;
import java.util.function.Function;

/**
 * The facts of one section, read as numbers and choices. Every getter throws {@link UnreadableModelException}, naming
 * the section and the fact, when the fact is missing or is not what was asked for.
 */
public final class SectionFacts {
    private final String origin;
    private final String section;
    private final Map<String, String> facts;

    private SectionFacts(String origin, String section, Map<String, String> facts) {
        this.origin = origin;
        this.section = section;
        this.facts = facts;
    }

    /** The facts of this section. */
    public static SectionFacts read(SectionReader sections, String section) {
        return new SectionFacts(sections.origin(), section, sections.facts(section));
    }

    /** A whole number of at least {@code least}. */
    public int number(String key, int least) {
        return parsed(key, text -> {
            int number = Integer.parseInt(text);
            if (number < least) {
                throw new IllegalArgumentException("must be at least " + least);
            }
            return number;
        });
    }

    /** A decimal number. */
    public double decimal(String key) {
        return parsed(key, Double::parseDouble);
    }

    /** A fact as it stands. */
    public String text(String key) {
        return parsed(key, text -> text);
    }

    public boolean flag(String key) {
        return parsed(key, text -> switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("must be true or false");
        });
    }

    /** A fact read by {@code parser}, which throws an IllegalArgumentException for what it does not understand. */
    public <T> T parsed(String key, Function<String, T> parser) {
        String text = facts.get(key);
        if (text == null) {
            throw new UnreadableModelException(
                    "Section '%s' of model %s has no fact '%s'; it has %s. It was made by another version: train it again."
                            .formatted(section, origin, key, facts.keySet()));
        }
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException e) {
            throw new UnreadableModelException(
                    "Fact '%s' in section '%s' of model %s makes no sense: '%s' (%s). Copy the file again, or train it again."
                            .formatted(key, section, origin, text, e.getMessage()),
                    e);
        }
    }
}
