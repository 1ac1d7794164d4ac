package io.loupe.vision.method;

import io.loupe.vision.encoder.PatchFeatures;
import io.loupe.vision.group.PictureGroups;
import java.util.BitSet;
import java.util.List;
import java.util.Map;

/** A fitted method that can learn from single pictures at once, without being fitted again. */
public interface CorrectableMethod extends FittedMethod {
    /**
     * The patches of a picture at some cells, for {@link #withNormal} and {@link #withDefect}.
     *
     * @param cells of the grid of {@link PatchScores}; a patch of a coarser tap is taken where any of its cells is
     */
    PatchExcerpt excerpt(List<PatchFeatures> taps, BitSet cells);

    /**
     * This method, to which these patches count as normal as well, as those of a part of its own. It shares what did not
     * change: closing one closes both.
     *
     * @param parts of the pictures this was fitted on, and of those it was told of since to be normal
     * @throws IllegalArgumentException if the excerpt is not of this method
     */
    CorrectableMethod withNormal(PatchExcerpt normal, PictureGroups parts);

    /**
     * This method, to which these patches are known to be defective. That only ever raises scores: of patches that are nearer
     * to one of these than it is to normal patches. It shares what did not change: closing one closes both.
     *
     * @param parts as of {@link #withNormal}
     * @throws IllegalArgumentException if the excerpt is not of this method
     */
    CorrectableMethod withDefect(PatchExcerpt defect, PictureGroups parts);

    /**
     * The held-out scores of those pictures it was fitted on that a defect has raised, by picture. Those that the last
     * correction left as they were are the very same objects as before.
     */
    Map<Integer, PatchScores> raisedHeldOut();
}
