package io.loupe.server.inspection.verdict;

import io.loupe.server.models.PictureProblem;
import java.util.Optional;

/**
 * What became of a file.
 *
 * @param row the verdict, which is kept; empty if there is none
 * @param problem why there is none
 */
public record Inspected(String filename, Optional<HistoryRow> row, Optional<PictureProblem> problem) {}
