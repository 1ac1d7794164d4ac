/** The encoder without learned weights: oriented derivatives of Gaussians, scaled and whitened on good pictures. */
@NullMarked
package io.loupe.vision.encoder.filterbank;

import org.jspecify.annotations.NullMarked;
