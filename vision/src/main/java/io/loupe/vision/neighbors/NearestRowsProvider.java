package io.loupe.vision.neighbors;

/**
 * Another engine for {@link NearestRows#create}, found through {@link java.util.ServiceLoader}. It is asked where the
 * Vector API is not there.
 */
public interface NearestRowsProvider {
    /** Whether this engine can run on this machine. */
    boolean isAvailable();

    /** Opens a search over a bank of checked values; gives exactly the answers of every other implementation. */
    NearestRows open(RowMatrix bank);
}
