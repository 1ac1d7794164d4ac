package io.loupe.onnx;

/** How an output tensor lies in memory, told by the number of its axes. */
enum OutputLayout {
    /** {@code channels} planes of rows x columns for each picture. */
    PLANES("[batch, channels, rows, columns]", 1),
    /** One vector for each picture. */
    VECTOR("[batch, channels]", 1),
    /** One vector for each row, as detectors give them. */
    TABLE("[batch, rows, channels]", 2);

    private final String axes;
    private final int channelAxis;

    OutputLayout(String axes, int channelAxis) {
        this.axes = axes;
        this.channelAxis = channelAxis;
    }

    boolean fits(long[] shape) {
        return shape.length == axes.split(",", -1).length;
    }

    int channelAxis() {
        return channelAxis;
    }

    /** The axes, as messages name them. */
    @Override
    public String toString() {
        return axes;
    }
}
