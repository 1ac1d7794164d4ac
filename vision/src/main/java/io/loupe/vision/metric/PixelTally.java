package io.loupe.vision.metric;

/** Scored pixels, kept so that they can be read from the highest score to the lowest. Not thread-safe. */
sealed interface PixelTally permits ExactPixelTally, BinnedPixelTally {
    /** The pixel is of no region. */
    int GOOD = -1;

    /**
     * Counts a pixel.
     *
     * @param key the score, as {@link #key}
     * @param region of the ground truth, or {@link #GOOD}
     */
    void add(int key, int region);

    /** Tells a visitor of all pixels, highest scores first; more may be added afterwards. */
    void descend(Visitor visitor);

    /** An int that is ordered as the score is; -0 and 0 are one score. The score must not be NaN. */
    static int key(float score) {
        int bits = Float.floatToRawIntBits(score + 0.0f);
        return bits ^ ((bits >> 31) & Integer.MAX_VALUE); // the larger a negative float's bits, the lower it is
    }

    /** Is told of pixels, all those of one score together. */
    interface Visitor {
        /**
         * The next lower score; the arrays are valid during the call only.
         *
         * @param good how many good pixels have it
         * @param defective how many pixels of each defect type have it
         * @param overlap for each defect type, the sum over its regions of the share of their pixels that have it
         */
        void visit(long good, long[] defective, double[] overlap);
    }
}
