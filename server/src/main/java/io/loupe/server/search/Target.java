package io.loupe.server.search;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What pictures are looked for by. */
public sealed interface Target {
    /** Pictures like one of the library's, or like a part of it. */
    record Stored(UUID image, Optional<Crop> crop) implements Target {}

    /** Pictures like some of the library's and unlike others. */
    record Examples(List<UUID> positive, List<UUID> negative) implements Target {}

    /** Pictures about which these words are said. */
    record Text(String text, Set<String> words) implements Target {}

    /** Pictures like one that was sent, or like a part of it. */
    final class Sent implements Target {
        private final String name;
        private final byte[] bytes;
        private final Optional<Crop> crop;

        /**
         * A file as it came.
         *
         * @param bytes are kept, not copied
         */
        public Sent(String name, byte[] bytes, Optional<Crop> crop) {
            this.name = name;
            this.bytes = bytes;
            this.crop = crop;
        }

        String name() {
            return name;
        }

        byte[] bytes() {
            return bytes;
        }

        Optional<Crop> crop() {
            return crop;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Sent sent && Arrays.equals(bytes, sent.bytes) && crop.equals(sent.crop);
        }

        @Override
        public int hashCode() {
            return 31 * Arrays.hashCode(bytes) + crop.hashCode();
        }
    }
}
