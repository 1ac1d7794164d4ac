package io.loupe.benchmarks;

import io.loupe.onnx.GemmNearestRowsProvider;
import io.loupe.vision.neighbors.NearestRows;
import io.loupe.vision.neighbors.RowMatrix;

/** How the exact search on the Vector API compares with the one on ONNX Runtime, and with the bare product there. */
final class NearestRowsBenchmark implements Benchmark {
    private static final String PRODUCT = "ONNX Runtime, bare product";
    private static final String GEMM = "search on ONNX Runtime";
    private static final String VECTOR_API = "search on the Vector API";

    @Override
    public String name() {
        return "nearest-rows";
    }

    @Override
    public String title() {
        return "Nearest rows";
    }

    @Override
    public String run() {
        return """
                The nearest of all bank rows for every query, exactly: packing the queries, the product, the minimum and
                the exact distances. The bare product writes the full matrix and takes no minimum.

                | queries x dimension x bank | | milliseconds | GFLOP/s | of the bare product's rate |
                | --- | --- | ---: | ---: | ---: |
                """ + rows(784, 1536, 16_384) + rows(1024, 128, 4096);
    }

    private static String rows(int queryCount, int dimension, int bankRows) {
        RowMatrix bank = RandomRows.clustered(bankRows, dimension, 1);
        RowMatrix queries = RandomRows.clustered(queryCount, dimension, 1);
        Race.Medians medians;
        try (MatrixProduct product = new MatrixProduct(queries, bank);
                NearestRows gemm = new GemmNearestRowsProvider().open(bank);
                NearestRows vectorApi = NearestRows.create(bank)) {
            medians = new Race()
                    .with(PRODUCT, product::run)
                    .with(GEMM, () -> gemm.find(queries, 1))
                    .with(VECTOR_API, () -> vectorApi.find(queries, 1))
                    .run();
        }
        double operations = 2.0 * queryCount * dimension * bankRows;
        StringBuilder rows = new StringBuilder();
        medians.seconds()
                .forEach((runner, time) -> rows.append("| %d x %d x %d | %s | %.1f | %.0f | %.2f |%n"
                        .formatted(
                                queryCount,
                                dimension,
                                bankRows,
                                runner,
                                time * 1e3,
                                operations / time / 1e9,
                                medians.of(PRODUCT) / time)));
        return rows.toString();
    }
}
