"""Writes vision's golden values of the filter bank: its responses and its whitened distances by SciPy and NumPy.

    python filter_bank.py > vision/src/test/resources/golden/filter-bank.tsv

Lines "responses": pattern, height, width, grid row, grid column, the 84 channels there. Lines "distance": two patches
of the three pictures that the whitening is fitted on, and the squared distance between them once whitened.
"""

import numpy as np
from scipy import ndimage

from resampling import picture


def blur(plane, sigma):
    return ndimage.gaussian_filter(plane, sigma, mode="nearest", radius=int(np.ceil(3 * sigma)))


def slope(plane, axis):
    return ndimage.correlate1d(plane, [-0.5, 0, 0.5], axis=axis, mode="nearest")


def bend(plane, axis):
    return ndimage.correlate1d(plane, [1, -2, 1], axis=axis, mode="nearest")


def cell_means(plane, side):
    height, width = plane.shape
    return plane.reshape(height // side, side, width // side, side).mean(axis=(1, 3))


def respond(pixels):
    """Shape [rows, columns, 84]."""
    red, green, blue = np.moveaxis(pixels.astype(float) / 255, -1, 0)
    planes = [blur(plane, 1) for plane in ((red + green + blue) / 3, red - green, blue - (red + green) / 2)]
    channels = []
    for scale in range(4):
        if scale > 0:
            planes = [cell_means(blur(plane, np.sqrt(2.75)), 2) for plane in planes]
        luminance = planes[0]
        dx, dy = slope(luminance, 1), slope(luminance, 0)
        dxx, dxy, dyy = bend(luminance, 1), slope(slope(luminance, 1), 0), bend(luminance, 0)
        responses = []
        for angle in np.radians([0, 45, 90, 135]):
            responses.append(np.cos(angle) * dx + np.sin(angle) * dy)
        for angle in np.radians([0, 45, 90, 135]):
            c, s = np.cos(angle), np.sin(angle)
            responses.append(c * c * dxx + 2 * c * s * dxy + s * s * dyy)
        maps = list(planes)
        for response in responses:
            maps += [np.maximum(response, 0), np.maximum(-response, 0)]
        maps += [np.hypot(slope(color, 1), slope(color, 0)) for color in planes[1:]]
        channels += [cell_means(plane, 8 >> scale) for plane in maps]
    return np.stack(channels, axis=-1)


def text(values):
    return " ".join(f"{value:.7g}" for value in values)


def main():
    cases = [("noise", 32, 48), ("gradient", 40, 24), ("checkers", 8, 8)]
    for pattern, height, width in cases:
        responses = respond(np.asarray(picture(pattern, "RGB", height, width)))
        for row, column in sorted({(0, 0), (height // 16, width // 16), (height // 8 - 1, width // 8 - 1)}):
            print("responses", pattern, height, width, row, column, text(responses[row, column]), sep="\t")

    patches = np.concatenate([respond(np.asarray(picture(pattern, "RGB", 64, 64))).reshape(-1, 84)
                              for pattern in ("noise", "gradient", "checkers")])
    standardized = (patches - patches.mean(axis=0)) / np.maximum(patches.std(axis=0), 1 / 2048)
    correlation = standardized.T @ standardized / len(patches)
    precision = np.linalg.inv(correlation + 0.1 * np.eye(84))
    for one, other in [(0, 1), (0, 70), (5, 150), (100, 130)]:
        difference = standardized[one] - standardized[other]
        print("distance", one, other, f"{difference @ precision @ difference:.7g}", sep="\t")


if __name__ == "__main__":
    main()
