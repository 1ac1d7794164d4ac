/** Pictures and pages that explain a verdict: heatmaps, overlays, plots, one HTML report. */
@NullMarked
package io.loupe.report;

import org.jspecify.annotations.NullMarked;
