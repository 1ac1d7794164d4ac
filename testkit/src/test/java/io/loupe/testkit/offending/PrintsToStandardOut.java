package io.loupe.testkit.offending;

final class PrintsToStandardOut {
    private PrintsToStandardOut() {}

    static void print() {
        System.out.println("Whoever calls this cannot turn it off.");
    }
}
