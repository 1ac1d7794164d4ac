package io.loupe.server.inspection.version;

import io.loupe.vision.method.MethodSettings;
import io.loupe.vision.method.MethodSettings.BankSize;
import org.jspecify.annotations.Nullable;

/**
 * What was chosen of a method when a model was trained.
 *
 * @param coreset share of all normal patches that is kept; null for what the method's authors keep, or a number of rows
 * @param bank number of normal patches that are kept; null for what the method's authors keep, or a share
 */
public record MethodFacts(
        @Nullable Double coreset,
        @Nullable Integer bank,
        int neighbours,
        boolean reweighting,
        boolean rotations,
        boolean foregroundMask) {
    static MethodFacts of(MethodSettings settings) {
        return new MethodFacts(
                settings.bank() instanceof BankSize.Ratio(double ratio) ? ratio : null,
                settings.bank() instanceof BankSize.Rows(int rows) ? rows : null,
                settings.neighbours(),
                settings.reweighting(),
                settings.rotations(),
                settings.foregroundMask());
    }
}
