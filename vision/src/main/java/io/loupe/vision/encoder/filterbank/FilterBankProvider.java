package io.loupe.vision.encoder.filterbank;

import io.loupe.vision.encoder.EncoderInfo;
import io.loupe.vision.encoder.EncoderProvider;
import io.loupe.vision.encoder.EncoderSettings;
import io.loupe.vision.encoder.ImageEncoder;
import io.loupe.vision.encoder.InputSize;
import io.loupe.vision.encoder.PatchEncoder;
import io.loupe.vision.encoder.PatchEncoderRequest;
import io.loupe.vision.encoder.Tap;
import io.loupe.vision.encoder.UnableToOpenEncoderException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Offers the filter bank, the encoder that is always there, as patch and as image encoder. Thread-safe. */
public final class FilterBankProvider implements EncoderProvider {
    /** Names the numbers that the filters give: raise it whenever they change, and models fitted before are refused. */
    private static final String VERSION = "filter-bank 1";

    private static final EncoderInfo INFO = new EncoderInfo(
            "filter-bank",
            sha256(VERSION),
            Arrays.stream(FilterBankTap.values()).map(FilterBankTap::tap).toList(),
            List.of(FilterBankTap.WHITENED.tap().name()),
            "Apache-2.0");

    @Override
    public List<EncoderInfo> list(EncoderSettings settings) {
        return List.of(INFO);
    }

    @Override
    public Optional<PatchEncoder> openPatchEncoder(PatchEncoderRequest request, EncoderSettings settings) {
        return request.id().equals(INFO.id())
                ? Optional.of(open(request, ChannelFit.identity(FilterBank.CHANNELS)))
                : Optional.empty();
    }

    @Override
    public Optional<PatchEncoder> reopenPatchEncoder(
            PatchEncoderRequest request, byte[] state, EncoderSettings settings) {
        return request.id().equals(INFO.id()) ? Optional.of(open(request, readFit(state))) : Optional.empty();
    }

    @Override
    public Optional<ImageEncoder> openImageEncoder(String id, EncoderSettings settings) {
        return id.equals(INFO.id()) ? Optional.of(new FilterBankImageEncoder(INFO)) : Optional.empty();
    }

    private static PatchEncoder open(PatchEncoderRequest request, ChannelFit fit) {
        InputSize size = request.inputSize();
        if (size.height() % FilterBank.STRIDE != 0 || size.width() % FilterBank.STRIDE != 0) {
            throw new IllegalArgumentException(
                    "Encoder '%s' takes sides that are multiples of %d, got %s; use for example %s"
                            .formatted(INFO.id(), FilterBank.STRIDE, size, nearestMultiple(size)));
        }
        List<Tap> taps = INFO.selectTaps(request.taps());
        return new FilterBankPatchEncoder(INFO, taps, size, fit);
    }

    private static InputSize nearestMultiple(InputSize size) {
        return new InputSize(nearestMultiple(size.height()), nearestMultiple(size.width()));
    }

    private static int nearestMultiple(int side) {
        return Math.max(FilterBank.STRIDE, Math.round((float) side / FilterBank.STRIDE) * FilterBank.STRIDE);
    }

    private static ChannelFit readFit(byte[] state) {
        try {
            return ChannelFit.fromBytes(state, FilterBank.CHANNELS);
        } catch (IllegalArgumentException unreadable) {
            throw new UnableToOpenEncoderException(
                    "The fitted state of encoder '%s' cannot be read: %s. Train the model again with this version."
                            .formatted(INFO.id(), unreadable.getMessage()),
                    unreadable);
        }
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java platform has SHA-256", missing);
        }
    }
}
