package io.loupe.samples;

/** What can be wrong with a part: marks on its surface, or a piece that is not where it belongs. */
public enum DefectKind {
    /** A narrow groove with a bright floor. */
    SCRATCH,
    /** A shallow hollow, seen by its shading alone. */
    DENT,
    /** A dark, uneven patch of something spilt. */
    STAIN,
    /** A jagged, branching, dark line. */
    CRACK,
    /** A loose thread lying on top, with its shadow. */
    FIBRE,
    /** A screw, a lead, a thread or a bit of the rim that is not there. */
    MISSING_PIECE,
    /** A piece that is there, but moved or turned. */
    MISPLACED_PIECE
}
