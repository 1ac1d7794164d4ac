package io.loupe.onnx.tensorflowjs;

/** What flows along an edge of the graph: something computed from the picture, or a constant. */
sealed interface Value permits FeatureMap, Weight {}
