/** Files that appear whole or not at all. */
@NullMarked
package io.loupe.vision.file;

import org.jspecify.annotations.NullMarked;
