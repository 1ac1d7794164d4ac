package io.loupe.vision;

import io.loupe.vision.encoder.InputSize;
import io.loupe.vision.encoder.PatchEncoderRequest;
import io.loupe.vision.method.MethodSettings;
import io.loupe.vision.method.MethodSettings.BankSize;
import io.loupe.vision.modelfile.SectionFacts;
import io.loupe.vision.modelfile.SectionReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Training settings as facts of a model file: {@code method}, {@code encoder}, {@code taps} (separated by commas),
 * {@code size} (height x width), {@code bank} ({@code ratio 0.1}, {@code rows 6000} or {@code published}), {@code neighbours},
 * {@code reweighting}, {@code rotations}, {@code foreground-mask}, {@code seed}, {@code max-false-reject}.
 */
final class SettingsFacts {
    private SettingsFacts() {}

    static Map<String, String> of(TrainingSettings settings) {
        PatchEncoderRequest encoder = settings.encoder();
        MethodSettings method = settings.methodSettings();
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("method", settings.method());
        facts.put("encoder", encoder.id());
        facts.put("taps", String.join(",", encoder.taps()));
        facts.put("size", encoder.inputSize().toString());
        facts.put(
                "bank",
                switch (method.bank()) {
                    case BankSize.Ratio(double ratio) -> "ratio " + ratio;
                    case BankSize.Rows(int count) -> "rows " + count;
                    case null -> "published";
                });
        facts.put("neighbours", Integer.toString(method.neighbours()));
        facts.put("reweighting", Boolean.toString(method.reweighting()));
        facts.put("rotations", Boolean.toString(method.rotations()));
        facts.put("foreground-mask", Boolean.toString(method.foregroundMask()));
        facts.put("seed", Long.toString(method.seed()));
        facts.put("max-false-reject", Double.toString(settings.maxFalseReject()));
        return facts;
    }

    static TrainingSettings read(SectionReader sections) {
        SectionFacts facts = SectionFacts.read(sections, "settings");
        return new TrainingSettings(
                facts.text("method"),
                new PatchEncoderRequest(
                        facts.text("encoder"),
                        facts.parsed("taps", taps -> taps.isEmpty() ? List.of() : List.of(taps.split(",", -1))),
                        facts.parsed("size", SettingsFacts::parseSize)),
                new MethodSettings(
                        facts.parsed("bank", SettingsFacts::parseBank).orElse(null),
                        facts.number("neighbours", 1),
                        facts.flag("reweighting"),
                        facts.flag("rotations"),
                        facts.flag("foreground-mask"),
                        facts.parsed("seed", Long::parseLong)),
                facts.decimal("max-false-reject"));
    }

    private static InputSize parseSize(String text) {
        String[] sides = text.split("x", -1);
        if (sides.length != 2) {
            throw new IllegalArgumentException("expected HEIGHTxWIDTH");
        }
        return new InputSize(Integer.parseInt(sides[0]), Integer.parseInt(sides[1]));
    }

    private static Optional<BankSize> parseBank(String text) {
        if (text.equals("published")) {
            return Optional.empty();
        }
        String[] words = text.split(" ", -1);
        if (words.length == 2 && words[0].equals("ratio")) {
            return Optional.of(new BankSize.Ratio(Double.parseDouble(words[1])));
        }
        if (words.length == 2 && words[0].equals("rows")) {
            return Optional.of(new BankSize.Rows(Integer.parseInt(words[1])));
        }
        throw new IllegalArgumentException("expected 'ratio R', 'rows N' or 'published'");
    }
}
