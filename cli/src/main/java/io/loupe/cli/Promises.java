package io.loupe.cli;

import io.loupe.vision.threshold.Promise;
import io.loupe.vision.threshold.Threshold;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** Promises about good parts, in words. */
final class Promises {
    private Promises() {}

    static String sentenceOf(Threshold threshold) {
        return sentenceOf(threshold.failScore(), threshold.warnScore(), threshold.failPromise());
    }

    static String sentenceOf(double failScore, double warnScore, Promise fail) {
        return String.format(
                Locale.ROOT,
                "FAIL above %.4g, WARN above %.4g. Promised: at most %s of good parts FAIL%s; %d held-out pictures support %s at 95 %% confidence.",
                failScore,
                warnScore,
                percent(fail.promisedRate()),
                fail.extrapolated() ? " (extrapolated: too few pictures to see that rate)" : "",
                fail.goodPictures(),
                "at most " + percent(fail.upperLimit()));
    }

    private static String percent(double rate) {
        return new DecimalFormat("0.##", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(100 * rate) + " %";
    }
}
