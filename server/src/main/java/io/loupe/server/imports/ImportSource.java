package io.loupe.server.imports;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** Files of an {@link ImportPlace}. Thread-safe. */
interface ImportSource extends Closeable {
    /** What the files are called in messages, in the order of these names, each once; hidden files are left out. */
    List<String> items();

    /**
     * Opens one of them.
     *
     * @throws IOException if it is not there any more, or damaged
     */
    InputStream open(String item) throws IOException;

    /** Whether a file is one that people do not know they have: settings, previews and leftovers of their systems. */
    static boolean isHidden(String item) {
        for (String part : item.split("/", -1)) {
            boolean upwards = part.equals(".") || part.equals("..");
            if ((part.startsWith(".") && !upwards) || part.equals("__MACOSX") || part.equals("Thumbs.db")) {
                return true;
            }
        }
        return false;
    }
}
