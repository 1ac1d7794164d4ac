package io.loupe.vision.modelfile;

import java.util.List;
import java.util.Map;

/**
 * What {@link BlockScanner} found in a file.
 *
 * @param sections by name, in file order
 * @param end offset behind the last whole block
 * @param checksum of the header of the last whole block
 * @param tornTail whether an unfinished correction stands behind {@code end}
 */
record BlockScan(Map<String, Block> sections, List<Block> corrections, long end, int checksum, boolean tornTail) {}
