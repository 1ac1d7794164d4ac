/**
 * The face of the library: a trained {@link io.loupe.vision.Detector} and what it says of a picture. It sees the
 * packages below it; they never see it.
 */
@NullMarked
package io.loupe.vision;

import org.jspecify.annotations.NullMarked;
