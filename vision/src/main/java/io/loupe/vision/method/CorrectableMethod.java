package io.loupe.vision.method;

import io.loupe.vision.encoder.PatchFeatures;
import io.loupe.vision.group.PictureGroups;
import java.util.BitSet;
import java.util.List;
import java.util.Map;

/** A fitted method that can learn from single pictures at once, without being fitted again. */
public interface CorrectableMethod extends FittedMethod {
    /**
     * The patches of a picture at some cells, for {@link #corrected}.
     *
     * @param cells of the grid of {@link PatchScores}; a patch of a coarser tap is taken where any of its cells is
     */
    PatchExcerpt excerpt(List<PatchFeatures> taps, BitSet cells);

    /**
     * This method, knowing more. It shares what did not change: closing one closes both.
     *
     * <p>Patches of normals count as normal, each picture as a part of its own that follows the others. Defects only ever
     * raise scores: of patches that are nearer to one of theirs than that one is to normal patches.
     *
     * @param parts of the pictures this was fitted on
     * @throws IllegalArgumentException if an excerpt is not of this method
     */
    CorrectableMethod corrected(List<PatchExcerpt> normals, List<PatchExcerpt> defects, PictureGroups parts);

    /** The held-out scores of those pictures it was fitted on that a defect has raised, by picture. */
    Map<Integer, PatchScores> raisedHeldOut();
}
