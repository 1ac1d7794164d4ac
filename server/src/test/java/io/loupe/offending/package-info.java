/** Classes that break the server's own rules, to see the rules fail; outside of the server, so that nothing starts them. */
@NullMarked
package io.loupe.offending;

import org.jspecify.annotations.NullMarked;
