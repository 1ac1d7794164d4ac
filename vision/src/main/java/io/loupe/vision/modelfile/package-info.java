/**
 * One trained detector in one file: a documented byte layout with checksums, which any language can read.
 *
 * <p>All numbers are little-endian. A file is a row of blocks; each begins at a multiple of 64 bytes, so that mapped
 * values are aligned. First comes the file header, which keeps this layout in every version:
 *
 * <pre>
 * offset  bytes  field
 *      0      8  89 4C 4F 55 50 45 0D 0A (0x89 "LOUPE" CR LF)
 *      8      4  format version, int32: 1
 *     12     48  zeros, kept for later
 *     60      4  header checksum
 * </pre>
 *
 * Then one block for each section, one block of type {@code END.}, and any number of corrections. A block is a header,
 * the payload, and zeros up to the next multiple of 64:
 *
 * <pre>
 * offset  bytes  field
 *      0      4  type: "BYTE", "FLT4" (float32), "INT4" (int32), "FACT", "END." or "CORR"
 *      4      4  payload checksum: CRC32C of the payload and the zeros behind it
 *      8      8  length of the payload in bytes without those zeros, int64: 0 to 2^31 - 64
 *     16     44  name: printable ASCII without spaces, filled up with zeros; empty for "END." and "CORR"
 *     60      4  header checksum
 *     64      n  payload
 *   64+n   0-63  zeros
 * </pre>
 *
 * <p>The payload of {@code FACT} is UTF-8 text, one line {@code key=value} for each fact, each ended by a line feed.
 *
 * <p>A header checksum is the CRC32C of 64 bytes: the four bytes of the header checksum before it (zeros for the file
 * header), then the first 60 bytes of its own header. The chain makes it impossible to lose, swap or mix blocks without
 * notice. The payload of a section is checked when it is read.
 *
 * <p>Corrections are appended in place and forced to disk. If the program or the machine stops meanwhile, the file ends
 * with a block that is cut, or whose header is still all zeros, or that reaches exactly to the end with a payload that
 * does not fit its checksum: readers leave that one out, and the next correction overwrites it.
 *
 * <p>The version changes whenever a reader of the old one would misread a file. What the sections mean is up to who
 * writes them.
 */
@NullMarked
package io.loupe.vision.modelfile;

import org.jspecify.annotations.NullMarked;
