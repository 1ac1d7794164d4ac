package io.loupe.server.library;

import java.io.IOException;
import java.io.InputStream;

/**
 * A file that is to become a picture.
 *
 * @param name what it was called; says nothing about its type
 */
public record Upload(String name, Content content) {
    /** The longest name that is kept; longer ones are cut. */
    public static final int LONGEST_NAME = 500;

    /** The bytes of a file, which need not be in memory. */
    @FunctionalInterface
    public interface Content {
        InputStream open() throws IOException;
    }

    public Upload {
        name = keptName(name);
    }

    /** What is kept of a name: something that can be shown in one line, and that a database takes. */
    static String keptName(String name) {
        String printable = name.replaceAll("\\p{Cc}", " ").strip();
        int length = Math.min(LONGEST_NAME, printable.codePointCount(0, printable.length()));
        return printable.isEmpty() ? "unnamed" : printable.substring(0, printable.offsetByCodePoints(0, length));
    }
}
