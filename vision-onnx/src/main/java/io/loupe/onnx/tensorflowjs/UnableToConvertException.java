package io.loupe.onnx.tensorflowjs;

/** A TensorFlow.js model, or the recipe to convert it by, cannot be used; the message says why and what to do. */
public final class UnableToConvertException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnableToConvertException(String message) {
        super(message);
    }

    UnableToConvertException(String message, Throwable cause) {
        super(message, cause);
    }
}
