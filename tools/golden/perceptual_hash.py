"""Writes vision's golden values of the perceptual hash: imagehash.phash, stage by stage, on made pictures.

    python perceptual_hash.py > vision/src/test/resources/golden/perceptual-hash.tsv

One line for each case: pattern, height, width, the 32 x 32 grey square in hex, the 64 coefficients, the median, the
hash of the picture, and the hashes of the picture turned as the EXIF orientations 1 to 8 ask for.
"""

import numpy as np
import scipy.fftpack
from PIL import Image

from resampling import picture

TURNS = [None, Image.FLIP_LEFT_RIGHT, Image.ROTATE_180, Image.FLIP_TOP_BOTTOM,
         Image.TRANSPOSE, Image.ROTATE_270, Image.TRANSVERSE, Image.ROTATE_90]  # Pillow turns counter-clockwise


def stages(image):
    """imagehash.phash with hash_size 8 and highfreq_factor 4."""
    square = np.asarray(image.convert("L").resize((32, 32), Image.LANCZOS))
    low = scipy.fftpack.dct(scipy.fftpack.dct(square, axis=0), axis=1)[:8, :8]
    median = np.median(low)
    bits = "".join("1" if value else "0" for value in (low > median).flatten())
    return square, low, median, f"{int(bits, 2):016x}"


def main():
    for pattern, height, width in [("noise", 48, 64), ("noise", 31, 57), ("gradient", 200, 90), ("gradient", 33, 33),
                                   ("checkers", 40, 100), ("noise", 32, 32), ("gradient", 600, 701)]:
        image = picture(pattern, "RGB", height, width)
        square, low, median, text = stages(image)
        turned = [stages(image if turn is None else image.transpose(turn))[3] for turn in TURNS]
        print(pattern, height, width, square.tobytes().hex(), " ".join(f"{value:.9g}" for value in low.flatten()),
              f"{median:.9g}", text, " ".join(turned), sep="\t")


if __name__ == "__main__":
    main()
