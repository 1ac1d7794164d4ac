"""Scores of the anomaly methods, computed with numpy, torch and scikit-learn from the papers' descriptions.

Both sides make the same features from an integer formula (see `hashed`), so the golden file holds scores only.
"""

from pathlib import Path

import numpy as np
import torch
from sklearn.covariance import EmpiricalCovariance
from sklearn.decomposition import PCA
from sklearn.neighbors import NearestNeighbors

TARGET = Path(__file__).parents[2] / "vision/src/test/resources/golden/methods/scores.tsv"
TAPS = [(10, 12, 40), (4, 5, 60)]  # rows, columns, dimension; the coarse grid does not divide the fine one
NORMALS = 9
TESTS = [100, 101]  # two pictures that are not among the normals; the second has a strange spot
PROJECTED = 16
CORESET = 150
STARTS = [3, 50, 97, 210, 333, 404, 555, 678, 801, 1000]


def hashed(a, b, c, d):
    """A float32 in -0.5..0.5 for four integers: 24 bits of a 32-bit mix."""
    mask = np.uint64(0xFFFFFFFF)
    h = (
        np.uint64(a) * np.uint64(73856093)
        + np.uint64(b) * np.uint64(19349663)
        + np.asarray(c, np.uint64) * np.uint64(83492791)
        + np.asarray(d, np.uint64) * np.uint64(2654435761)
    ) & mask
    for _ in range(2):
        h = h ^ (h >> np.uint64(16))
        h = (h * np.uint64(0x45D9F3B)) & mask
    h = h ^ (h >> np.uint64(16))
    return (h >> np.uint64(8)).astype(np.float32) / np.float32(1 << 24) - np.float32(0.5)


def features(image):
    """One array [rows, columns, dimension] per tap: a look that all share, and something of each picture's own."""
    taps = []
    for tap, (rows, columns, dimension) in enumerate(TAPS):
        cell = np.arange(rows * columns)[:, None]
        channel = np.arange(dimension)[None, :]
        own = np.float32(1) if image == TESTS[1] and tap == 0 else np.float32(0.25)
        values = np.float32(2) * hashed(0, tap, cell, channel) + own * hashed(image + 1, tap, cell, channel)
        taps.append(values.reshape(rows, columns, dimension))
    return taps


