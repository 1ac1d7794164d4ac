package io.loupe.vision.synthetic;

/**
 * What is done to a region of a good picture. Most kinds use the picture's own pixels, so that what is wrong is where
 * they are and not how they look; the others change the surface.
 */
public enum SyntheticKind {
    /** Covered with another place of the same picture, as in CutPaste (Li et al. 2021). */
    PASTE,
    /** Covered with some place of another good picture. */
    SWAP,
    /** Moved by less than its own size. */
    SHIFT,
    /** Bulged to one side. */
    WARP,
    /** Turned about its centre. */
    ROTATE,
    /** Filled with the colour around it, as if a piece were missing. */
    ERASE,
    /** Tinted. */
    STAIN,
    /** Overlaid with a texture of noise. */
    NOISE,
    /** A thin, bent line, darker or brighter than its ground. */
    SCRATCH,
    /** Its contrast raised or lowered. */
    CONTRAST
}
