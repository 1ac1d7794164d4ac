package io.loupe.vision.neighbors;

import java.util.stream.IntStream;

/**
 * Group minima by {@link DistanceKernels}: the bank is cut into blocks that stay in the second-level
 * cache while all tiles of queries pass over them, on all cores.
 */
final class TiledGroupMinima implements GroupMinima {
    private static final int BLOCK_FLOATS = 512 * 1024 / Float.BYTES;

    private final DistanceKernels kernels;
    private final PackedRows bank;

    TiledGroupMinima(PackedRows bank, DistanceKernels kernels) {
        this.kernels = kernels;
        this.bank = bank;
    }

    @Override
    public void compute(RowMatrix queries, int fromQuery, int toQuery, float[] minima) {
        int width = kernels.tileWidth();
        int count = toQuery - fromQuery;
        int tiles = (count + width - 1) / width;
        RowTile[] packed = new RowTile[tiles];
        IntStream.range(0, tiles).parallel().forEach(tile -> {
            int from = fromQuery + tile * width;
            packed[tile] = pack(queries, from, Math.min(toQuery, from + width));
        });
        int blockGroups = Math.max(1, BLOCK_FLOATS / (PackedRows.GROUP * bank.dimension()));
        int blocks = (bank.groups() + blockGroups - 1) / blockGroups;
        IntStream.range(0, blocks * tiles).parallel().forEach(task -> {
            int fromGroup = task / tiles * blockGroups;
            int toGroup = Math.min(bank.groups(), fromGroup + blockGroups);
            int tile = task % tiles;
            float[] lanes = new float[(toGroup - fromGroup) * width];
            kernels.groupMinima(packed[tile], bank, fromGroup, toGroup, lanes);
            int used = Math.min(width, count - tile * width);
            for (int lane = 0; lane < used; lane++) {
                int target = (tile * width + lane) * bank.groups();
                for (int group = fromGroup; group < toGroup; group++) {
                    minima[target + group] = lanes[(group - fromGroup) * width + lane];
                }
            }
        });
    }

    private RowTile pack(RowMatrix queries, int from, int to) {
        RowTile tile = new RowTile(kernels, queries.dimension());
        for (int query = from; query < to; query++) {
            tile.set(query - from, queries, query);
        }
        return tile;
    }

    @Override
    public void close() {}
}
