"""Golden values for io.loupe.vision.map: torch's bilinear interpolation, then scipy's Gaussian filter.

Writes blocks of a header "@name rows columns" and tab-separated rows into the folder given as the only argument.
"""

import sys
from pathlib import Path

import numpy as np
import torch
from scipy.ndimage import gaussian_filter

CASES = {
    "non-square": dict(grid=(5, 7), input=(20, 24), sigma=4.0, resized=(33, 17)),
    "kernel-wider-than-the-plane": dict(grid=(3, 2), input=(8, 6), sigma=4.0, resized=(5, 11)),
    "single-cell-column": dict(grid=(4, 1), input=(16, 16), sigma=1.5, resized=(16, 32)),
    "shrinking": dict(grid=(12, 9), input=(10, 10), sigma=0.8, resized=(7, 3)),
}


def interpolate(plane, size):
    tensor = torch.from_numpy(plane)[None, None]
    return torch.nn.functional.interpolate(tensor, size=size, mode="bilinear", align_corners=False)[0, 0].numpy()


def write(out, name, plane):
    out.write(f"@{name} {plane.shape[0]} {plane.shape[1]}\n")
    for row in plane:
        out.write("\t".join(repr(float(v)) if plane.dtype == np.float64 else str(v) for v in row) + "\n")


def main(folder):
    random = np.random.default_rng(20260101)
    for name, case in CASES.items():
        grid = random.gamma(2.0, 1.0, case["grid"]).astype(np.float32)
        spread = interpolate(grid, case["input"])
        smooth = gaussian_filter(spread, case["sigma"], mode="reflect", truncate=4.0)
        with open(Path(folder) / f"{name}.tsv", "w") as out:
            write(out, "sigma", np.array([[case["sigma"]]]))
            write(out, "grid", grid)
            write(out, "spread", spread)
            write(out, "smooth", smooth)
            write(out, "resized", interpolate(smooth, case["resized"]))


main(sys.argv[1])
