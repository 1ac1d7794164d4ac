package io.loupe.onnx;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** All that is wrong with one {@code model.json}; whoever knows the file's place puts it into a sentence. */
public final class InvalidDescription extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InvalidDescription(List<String> problems, @Nullable Throwable cause) {
        super(String.join("\n  - ", problems), cause);
    }
}
