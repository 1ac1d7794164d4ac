package io.loupe.testkit.offending;

final class ImageUtil {}
