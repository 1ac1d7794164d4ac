/** How well a detector does on labelled pictures: AUROC, average precision, AU-PRO, F1, IoU and their kin. */
@NullMarked
package io.loupe.vision.metric;

import org.jspecify.annotations.NullMarked;
