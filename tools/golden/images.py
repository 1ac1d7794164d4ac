"""Tiny pictures of every pixel layout that Loupe reads, and the RGB that Pillow makes of them.

Writes vision-images/src/test/resources/golden/images/*: the files, and expected.tsv with one line for each file:
name, width, height, tolerance (largest difference of a sample), the packed RGB in hexadecimal. Expected pixels are
Pillow's decoding, with alpha laid over white and 16-bit samples divided by 257, both in floating point and rounded.
"""

import struct
import zlib
from pathlib import Path

import numpy as np
from PIL import Image

ROOT = Path(__file__).resolve().parents[2] / "vision-images/src/test/resources/golden/images"
HEIGHT, WIDTH = 9, 13
LOSSLESS, JPEG, WEBP = 0, 3, 1

rng = np.random.default_rng(7)
rows, columns = np.mgrid[0:HEIGHT, 0:WIDTH]


def smooth(channels, maximum=255):
    """A gradient that differs in each channel; smooth, so that chroma subsampling is not what is compared."""
    planes = [(rows * (20 + 9 * c) + columns * (17 - 5 * c) + 11 * c) % 280 for c in range(channels)]
    return np.clip(np.stack(planes, -1) * (maximum / 280), 0, maximum).round().astype(np.int64)


def noise(channels, maximum=255):
    return rng.integers(0, maximum + 1, (HEIGHT, WIDTH, channels))


def chunk(name, content):
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))


def raw_png(name, depth, color_type, samples, extra=b""):
    """PNG layouts that Pillow does not write. Samples: [height, width, channels]."""
    lines = []
    for line in samples.reshape(HEIGHT, -1):
        if depth == 16:
            packed = line.astype(">u2").tobytes()
        elif depth == 8:
            packed = line.astype("u1").tobytes()
        else:
            bits = "".join(format(int(value), f"0{depth}b") for value in line)
            bits += "0" * (-len(bits) % 8)
            packed = bytes(int(bits[i : i + 8], 2) for i in range(0, len(bits), 8))
        lines.append(b"\0" + packed)
    header = struct.pack(">IIBBBBB", WIDTH, HEIGHT, depth, color_type, 0, 0, 0)
    data = chunk(b"IHDR", header) + extra + chunk(b"IDAT", zlib.compress(b"".join(lines))) + chunk(b"IEND", b"")
    (ROOT / name).write_bytes(b"\x89PNG\r\n\x1a\n" + data)


expected = []


def over_white(rgb, alpha, maximum=255):
    share = alpha[..., None] / maximum
    return np.floor(rgb * share + 255 * (1 - share) + 0.5)


def expect(name, rgb, tolerance):
    rgb = np.broadcast_to(rgb, (HEIGHT, WIDTH, 3)).astype("u1")
    expected.append((name, tolerance, rgb))


def expect_pillow(name, tolerance):
    image = Image.open(ROOT / name)
    if image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info:
        rgba = np.asarray(image.convert("RGBA")).astype(float)
        expect(name, over_white(rgba[..., :3], rgba[..., 3]), tolerance)
    else:
        expect(name, np.asarray(image.convert("RGB")), tolerance)


def save(name, samples, mode, tolerance, **options):
    Image.fromarray(samples.astype("u1").squeeze(), mode).save(ROOT / name, **options)
    expect_pillow(name, tolerance)


def narrowed(samples):
    return np.floor(samples / 257 + 0.5)


def main():
    ROOT.mkdir(parents=True, exist_ok=True)
    png_files()
    jpeg_files()
    tiff_files()
    other_files()
    with open(ROOT / "expected.tsv", "w") as out:
        out.write("file\twidth\theight\ttolerance\trgb\n")
        for name, tolerance, rgb in expected:
            out.write(f"{name}\t{rgb.shape[1]}\t{rgb.shape[0]}\t{tolerance}\t{rgb.tobytes().hex()}\n")


