/** TensorFlow.js graph models turned into model folders: weights and operators in, one ONNX file out. */
@NullMarked
package io.loupe.onnx.tensorflowjs;

import org.jspecify.annotations.NullMarked;
