"""Writes vision's golden values of rotation: scipy's affine transform on made pictures.

    python rotation.py > vision/src/test/resources/golden/rotation.tsv

One line for each case: pattern, height, width, degrees clockwise, the bytes of the turned picture in hex.
"""

import numpy as np
from scipy import ndimage

from resampling import picture


def rotate(pixels, degrees):
    """Bilinear, about the centre, borders mirrored without repeating them (scipy's "mirror", reflect-101)."""
    angle = np.radians(degrees)
    to_source = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    center = (np.array(pixels.shape[:2]) - 1) / 2
    turned = [ndimage.affine_transform(pixels[..., channel].astype(float), to_source, center - to_source @ center,
                                       order=1, mode="mirror") for channel in range(3)]
    return np.floor(np.stack(turned, axis=-1) + 0.5).astype(np.uint8)


def main():
    for pattern, height, width in [("noise", 9, 9), ("noise", 6, 13), ("gradient", 12, 7)]:
        for degrees in (0, 17, 45, 90, 135, 200.5, 270, 315, -30):
            pixels = np.asarray(picture(pattern, "RGB", height, width))
            print(pattern, height, width, degrees, rotate(pixels, degrees).tobytes().hex(), sep="\t")


if __name__ == "__main__":
    main()
