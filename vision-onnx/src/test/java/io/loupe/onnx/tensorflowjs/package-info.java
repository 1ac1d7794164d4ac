/** The conversion of TensorFlow.js models held against TensorFlow.js itself, and what it refuses. */
@NullMarked
package io.loupe.onnx.tensorflowjs;

import org.jspecify.annotations.NullMarked;
