package io.loupe.server.platform.settings;

import java.util.List;

/** Settings that Loupe cannot start with: a sentence for each thing that is wrong. */
public final class UnusableSettingsException extends RuntimeException {
    private static final long serialVersionUID = 1;

    UnusableSettingsException(List<String> problems) {
        super(String.join(System.lineSeparator(), problems));
    }
}
