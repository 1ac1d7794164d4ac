package io.loupe.server.platform.settings;

import java.util.ArrayList;
import java.util.List;

/** Everything that is wrong with the settings, gathered so that it is said at once. */
final class SettingsProblems {
    private final List<String> sentences = new ArrayList<>();

    void add(String sentence) {
        sentences.add(sentence);
    }

    void throwIfAny() {
        if (!sentences.isEmpty()) {
            throw new UnusableSettingsException(sentences);
        }
    }
}
