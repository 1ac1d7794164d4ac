/** What commands leave behind: JSON, result pictures, reports. */
@NullMarked
package io.loupe.cli.output;

import org.jspecify.annotations.NullMarked;
