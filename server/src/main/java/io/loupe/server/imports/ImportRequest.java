package io.loupe.server.imports;

import java.util.List;

/**
 * What to import.
 *
 * @param path of the folder or the ZIP file, on the server
 * @param tags for every picture
 */
record ImportRequest(Kind kind, String path, List<String> tags) {
    enum Kind {
        FOLDER,
        ZIP
    }
}
