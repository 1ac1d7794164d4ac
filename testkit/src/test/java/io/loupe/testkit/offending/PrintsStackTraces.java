package io.loupe.testkit.offending;

final class PrintsStackTraces {
    private PrintsStackTraces() {}

    static void swallow(Exception failure) {
        failure.printStackTrace();
    }
}
