/** Memory banks: normal patches that are kept, where each was seen, and the nearest of them. */
@NullMarked
package io.loupe.vision.method.bank;

import org.jspecify.annotations.NullMarked;
