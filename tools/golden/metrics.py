"""Golden values for io.loupe.vision.metric: scikit-learn, and AU-PRO written from its definition.

python tools/golden/metrics.py > vision/src/test/resources/golden/metric/metrics.tsv

A case "images-..." holds scores and labels (0 good, else the number of the defect type); a case "maps-..." holds maps
and masks of equal size stacked on each other, the rows of one picture being its height; "retrieval-..." has one query a
row, with a 1 at each rank whose result is relevant.
"""

import numpy as np
from scipy import ndimage
from sklearn import metrics as sk


def write(name, matrix):
    matrix = np.atleast_2d(matrix)
    print(f"@{name} {matrix.shape[0]} {matrix.shape[1]}")
    for row in matrix:
        print("\t".join(str(v) if row.dtype == np.float32 else repr(float(v)) for v in row))


def ranking(labels, scores):
    precision, recall, _ = sk.precision_recall_curve(labels, scores)
    total = precision + recall
    f1 = np.divide(2 * precision * recall, total, out=np.zeros_like(total), where=total > 0)
    return [sk.roc_auc_score(labels, scores), sk.average_precision_score(labels, scores), f1.max()]


def au_pro(maps, masks, limit):
    """Every threshold by itself: the false positive rate, and the mean share of each region that is found."""
    regions = []
    for index, mask in enumerate(masks):
        labels, count = ndimage.label(mask, structure=np.ones((3, 3)))
        regions += [(index, labels == label) for label in range(1, count + 1)]
    curve = [(0.0, 0.0)]
    for threshold in np.unique(maps)[::-1]:
        found = maps >= threshold
        rate = np.sum(found & ~masks) / np.sum(~masks)
        curve.append((rate, np.mean([found[index][region].mean() for index, region in regions])))
    area = 0.0
    for (x0, y0), (x1, y1) in zip(curve, curve[1:]):
        if x0 < limit and x1 > x0:
            end = min(x1, limit)
            y_end = y0 + (y1 - y0) * (end - x0) / (x1 - x0)
            area += (end - x0) * (y0 + y_end) / 2
    return area / limit


random = np.random.default_rng(20260103)
for name, decimals in [("distinct", 6), ("ties", 1)]:
    types = random.integers(0, 3, 60)
    scores = np.round(random.gamma(2 + types, 0.5), decimals)
    write(f"images-{name}", np.stack([scores, types]))
    write(f"images-{name}-ranking", ranking(types > 0, scores))
    write(
        f"images-{name}-auroc-by-type",
        [sk.roc_auc_score(types[(types == 0) | (types == t)] > 0, scores[(types == 0) | (types == t)]) for t in (1, 2)],
    )

for name, decimals, height, width in [("distinct", 7, 12, 17), ("ties", 1, 16, 11)]:
    shape = (5, height, width)
    masks = ndimage.gaussian_filter(random.normal(size=shape), (0, 1.2, 1.2)) > 0.25
    masks[0] = False
    maps = ndimage.gaussian_filter(random.normal(size=shape), (0, 1, 1)) * 2 + masks * random.gamma(2.0, 0.3, shape)
    maps = np.round(maps, decimals).astype(np.float32)
    write(f"maps-{name}-height", height)
    write(f"maps-{name}", maps.reshape(-1, width))
    write(f"maps-{name}-masks", masks.reshape(-1, width))
    write(f"maps-{name}-ranking", ranking(masks.ravel(), maps.ravel()))
    write(f"maps-{name}-au-pro", [(limit, au_pro(maps, masks, limit)) for limit in (0.3, 0.05, 0.123, 1.0)])
    found = maps > 0.5
    confusion = sk.confusion_matrix(masks.ravel(), found.ravel())
    write(f"maps-{name}-confusion-at-0.5", [confusion[1, 1], confusion[0, 1], confusion[1, 0], confusion[0, 0]])
    write(
        f"maps-{name}-shares-at-0.5",
        [
            f(masks.ravel(), found.ravel())
            for f in (sk.precision_score, sk.recall_score, sk.f1_score, sk.jaccard_score)
        ],
    )

# Results by rank, best first: few and many relevant ones, at the top, at the bottom, and only one.
relevant = random.random((6, 40)) < np.array([0.05, 0.2, 0.5, 0.9, 0, 0])[:, None]
relevant[0, 0] = relevant[1, -1] = relevant[4, 0] = relevant[5, -1] = True
ranks = np.arange(relevant.shape[1])
write("retrieval-relevant", relevant)
write(
    "retrieval-average-precision-and-precision-at-1-5-20",
    [
        [sk.average_precision_score(row, -ranks)] + [sk.precision_score(row, ranks < k) for k in (1, 5, 20)]
        for row in relevant
    ],
)
