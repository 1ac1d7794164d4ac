"""Writes vision's golden values of resampling: Pillow's own results on made pictures.

    python resampling.py > vision/src/test/resources/golden/resampling.tsv

One line for each case: filter, mode, pattern, input height, width, output height, width, sha256 of the output bytes,
and for small outputs the bytes themselves in hex ("-" otherwise).
"""

import hashlib

import numpy as np
from PIL import Image

FILTERS = {"BOX": Image.BOX, "BILINEAR": Image.BILINEAR, "BICUBIC": Image.BICUBIC, "LANCZOS": Image.LANCZOS}
SIZES = [  # input height, width, output height, width
    (64, 64, 16, 16), (37, 53, 11, 29), (7, 5, 31, 23), (16, 24, 16, 9), (16, 24, 40, 24), (1, 9, 1, 4), (9, 1, 20, 1),
    (1, 1, 3, 5), (30, 40, 1, 1), (13, 17, 12, 18), (5, 200, 50, 3), (240, 320, 224, 224), (9, 9, 3, 3), (6, 8, 4, 3),
]


def picture(pattern, mode, height, width):
    """The same integers as MadePictures.java."""
    row, column, channel = np.meshgrid(np.arange(height), np.arange(width), np.arange(3), indexing="ij")
    if pattern == "noise":
        mixed = (row * 73856093) ^ (column * 19349663) ^ (channel * 83492791)
        values = ((mixed * 2654435761) & 0xFFFFFFFF) >> 24
    elif pattern == "gradient":
        values = (row * 3 + column * 5 + channel * 40) & 255
    else:  # checkers: hard edges make the negative lobes clip
        values = ((row // 3 + column // 2 + channel) % 2) * 255
    image = Image.fromarray(values.astype(np.uint8), "RGB")
    return image if mode == "RGB" else image.convert("L")


def main():
    for name, code in FILTERS.items():
        for mode in ("RGB", "L"):
            for pattern in ("noise", "gradient", "checkers"):
                for height, width, to_height, to_width in SIZES:
                    resized = picture(pattern, mode, height, width).resize((to_width, to_height), code).tobytes()
                    shown = resized.hex() if len(resized) <= 36 else "-"
                    print(name, mode, pattern, height, width, to_height, to_width,
                          hashlib.sha256(resized).hexdigest(), shown, sep="\t")


if __name__ == "__main__":
    main()
