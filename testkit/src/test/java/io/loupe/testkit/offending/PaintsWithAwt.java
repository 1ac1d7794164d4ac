package io.loupe.testkit.offending;

import java.awt.Color;

final class PaintsWithAwt {
    private PaintsWithAwt() {}

    static int red() {
        return Color.RED.getRGB();
    }
}