def neighbourhood_mean(tap, side):
    """Means over the cells that exist: [1, D, rows, columns]."""
    grid = torch.tensor(tap, dtype=torch.float64).permute(2, 0, 1)[None]
    return torch.nn.functional.avg_pool2d(grid, side, 1, side // 2, count_include_pad=False)


def spread_tap(tap):
    """3 x 3 means of one tap on its own grid: [cells, D]."""
    return neighbourhood_mean(tap, 3)[0].flatten(1).T.numpy()


def spread(taps, side):
    """Neighbourhood means, coarser taps bilinear to the finest grid, concatenated: [cells, D]."""
    grids = []
    for tap in taps:
        grid = neighbourhood_mean(tap, side)
        grid = torch.nn.functional.interpolate(grid, size=TAPS[0][:2], mode="bilinear", align_corners=False)
        grids.append(grid[0].permute(1, 2, 0).reshape(-1, tap.shape[2]))
    return torch.cat(grids, 1).numpy()


def k_centre(projected, count, starts):
    """Greedy k-centre, begun with the mean distance to the start rows."""
    distance = np.mean([np.linalg.norm(projected - projected[s], axis=1) for s in starts], axis=0)
    picks = []
    for _ in range(count):
        pick = int(np.argmax(distance))
        picks.append(pick)
        distance = np.minimum(distance, np.linalg.norm(projected - projected[pick], axis=1))
        distance[picks] = -1
    return picks


def patchcore(golden):
    normals = np.concatenate([spread(features(image), 3) for image in range(NORMALS)])
    directions = hashed(
        7, 7, np.arange(PROJECTED)[:, None], np.arange(normals.shape[1])[None, :]
    ).astype(np.float64)
    kept = np.sort(k_centre(normals @ directions.T, CORESET, STARTS))
    golden["patchcore.kept"] = kept[None, :]
    bank = normals[kept]
    owner = kept // (TAPS[0][0] * TAPS[0][1])

    def score(image, rows, k):
        patches = spread(features(image), 3)
        distances, nearest = NearestNeighbors(n_neighbors=k, algorithm="brute").fit(rows).kneighbors(patches)
        return patches, distances.mean(1), nearest[:, 0]

    def reweighted(image):
        patches, scores, nearest = score(image, bank, 1)
        worst = int(np.argmax(scores))
        around = NearestNeighbors(n_neighbors=9).fit(bank).kneighbors(bank[nearest[worst]][None])[1][0]
        distances = np.linalg.norm(patches[worst] - bank[around], axis=1)
        weight = 1 - torch.softmax(torch.tensor(distances), 0)[0].item()
        return weight * scores[worst]

    for k in (1, 3):
        golden[f"patchcore.k{k}"] = np.stack([score(image, bank, k)[1] for image in TESTS])
    golden["patchcore.reweighted"] = np.array([[reweighted(image) for image in TESTS]])
    golden["patchcore.heldout"] = np.stack([score(image, bank[owner != image], 1)[1] for image in (0, 5)])


PADIM_CHANNELS = np.arange(1, 100, 5)


def padim(golden):
    def vectors(image):
        grids = [
            torch.nn.functional.interpolate(
                torch.tensor(tap, dtype=torch.float64).permute(2, 0, 1)[None], size=TAPS[0][:2], mode="nearest"
            )[0]
            for tap in features(image)
        ]
        return torch.cat(grids).permute(1, 2, 0).reshape(-1, 100).numpy()[:, PADIM_CHANNELS]

    def scores(normals, image):
        observed = vectors(image)
        result = []
        for cell in range(len(observed)):
            samples = np.stack([normal[cell] for normal in normals])
            model = EmpiricalCovariance(store_precision=False).fit(samples)
            covariance = model.covariance_ * len(samples) / (len(samples) - 1) + 0.01 * np.eye(samples.shape[1])
            difference = observed[cell] - samples.mean(0)
            result.append(np.sqrt(difference @ np.linalg.solve(covariance, difference)))
        return result

    normals = [vectors(image) for image in range(NORMALS)]
    golden["padim"] = np.array([scores(normals, image) for image in TESTS])
    golden["padim.heldout"] = np.array([scores(normals[:5] + normals[6:], 5)])


def unit(vectors):
    return vectors / np.linalg.norm(vectors, axis=-1, keepdims=True)


def dino_knn(golden):
    def first_tap(image):
        return features(image)[0].reshape(-1, TAPS[0][2]).astype(np.float64)

    bank = unit(np.concatenate([first_tap(image) for image in range(NORMALS)]))
    for k in (1, 3):
        search = NearestNeighbors(n_neighbors=k, metric="cosine", algorithm="brute").fit(bank)
        rows = [search.kneighbors(first_tap(image))[0].mean(1) for image in TESTS]
        golden[f"dinoknn.k{k}"] = np.stack(rows)
        golden[f"dinoknn.k{k}.pictures"] = np.array([[np.sort(row)[-max(1, len(row) // 100) :].mean() for row in rows]])


LOF_FLOORS = {"picture": 0.1, "map": 1.0}
LOF_TOP_SHARE = 0.03


def patch_lof(golden):
    """Banks of all patches, one per tap; see PatchLof for what is computed."""
    banks = []
    for tap in range(len(TAPS)):
        grids = [spread_tap(features(image)[tap]) for image in range(NORMALS)]
        banks.append((np.concatenate(grids), np.repeat(np.arange(NORMALS), len(grids[0]))))

    def ratios(tap, image, floor, left_out):
        rows, owner = banks[tap]
        others = owner != left_out
        mean_spacing = np.mean([spacing(rows, owner, row, None) for row in range(len(rows))])
        patches = spread_tap(features(image)[tap])
        distances, nearest = NearestNeighbors(n_neighbors=3, algorithm="brute").fit(rows[others]).kneighbors(patches)
        around = [
            np.mean([spacing(rows, owner, row, left_out) for row in np.flatnonzero(others)[near]]) for near in nearest
        ]
        return distances[:, 0] / (np.array(around) + floor * mean_spacing)

    def spacing(rows, owner, row, left_out):
        apart = (owner != owner[row]) & (owner != left_out)
        return np.sort(np.linalg.norm(rows[apart] - rows[row], axis=1))[:5].mean()

    def fused(image, floor, left_out):
        grids = []
        for tap, (height, width, _) in enumerate(TAPS):
            scale = np.std([ratios(tap, normal, floor, normal) for normal in range(NORMALS)])
            grid = torch.tensor(ratios(tap, image, floor, left_out) / scale).reshape(1, 1, height, width)
            grids.append(torch.nn.functional.interpolate(grid, size=TAPS[0][:2], mode="bilinear", align_corners=False))
        return torch.cat(grids).mean(0).flatten().numpy()

    cases = [(image, None) for image in TESTS] + [(5, 5)]
    golden["patchlof"] = np.stack([fused(image, LOF_FLOORS["map"], left_out) for image, left_out in cases])
    top = max(1, int(golden["patchlof"].shape[1] * LOF_TOP_SHARE))
    of_pictures = [fused(image, LOF_FLOORS["picture"], left_out) for image, left_out in cases]
    golden["patchlof.pictures"] = np.array([[np.sort(scores)[-top:].mean() for scores in of_pictures]])


def component(golden):
    """First principal component of a picture, the sign such that the largest entry of its axis is positive."""
    values = features(0)[1].reshape(-1, TAPS[1][2]).astype(np.float64)
    pca = PCA(n_components=1, svd_solver="full").fit(values)
    axis = pca.components_[0]
    golden["component"] = (pca.transform(values)[:, 0] * np.sign(axis[np.argmax(np.abs(axis))]))[None, :]


def mutual(golden):
    images = list(range(NORMALS)) + [TESTS[1]]
    fused = np.zeros((len(images), TAPS[0][0] * TAPS[0][1]))
    for tap in range(len(TAPS)):
        for side in (1, 3, 5):
            views = []
            for image in images:
                grid = torch.tensor(features(image)[tap], dtype=torch.float64).permute(2, 0, 1)[None]
                grid = torch.nn.functional.layer_norm(grid, grid.shape[1:])
                grid = torch.nn.functional.avg_pool2d(grid, side, 1, side // 2, count_include_pad=False)
                views.append(unit(grid[0].flatten(1).T.numpy()))
            for i in range(len(images)):
                others = [torch.cdist(torch.tensor(views[i]), torch.tensor(v)).min(1)[0] for j, v in enumerate(views) if j != i]
                lowest = torch.stack(others, 1).sort(1)[0][:, : int(len(others) * 0.3)].mean(1)
                grid = lowest.reshape(1, 1, *TAPS[tap][:2])
                grid = torch.nn.functional.interpolate(grid, size=TAPS[0][:2], mode="bilinear", align_corners=False)
                fused[i] += grid.flatten().numpy() / 6
    golden["mutual"] = fused[[0, 4, 9]]
    embeddings = unit(np.stack([features(image)[1].mean((0, 1)) for image in images]).astype(np.float64))
    similarity = embeddings @ embeddings.T
    rescored = np.zeros(len(images))
    for k in (1, 2, 3):
        near = similarity >= np.sort(similarity, 1)[:, [-k]]
        weights = np.where(near, similarity, 0)
        rescored += weights / weights.sum(1, keepdims=True) @ fused.max(1) / 3
    golden["mutual.rescored"] = rescored[None, :]


if __name__ == "__main__":
    golden = {}
    for method in (patchcore, patch_lof, padim, dino_knn, component, mutual):
        method(golden)
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    with TARGET.open("w", newline="\n") as out:
        for name, matrix in golden.items():
            out.write(f"@{name} {matrix.shape[0]} {matrix.shape[1]}\n")
            for row in matrix:
                out.write("\t".join(f"{value:.7g}" for value in row) + "\n")
