package io.loupe.samples;

import static io.loupe.samples.DefectKind.CRACK;
import static io.loupe.samples.DefectKind.FIBRE;
import static io.loupe.samples.DefectKind.MISPLACED_PIECE;
import static io.loupe.samples.DefectKind.MISSING_PIECE;
import static io.loupe.samples.DefectKind.SCRATCH;
import static io.loupe.samples.DefectKind.STAIN;

import java.util.List;

/** The things {@link Samples} can make pictures of: parts and a texture, round and angular, square and not. */
public enum Product {
    /** A brushed metal plate with a turned bore, two slots and four screws: 256 x 256 pixels. */
    BRACKET(256, 256),
    /** A bottle cap with a crimped edge and a printed star: 256 x 256 pixels. */
    CAP(256, 256),
    /** A two-coloured twill that fills the picture: 256 x 256 pixels. */
    CLOTH(256, 256),
    /** A voltage regulator with a metal tab and three leads: 320 pixels high, 240 wide. */
    REGULATOR(320, 240);

    private final int height;
    private final int width;

    Product(int height, int width) {
        this.height = height;
        this.width = width;
    }

    /** Height of every picture of it, in pixels. */
    public int height() {
        return height;
    }

    /** Width of every picture of it, in pixels. */
    public int width() {
        return width;
    }

    /** What can be wrong with it; cloth, for one, does not crack. */
    public List<DefectKind> defectKinds() {
        return switch (this) {
            case BRACKET, CAP -> List.of(DefectKind.values());
            case CLOTH -> List.of(STAIN, FIBRE, MISSING_PIECE, MISPLACED_PIECE);
            case REGULATOR -> List.of(SCRATCH, STAIN, CRACK, FIBRE, MISSING_PIECE, MISPLACED_PIECE);
        };
    }

    Scenery scenery() {
        return switch (this) {
            case BRACKET -> new Bracket();
            case CAP -> new Cap();
            case CLOTH -> new Cloth();
            case REGULATOR -> new Regulator();
        };
    }
}
