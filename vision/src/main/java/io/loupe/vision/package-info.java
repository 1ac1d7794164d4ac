/** The face of the library: a trained {@link io.loupe.vision.Detector} and what it says of a picture. */
@NullMarked
package io.loupe.vision;

import org.jspecify.annotations.NullMarked;
