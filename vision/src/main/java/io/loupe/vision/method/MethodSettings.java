package io.loupe.vision.method;

import org.jspecify.annotations.Nullable;

/**
 * The choices a user can make about a method; each method reads the ones that concern it.
 *
 * @param bank how many rows a memory bank keeps; null for what the method's authors keep
 * @param neighbours k: how many nearest rows a patch's score is the mean distance to
 * @param reweighting whether patchcore's picture score is re-weighted by the neighbourhood (Eq. 7 of the paper)
 * @param rotations whether dino-knn adds the references turned by 45, 90, ... 315 degrees
 * @param foregroundMask whether dino-knn scores the foreground only
 * @param seed of every random choice
 */
public record MethodSettings(
        @Nullable BankSize bank,
        int neighbours,
        boolean reweighting,
        boolean rotations,
        boolean foregroundMask,
        long seed) {
    /** The seed when nobody chooses. */
    public static final long USUAL_SEED = 1;

    /** How many rows a memory bank keeps: a share of all patches, or a number. */
    public sealed interface BankSize {
        /** How many of {@code patchCount} rows to keep, at least 1. */
        int of(int patchCount);

        /** The share that is kept, above 0 and up to 1. */
        record Ratio(double coresetRatio) implements BankSize {
            public Ratio {
                if (!(coresetRatio > 0 && coresetRatio <= 1)) {
                    throw new IllegalArgumentException(
                            "The coreset ratio must be above 0 and at most 1, got %s".formatted(coresetRatio));
                }
            }

            @Override
            public int of(int patchCount) {
                return Math.max(1, (int) (patchCount * coresetRatio));
            }
        }

        /** A fixed number of rows, or all patches where there are fewer. */
        record Rows(int count) implements BankSize {
            public Rows {
                if (count < 1) {
                    throw new IllegalArgumentException("A bank needs at least 1 row, got %d".formatted(count));
                }
            }

            @Override
            public int of(int patchCount) {
                return Math.min(count, patchCount);
            }
        }
    }

    public MethodSettings {
        if (neighbours < 1) {
            throw new IllegalArgumentException("Neighbours must be at least 1, got %d".formatted(neighbours));
        }
    }

    /** The bank of the method's authors, k = 1, no extras, the usual seed. */
    public static MethodSettings defaults() {
        return new MethodSettings(null, 1, false, false, false, USUAL_SEED);
    }

    /** The size asked for, or the method's own where nobody asked. */
    public BankSize bankOr(BankSize published) {
        return bank == null ? published : bank;
    }

    public MethodSettings withBank(BankSize size) {
        return new MethodSettings(size, neighbours, reweighting, rotations, foregroundMask, seed);
    }

    public MethodSettings withNeighbours(int k) {
        return new MethodSettings(bank, k, reweighting, rotations, foregroundMask, seed);
    }

    public MethodSettings withReweighting() {
        return new MethodSettings(bank, neighbours, true, rotations, foregroundMask, seed);
    }

    public MethodSettings withRotations() {
        return new MethodSettings(bank, neighbours, reweighting, true, foregroundMask, seed);
    }

    public MethodSettings withForegroundMask() {
        return new MethodSettings(bank, neighbours, reweighting, rotations, true, seed);
    }

    public MethodSettings withSeed(long newSeed) {
        return new MethodSettings(bank, neighbours, reweighting, rotations, foregroundMask, newSeed);
    }
}
