package io.loupe.onnx.tensorflowjs;

/** How one TensorFlow operator is converted. */
@FunctionalInterface
interface Operator {
    /**
     * Adds to the ONNX graph what the node computes.
     *
     * @return its result, named as the node, or one of its inputs where it changes nothing
     * @throws InvalidGraph if the node asks for what cannot be converted
     */
    Value convert(Operands operands);
}
