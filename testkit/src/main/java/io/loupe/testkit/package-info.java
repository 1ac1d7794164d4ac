/**
 * What every module's tests share: seeds that can be replayed, the place of test data, the architecture rules,
 * and the contract of a vector index.
 */
@NullMarked
package io.loupe.testkit;

import org.jspecify.annotations.NullMarked;
