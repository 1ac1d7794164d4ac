/** The vector index on Lucene: in the same process, one index in one folder for each tenant. */
@NullMarked
package io.loupe.index.lucene;

import org.jspecify.annotations.NullMarked;
