package io.loupe.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtProvider;
import ai.onnxruntime.OrtSession.SessionOptions;
import io.loupe.vision.encoder.EncoderSettings.Device;
import io.loupe.vision.encoder.UnableToOpenEncoderException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;

/** The one ONNX Runtime of this process, and the options every session of ours begins with. */
public final class OnnxRuntime {
    private static final System.Logger LOG = System.getLogger(OnnxRuntime.class.getName());
    private static final AtomicBoolean FALLBACK_LOGGED = new AtomicBoolean();

    /** For command lines up to the limit of Linux, 128 KiB for one argument. */
    private static final long STACK_BYTES = 256L << 20;

    private OnnxRuntime() {}

    /** Loads the native library when it is first needed. */
    private static final class Shared {
        static final OrtEnvironment ENVIRONMENT = started();
    }

    /**
     * Starts the library on a deep stack: ONNX Runtime 1.29 recurses for every character of the command line, and the
     * process dies without a word where a class path of some 5,000 characters meets a usual stack.
     */
    private static OrtEnvironment started() {
        var start =
                new FutureTask<>(() -> OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR, "loupe"));
        Thread thread = new Thread(null, start, "onnxruntime-start", STACK_BYTES);
        thread.start();
        try {
            return start.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("ONNX Runtime does not start here", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while ONNX Runtime was starting", e);
        }
    }

    /** The shared environment, quiet but for errors; never closed. Whoever uses ONNX Runtime beside Loupe takes this one. */
    public static OrtEnvironment environment() {
        return Shared.ENVIRONMENT;
    }

    /**
     * Options for the caller to close: no spinning threads (other work shares the cores), the given device.
     *
     * @param threads threads one run may use; 0 means one per core
     * @throws UnableToOpenEncoderException if CUDA is demanded and cannot be had
     */
    static SessionOptions options(Device device, int threads) throws OrtException {
        SessionOptions options = new SessionOptions();
        try {
            options.setIntraOpNumThreads(threads);
            options.addConfigEntry("session.intra_op.allow_spinning", "0");
            options.addConfigEntry("session.inter_op.allow_spinning", "0");
            switch (device) {
                case CPU -> {}
                case CUDA -> addCuda(options);
                case AUTO -> addCudaIfItWorks(options);
            }
            return options;
        } catch (OrtException | RuntimeException e) {
            options.close();
            throw e;
        }
    }

    /** Whether sessions of this device run on a graphics card, as far as the build tells. */
    static boolean runsOnGpu(Device device) {
        return device != Device.CPU && OrtEnvironment.getAvailableProviders().contains(OrtProvider.CUDA);
    }

    private static void addCuda(SessionOptions options) {
        if (!runsOnGpu(Device.CUDA)) {
            throw new UnableToOpenEncoderException(
                    "--device cuda: this build of Loupe carries the CPU edition of ONNX Runtime. Put onnxruntime_gpu on the class path in place of onnxruntime, or use --device cpu.");
        }
        try {
            options.addCUDA();
        } catch (OrtException e) {
            throw new UnableToOpenEncoderException(
                    "--device cuda: CUDA does not start here (%s). Check the driver and the CUDA libraries, or use --device cpu."
                            .formatted(e.getMessage()),
                    e);
        }
    }

    /** With the CPU edition there was never a choice to tell of; a GPU edition that fails is worth a warning. */
    private static void addCudaIfItWorks(SessionOptions options) {
        try {
            addCuda(options);
        } catch (UnableToOpenEncoderException e) {
            if (FALLBACK_LOGGED.compareAndSet(false, true)) {
                LOG.log(
                        runsOnGpu(Device.AUTO) ? System.Logger.Level.WARNING : System.Logger.Level.DEBUG,
                        "Networks run on the CPU. {0}",
                        e.getMessage());
            }
        }
    }
}
