package io.loupe.samples;

import java.util.Random;

/** How one product is built, piece by piece, from the ground up. Implementations hold no state. */
sealed interface Scenery permits Bracket, Cap, Cloth, Regulator {
    /**
     * Builds the part.
     *
     * @param natural the variation good parts have; used the same way whatever the flaw, so that a flawed part differs
     *     from its good twin in the flaw alone
     * @param flaw a piece to leave out or to put in the wrong place; marks on the surface are not for here
     */
    void build(Surface surface, Random natural, Flaw flaw);

    /** Where a mark on the surface can be. */
    Shape face();

    /** A number in {@code from..to}. */
    static double between(Random random, double from, double to) {
        return from + (to - from) * random.nextDouble();
    }

    /** {@code size}, to the left or to the right. */
    static double eitherWay(Random random, double size) {
        return random.nextBoolean() ? size : -size;
    }
}
