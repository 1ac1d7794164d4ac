package io.loupe.cli;

import io.loupe.vision.progress.Progress;
import java.io.PrintWriter;
import java.time.Duration;

/**
 * One line on the terminal with phase, bar, rate and time left; on anything that is not a terminal, one line per
 * finished phase. Thread-safe.
 */
public final class ProgressBar implements Progress, AutoCloseable {
    private static final int WIDTH = 24;
    private static final long REDRAW_NANOS = Duration.ofMillis(100).toNanos();
    private static final String ERASE_LINE = "\r\u001b[K";

    private final PrintWriter out;
    private final boolean terminal;
    private String phase = "";
    private long phaseStart;
    private long lastDrawn;
    private boolean lineIsOpen;

    public ProgressBar(PrintWriter out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    @Override
    public synchronized void report(String newPhase, long done, long total) {
        long now = System.nanoTime();
        if (!newPhase.equals(phase)) {
            phase = newPhase;
            phaseStart = now;
            lastDrawn = 0;
        }
        boolean finished = done >= total;
        if (terminal && (finished || now - lastDrawn >= REDRAW_NANOS)) {
            lastDrawn = now;
            out.print(ERASE_LINE + line(done, total, now - phaseStart));
            lineIsOpen = true;
        }
        if (finished && total > 1) {
            endLine();
            if (!terminal) {
                out.printf("%s: %,d in %.1f s%n", phase, total, (now - phaseStart) / 1e9);
            }
            phase = ""; // a phase of the same name that follows is another one
        }
        out.flush();
    }

    private String line(long done, long total, long elapsedNanos) {
        int filled = (int) (WIDTH * done / Math.max(1, total));
        String bar = "#".repeat(filled) + "-".repeat(WIDTH - filled);
        double seconds = elapsedNanos / 1e9;
        String rate = done > 0 && seconds > 0.5
                ? "%,.0f/s, %,.0f s left".formatted(done / seconds, seconds * (total - done) / done)
                : "";
        return "%-28s [%s] %,d/%,d  %s".formatted(phase, bar, done, total, rate);
    }

    /** Prints a sentence above the bar. */
    public synchronized void say(String sentence) {
        if (terminal && lineIsOpen) {
            out.print(ERASE_LINE);
        }
        lineIsOpen = false;
        out.println(sentence);
        out.flush();
    }

    /** Leaves the bar as it stands and goes on below it. */
    synchronized void endLine() {
        if (lineIsOpen) {
            out.println();
            lineIsOpen = false;
        }
        out.flush();
    }

    @Override
    public void close() {
        endLine();
    }
}
