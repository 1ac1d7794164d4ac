/** PaDiM: a Gaussian for every place of an aligned part. */
@NullMarked
package io.loupe.vision.method.padim;

import org.jspecify.annotations.NullMarked;