def png_files():
    save("rgb.png", noise(3), "RGB", LOSSLESS)
    save("grey.png", noise(1), "L", LOSSLESS)
    save("rgba.png", noise(4), "RGBA", LOSSLESS)
    save("grey-alpha.png", noise(2), "LA", LOSSLESS)
    for depth in (1, 2, 4):
        samples = noise(1, 2**depth - 1)
        raw_png(f"grey-{depth}.png", depth, 0, samples)
        expect(f"grey-{depth}.png", samples * 255 // (2**depth - 1), LOSSLESS)
    grey = noise(1, 65535)
    raw_png("grey-16.png", 16, 0, grey)
    expect("grey-16.png", narrowed(grey), LOSSLESS)
    rgb = noise(3, 65535)
    raw_png("rgb-16.png", 16, 2, rgb)
    expect("rgb-16.png", narrowed(rgb), LOSSLESS)
    rgba = noise(4, 65535)
    raw_png("rgba-16.png", 16, 6, rgba)
    expect("rgba-16.png", over_white(narrowed(rgba[..., :3]), narrowed(rgba[..., 3])), LOSSLESS)
    grey_alpha = noise(2, 65535)
    raw_png("grey-alpha-16.png", 16, 4, grey_alpha)
    expect("grey-alpha-16.png", over_white(narrowed(grey_alpha[..., :1]), narrowed(grey_alpha[..., 1])), LOSSLESS)
    palette = rng.integers(0, 256, 15 * 3).astype("u1").tobytes()
    alphas = bytes([0, 255, 128, 17])
    raw_png("palette-alpha.png", 4, 3, noise(1, 14), chunk(b"PLTE", palette) + chunk(b"tRNS", alphas))
    expect_pillow("palette-alpha.png", LOSSLESS)
    keyed = noise(1, 3)
    raw_png("grey-key.png", 8, 0, keyed * 60, chunk(b"tRNS", struct.pack(">H", 60)))
    expect("grey-key.png", np.where(keyed == 1, 255, keyed * 60), LOSSLESS)
    keyed = np.where(noise(1, 1) == 1, [[[10, 20, 30]]], noise(3))
    raw_png("rgb-key.png", 8, 2, keyed, chunk(b"tRNS", struct.pack(">HHH", 10, 20, 30)))
    is_key = (keyed == [10, 20, 30]).all(-1, keepdims=True)
    expect("rgb-key.png", np.where(is_key, 255, keyed), LOSSLESS)


def jpeg_files():
    save("rgb.jpg", smooth(3), "RGB", JPEG, quality=95)
    save("full-chroma.jpg", smooth(3), "RGB", JPEG, quality=95, subsampling=0)
    save("progressive.jpg", smooth(3), "RGB", JPEG, quality=90, progressive=True)
    save("grey.jpg", smooth(1), "L", JPEG, quality=90)
    save("cmyk.jpg", smooth(4), "CMYK", JPEG, quality=95)
    save("keep-rgb.jpg", smooth(3), "RGB", JPEG, quality=95, keep_rgb=True)


def tiff_files():
    save("rgb-lzw.tif", noise(3), "RGB", LOSSLESS, compression="tiff_lzw")
    save("rgb-deflate.tif", noise(3), "RGB", LOSSLESS, compression="tiff_adobe_deflate")
    save("rgba.tif", noise(4), "RGBA", LOSSLESS)
    save("cmyk.tif", noise(4), "CMYK", LOSSLESS, compression="packbits")
    save("grey.tif", noise(1), "L", LOSSLESS)
    bits = Image.fromarray((noise(1, 1) * 255).astype("u1").squeeze(), "L").convert("1")
    bits.save(ROOT / "fax.tif", compression="group4")
    expect_pillow("fax.tif", LOSSLESS)
    wide = noise(1, 65535)
    Image.fromarray(wide.astype("u2").squeeze()).save(ROOT / "grey-16.tif")
    expect("grey-16.tif", narrowed(wide), LOSSLESS)
    indexed().save(ROOT / "palette.tif")
    expect_pillow("palette.tif", LOSSLESS)


def indexed():
    image = Image.fromarray(noise(1, 15).astype("u1").squeeze(), "P")
    image.putpalette(rng.integers(0, 256, 16 * 3).astype("u1").tobytes())
    return image


def other_files():
    save("rgb.bmp", noise(3), "RGB", LOSSLESS)
    save("grey.bmp", noise(1), "L", LOSSLESS)
    indexed().save(ROOT / "palette.gif")
    expect_pillow("palette.gif", LOSSLESS)
    indexed().save(ROOT / "palette-alpha.gif", transparency=3)
    expect_pillow("palette-alpha.gif", LOSSLESS)
    save("lossless.webp", noise(3), "RGB", LOSSLESS, lossless=True)
    save("alpha.webp", noise(4), "RGBA", LOSSLESS, lossless=True, exact=True)
    save("lossy.webp", smooth(3), "RGB", WEBP, quality=90)
    save("lossy-alpha.webp", smooth(4), "RGBA", WEBP, quality=90)


if __name__ == "__main__":
    main()
