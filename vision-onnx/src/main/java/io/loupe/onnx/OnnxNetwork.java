package io.loupe.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.loupe.vision.encoder.InputSize;
import io.loupe.vision.encoder.PatchFeatures;
import io.loupe.vision.image.RgbImage;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * A network opened for certain outputs and one input size. Thread-safe; {@link #close} waits for runs that are under way.
 *
 * <p>The input is written straight into native memory and ONNX Runtime writes the outputs straight into native memory,
 * all of which ends with the run.
 */
final class OnnxNetwork implements AutoCloseable {
    private final String id;
    private final OrtSession session;
    private final String inputName;
    private final InputSize inputSize;
    private final InputTensor inputTensor;
    private final List<NetworkOutput> outputs;
    private final int picturesPerRun;
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private boolean closed;

    /** @param picturesPerRun at most; larger batches are split */
    OnnxNetwork(
            ModelDescription description,
            InputSize inputSize,
            OrtSession session,
            List<NetworkOutput> outputs,
            int picturesPerRun) {
        this.id = description.id();
        this.inputName = description.input().name();
        this.inputTensor = new InputTensor(description.input().normalization());
        this.inputSize = inputSize;
        this.session = session;
        this.outputs = outputs;
        this.picturesPerRun = picturesPerRun;
    }

    InputSize inputSize() {
        return inputSize;
    }

    /**
     * What the network makes of pictures that already have the input size.
     *
     * @return for each picture one entry per output, in the order they were opened in
     * @throws IllegalArgumentException if a picture has another size
     * @throws IllegalStateException if the network was closed, or ONNX Runtime gives up (memory, mostly)
     */
    List<List<PatchFeatures>> encode(List<RgbImage> pictures) {
        pictures.forEach(this::requireInputSize);
        lock.readLock().lock();
        try {
            if (closed) {
                throw new IllegalStateException("Network '%s' was closed; open it again".formatted(id));
            }
            List<List<PatchFeatures>> encoded = new ArrayList<>(pictures.size());
            for (int from = 0; from < pictures.size(); from += picturesPerRun) {
                encoded.addAll(run(pictures.subList(from, Math.min(pictures.size(), from + picturesPerRun))));
            }
            return encoded;
        } catch (OrtException e) {
            throw new IllegalStateException(
                    "Network '%s' failed on pictures of %s: %s".formatted(id, inputSize, e.getMessage()), e);
        } finally {
            lock.readLock().unlock();
        }
    }

    private void requireInputSize(RgbImage picture) {
        if (picture.height() != inputSize.height() || picture.width() != inputSize.width()) {
            throw new IllegalArgumentException(
                    "Network '%s' was opened for pictures of %s (height x width), got %dx%d: call prepare() first"
                            .formatted(id, inputSize, picture.height(), picture.width()));
        }
    }

    private List<List<PatchFeatures>> run(List<RgbImage> batch) throws OrtException {
        return forward(batch.size(), input -> {
            for (int i = 0; i < batch.size(); i++) {
                inputTensor.write(batch.get(i), input, i);
            }
        });
    }

    /** One run on whatever {@code fill} writes into the input, float32 of shape [count, 3, height, width]. */
    List<List<PatchFeatures>> forward(int count, Consumer<MemorySegment> fill) throws OrtException {
        try (RunMemory memory = new RunMemory()) {
            RunMemory.Block input = memory.allocate(count, 3, inputSize.height(), inputSize.width());
            fill.accept(input.memory());
            List<MemorySegment> results = new ArrayList<>();
            Map<String, OnnxTensor> pinned = new LinkedHashMap<>();
            for (NetworkOutput output : outputs) {
                RunMemory.Block block = memory.allocate(output.shape(count));
                results.add(block.memory());
                pinned.put(output.name(), block.tensor());
            }
            session.run(Map.of(inputName, input.tensor()), Set.of(), pinned).close();
            return IntStream.range(0, count)
                    .mapToObj(picture -> IntStream.range(0, outputs.size())
                            .mapToObj(i -> outputs.get(i).read(results.get(i), picture))
                            .toList())
                    .toList();
        }
    }

    @Override
    public void close() {
        lock.writeLock().lock();
        try {
            if (!closed) {
                closed = true;
                session.close();
            }
        } catch (OrtException e) {
            throw new IllegalStateException("Network '%s' could not be closed: %s".formatted(id, e.getMessage()), e);
        } finally {
            lock.writeLock().unlock();
        }
    }
}
