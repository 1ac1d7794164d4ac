/** Files that appear whole or not at all, and folders that go with all that is in them. */
@NullMarked
package io.loupe.vision.file;

import org.jspecify.annotations.NullMarked;
