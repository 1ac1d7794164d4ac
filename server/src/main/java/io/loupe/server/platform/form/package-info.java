/** How forms with files ({@code multipart/form-data}) are read. */
@NamedInterface("form")
@NullMarked
package io.loupe.server.platform.form;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
