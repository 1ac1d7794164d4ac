package io.loupe.cli;

import io.loupe.cli.client.ServerRefusedException;
import io.loupe.cli.dataset.UnusableDataSetException;
import io.loupe.images.UnreadableImageException;
import io.loupe.onnx.tensorflowjs.UnableToConvertException;
import io.loupe.server.UnableToStartException;
import io.loupe.server.platform.settings.UnusableSettingsException;
import io.loupe.vision.UnableToCorrectException;
import io.loupe.vision.encoder.UnableToOpenEncoderException;
import io.loupe.vision.modelfile.UnreadableModelException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;

/** What the process answers; the one place where failures become sentences and numbers. */
enum ExitCode {
    DONE(0),
    WRONG_USAGE(2),
    UNUSABLE_INPUT(3),
    NOT_AVAILABLE(4),
    NOT_WRITTEN(5),
    FAULT(70);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }

    static ExitCode of(Throwable failure) {
        return switch (failure) {
            case UnusableDataSetException _,
                    UnreadableImageException _,
                    UnreadableModelException _,
                    UnableToConvertException _,
                    UnusableSettingsException _ -> UNUSABLE_INPUT;
            case UnableToOpenEncoderException _, UnableToStartException _, ServerRefusedException _ -> NOT_AVAILABLE;
            case IllegalArgumentException _, UnableToCorrectException _ -> WRONG_USAGE;
            case UncheckedIOException _, IOException _ -> NOT_WRITTEN;
            default -> FAULT;
        };
    }

    /** Prints what went wrong and answers the number to exit with. */
    static int report(Throwable failure, PrintWriter err, boolean verbose) {
        ExitCode code = of(failure);
        err.println("loupe: " + sentenceOf(failure, code));
        if (verbose) {
            failure.printStackTrace(err);
        } else if (code == FAULT) {
            err.println("This is a fault of Loupe. Run it again with --verbose and report what it prints.");
        }
        err.flush();
        return code.number();
    }

    private static String sentenceOf(Throwable failure, ExitCode code) {
        String message = failure.getMessage();
        return message == null || code == FAULT ? failure.toString() : message;
    }
}
