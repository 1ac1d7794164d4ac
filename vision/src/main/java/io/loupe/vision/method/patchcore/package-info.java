/** PatchCore: the distance of a patch to the nearest of a coreset of normal patches. */
@NullMarked
package io.loupe.vision.method.patchcore;

import org.jspecify.annotations.NullMarked;
