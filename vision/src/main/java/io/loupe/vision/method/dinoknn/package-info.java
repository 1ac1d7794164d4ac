/** AnomalyDINO: cosine nearest neighbours of the patches of one strong tap. */
@NullMarked
package io.loupe.vision.method.dinoknn;

import org.jspecify.annotations.NullMarked;
