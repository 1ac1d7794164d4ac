/** Networks as encoders: model folders, ONNX Runtime sessions, and the matrix product they bring along. */
@NullMarked
package io.loupe.onnx;

import org.jspecify.annotations.NullMarked;
