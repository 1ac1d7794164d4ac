/** Loupe's server: started by {@link io.loupe.server.LoupeServer}, one package below for each part of what it does. */
@NullMarked
package io.loupe.server;

import org.jspecify.annotations.NullMarked;
