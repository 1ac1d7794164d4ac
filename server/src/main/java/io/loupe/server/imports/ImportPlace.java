package io.loupe.server.imports;

/**
 * Where files to import lie; a job keeps it in its request.
 *
 * @param path of the folder or the ZIP file, on the server
 */
public record ImportPlace(Kind kind, String path) {
    /** What holds the files. */
    public enum Kind {
        FOLDER,
        ZIP
    }
}
