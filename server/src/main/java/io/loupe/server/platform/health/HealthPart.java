package io.loupe.server.platform.health;

/** A part of the server that can say how it is: a Spring bean. */
public interface HealthPart {
    /** How it is. */
    enum Status {
        OK,
        /** Works less well, or will soon not work. */
        DEGRADED
    }

    /**
     * What a part says of itself.
     *
     * @param detail a sentence with figures; when degraded, with what to do
     */
    record Health(Status status, String detail) {
        public static Health ok(String detail) {
            return new Health(Status.OK, detail);
        }

        public static Health degraded(String detail) {
            return new Health(Status.DEGRADED, detail);
        }
    }

    /** In one word: {@code database}. */
    String name();

    /** How it is now; whoever asks waits a few seconds at most, and takes whatever is thrown for degraded. */
    Health check();
}
