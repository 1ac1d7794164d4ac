package io.loupe.vision.neighbors;

import java.util.List;
import java.util.ServiceLoader;

/**
 * Takes the fastest implementation there is. Measured on AVX-512, the Vector API kernel does as many operations per
 * second as ONNX Runtime's product alone and needs no second copy outside the heap, so it goes first; another engine
 * goes before plain Java.
 */
final class NearestRowsChoice {
    private static final List<NearestRowsProvider> PROVIDERS = ServiceLoader.load(NearestRowsProvider.class).stream()
            .map(ServiceLoader.Provider::get)
            .filter(NearestRowsProvider::isAvailable)
            .toList();

    private NearestRowsChoice() {}

    static NearestRows open(RowMatrix bank) {
        DistanceKernels kernels = DistanceKernels.fastest();
        if (kernels instanceof ScalarDistanceKernels && !PROVIDERS.isEmpty()) {
            return PROVIDERS.getFirst().open(bank);
        }
        return GroupedNearestRows.over(bank, RowShortening.suiting(bank), kernels);
    }
}
