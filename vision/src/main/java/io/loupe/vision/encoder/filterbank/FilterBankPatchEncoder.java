package io.loupe.vision.encoder.filterbank;

import io.loupe.vision.encoder.EncoderInfo;
import io.loupe.vision.encoder.InputSize;
import io.loupe.vision.encoder.PatchEncoder;
import io.loupe.vision.encoder.PatchFeatures;
import io.loupe.vision.encoder.Tap;
import io.loupe.vision.image.Resampler;
import io.loupe.vision.image.Resampling;
import io.loupe.vision.image.RgbImage;
import java.util.List;

/** Patch features of the filter bank. Thread-safe. */
final class FilterBankPatchEncoder implements PatchEncoder {
    private final EncoderInfo info;
    private final List<Tap> taps;
    private final InputSize inputSize;
    private final ChannelFit fit;
    private volatile boolean closed;

    FilterBankPatchEncoder(EncoderInfo info, List<Tap> taps, InputSize inputSize, ChannelFit fit) {
        this.info = info;
        this.taps = taps;
        this.inputSize = inputSize;
        this.fit = fit;
    }

    @Override
    public EncoderInfo info() {
        return info;
    }

    @Override
    public List<Tap> taps() {
        return taps;
    }

    @Override
    public InputSize inputSize() {
        return inputSize;
    }

    @Override
    public RgbImage prepare(RgbImage image) {
        return Resampler.resize(image, inputSize.height(), inputSize.width(), Resampling.BILINEAR);
    }

    @Override
    public List<PatchFeatures> encode(RgbImage prepared) {
        PatchFeatures standardized = fit.standardize(respond(prepared));
        return taps.stream()
                .map(tap -> FilterBankTap.of(tap).take(standardized, fit))
                .toList();
    }

    @Override
    public PatchEncoder fittedOn(Iterable<RgbImage> preparedNormals) {
        var statistics = new ChannelStatistics(FilterBank.CHANNELS);
        for (RgbImage normal : preparedNormals) {
            statistics.add(respond(normal));
        }
        if (statistics.patches() == 0) {
            throw new IllegalArgumentException("Encoder '%s' cannot be fitted on no picture".formatted(info.id()));
        }
        return new FilterBankPatchEncoder(info, taps, inputSize, ChannelFit.of(statistics));
    }

    @Override
    public byte[] state() {
        return fit.toBytes();
    }

    private PatchFeatures respond(RgbImage prepared) {
        if (closed) {
            throw new IllegalStateException("Encoder '%s' is closed".formatted(info.id()));
        }
        if (prepared.height() != inputSize.height() || prepared.width() != inputSize.width()) {
            throw new IllegalArgumentException("Encoder '%s' takes pictures of %s, got %dx%d; call prepare first"
                    .formatted(info.id(), inputSize, prepared.height(), prepared.width()));
        }
        return FilterBank.respond(prepared);
    }

    @Override
    public void close() {
        closed = true;
    }
}
