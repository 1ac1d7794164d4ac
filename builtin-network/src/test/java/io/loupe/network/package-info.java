/** The network as the build has made it, held against the graph that it was made from. */
@NullMarked
package io.loupe.network;

import org.jspecify.annotations.NullMarked;
