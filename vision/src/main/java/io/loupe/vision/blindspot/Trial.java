package io.loupe.vision.blindspot;

/**
 * One painted defect and whether it was found.
 *
 * @param size diameter as a share of the picture's side
 * @param row of its centre, 0..1 from the top
 * @param column of its centre, 0..1 from the left
 */
record Trial(double size, double row, double column, boolean found) {}
