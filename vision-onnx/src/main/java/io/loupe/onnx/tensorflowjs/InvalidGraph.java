package io.loupe.onnx.tensorflowjs;

/** What is wrong with a graph or its weights; whoever knows the file's place puts it into a sentence. */
final class InvalidGraph extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InvalidGraph(String problem) {
        super(problem);
    }
}
