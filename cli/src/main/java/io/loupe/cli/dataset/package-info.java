/** Folders of pictures, read as the data sets people have. */
@NullMarked
package io.loupe.cli.dataset;

import org.jspecify.annotations.NullMarked;
