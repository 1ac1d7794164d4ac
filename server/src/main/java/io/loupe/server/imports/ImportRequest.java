package io.loupe.server.imports;

import java.util.List;

/**
 * What to import.
 *
 * @param tags for every picture
 */
record ImportRequest(ImportPlace place, List<String> tags) {}
