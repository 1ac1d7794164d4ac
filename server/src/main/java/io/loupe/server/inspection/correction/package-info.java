/** Teaching: people say of a picture what it shows, and the model knows it at once. */
@NullMarked
package io.loupe.server.inspection.correction;

import org.jspecify.annotations.NullMarked;
