package io.loupe.vision.method.lof;

import io.loupe.vision.encoder.PatchFeatures;
import io.loupe.vision.group.PictureGroups;
import io.loupe.vision.group.PictureRange;
import io.loupe.vision.method.CorrectableMethod;
import io.loupe.vision.method.FeatureSource;
import io.loupe.vision.method.PatchExcerpt;
import io.loupe.vision.method.PatchOrigin;
import io.loupe.vision.method.PatchScores;
import io.loupe.vision.method.grid.TapShapes;
import io.loupe.vision.modelfile.SectionFacts;
import io.loupe.vision.modelfile.SectionReader;
import io.loupe.vision.modelfile.SectionWriter;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Measures a picture with the banks, and scores what was measured. Saved as the sections of {@link TapBanks} and
 * {@link HeldOutPatches} and the facts {@code patch-lof} (taps, those of {@link LofScoring}, and {@code remark}: how the
 * settings were chosen).
 */
final class FittedPatchLof implements CorrectableMethod {
    private final TapBanks banks;
    private final LofScoring scoring;
    private final HeldOutPatches heldOut;
    private final RaisedPictures raised;
    private final String remark;
    private final List<String> leftOutTaps;

    /** @param leftOutTaps names of the taps that were looked at and found to be of no use */
    FittedPatchLof(
            TapBanks banks, LofScoring scoring, HeldOutPatches heldOut, String remark, List<String> leftOutTaps) {
        this(
                banks,
                scoring,
                heldOut,
                RaisedPictures.none(heldOut, banks.shapes().shapes().size()),
                remark,
                leftOutTaps);
    }

    private FittedPatchLof(
            TapBanks banks,
            LofScoring scoring,
            HeldOutPatches heldOut,
            RaisedPictures raised,
            String remark,
            List<String> leftOutTaps) {
        this.banks = banks;
        this.scoring = scoring;
        this.heldOut = heldOut;
        this.raised = raised;
        this.remark = remark;
        this.leftOutTaps = List.copyOf(leftOutTaps);
    }

    static FittedPatchLof load(SectionReader sections) {
        SectionFacts facts = SectionFacts.read(sections, PatchLof.ID);
        TapShapes shapes = facts.parsed("taps", TapShapes::parse);
        return new FittedPatchLof(
                TapBanks.load(sections, shapes),
                LofScoring.read(facts, shapes),
                HeldOutPatches.load(sections, shapes),
                facts.text("remark"),
                List.of());
    }

    @Override
    public void save(SectionWriter sections) {
        banks.save(sections);
        heldOut.save(sections);
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("taps", banks.shapes().toString());
        scoring.putFacts(facts);
        facts.put("remark", remark);
        sections.putFacts(PatchLof.ID, facts);
    }

    @Override
    public String methodId() {
        return PatchLof.ID;
    }

    @Override
    public List<String> leftOutTaps() {
        return leftOutTaps;
    }

    @Override
    public PatchScores score(List<PatchFeatures> taps) {
        return scoring.scores(banks.measure(taps, PictureRange.NONE));
    }

    @Override
    public PatchScores scoreHeldOut(List<PatchFeatures> taps, PictureRange owners) {
        return scoring.scores(banks.measure(taps, owners));
    }

    /** Measured once, when this was fitted. */
    @Override
    public PatchScores scoreHeldOut(FeatureSource normals, int image) {
        return heldOut.scores(image, scoring);
    }

    @Override
    public PatchExcerpt excerpt(List<PatchFeatures> taps, BitSet cells) {
        return banks.excerpt(taps, cells);
    }

    @Override
    public CorrectableMethod withNormal(PatchExcerpt normal, PictureGroups parts) {
        heldOut.requireFit(parts);
        return corrected(banks.withNormal(normal, parts), parts);
    }

    @Override
    public CorrectableMethod withDefect(PatchExcerpt defect, PictureGroups parts) {
        heldOut.requireFit(parts);
        return corrected(banks.withDefect(defect, heldOut.gates()), parts);
    }

    private FittedPatchLof corrected(TapBanks corrected, PictureGroups parts) {
        return new FittedPatchLof(
                corrected, scoring, heldOut, raised.with(corrected, scoring, parts), remark, leftOutTaps);
    }

    @Override
    public Map<Integer, PatchScores> raisedHeldOut() {
        return raised.scores();
    }

    @Override
    public PatchOrigin origin(int bankRow) {
        return banks.origin(bankRow);
    }

    /** On the tap that the cell scores highest on, so that it is what the score was made of. */
    @Override
    public List<PatchOrigin> nearestNormals(
            List<PatchFeatures> taps, PatchScores scores, int row, int column, int most) {
        return banks.nearestNormals(taps, scores.nearestRow(row, column), row, column, most);
    }

    @Override
    public int bankRows() {
        return banks.rows();
    }

    @Override
    public String remark() {
        return remark;
    }

    @Override
    public void close() {
        banks.close();
    }
}
