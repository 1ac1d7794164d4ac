package io.loupe.vision.encoder;

import java.nio.file.Path;
import java.util.List;

/**
 * Where encoders and object detectors are looked for and how they run; the same for every one a program opens.
 *
 * @param modelFolders folders that hold model folders, searched in order
 * @param device where networks run
 * @param threads threads one call may use; 0 means one per core
 * @param batch pictures a network takes at once, where it can take several; 0 means what suits the device
 */
public record EncoderSettings(List<Path> modelFolders, Device device, int threads, int batch) {
    /** Where a network runs: {@code AUTO} takes CUDA when it works, else the CPU with a message. */
    public enum Device {
        AUTO,
        CPU,
        CUDA
    }

    public EncoderSettings {
        modelFolders = List.copyOf(modelFolders);
        if (threads < 0) {
            throw new IllegalArgumentException("Threads must be 0 (one per core) or more, got %d".formatted(threads));
        }
        if (batch < 0) {
            throw new IllegalArgumentException(
                    "A batch must be of 0 (what suits the device) or more pictures, got %d".formatted(batch));
        }
    }

    public static EncoderSettings defaults() {
        return new EncoderSettings(List.of(), Device.AUTO, 0, 0);
    }

    public EncoderSettings withModelFolders(List<Path> folders) {
        return new EncoderSettings(folders, device, threads, batch);
    }

    public EncoderSettings withThreads(int number) {
        return new EncoderSettings(modelFolders, device, number, batch);
    }

    public EncoderSettings withBatch(int pictures) {
        return new EncoderSettings(modelFolders, device, threads, pictures);
    }
}
