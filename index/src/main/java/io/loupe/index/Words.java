package io.loupe.index;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The words of a text, as they are searched for: what stands between characters that are neither letters nor the digits 0
 * to 9, in small letters and composed (NFC). The only definition; a store that has to find words itself (PostgreSQL's
 * function {@code words}) must agree on every character.
 */
public final class Words {
    private Words() {}

    /** Each word once, in the order of the text. */
    public static Set<String> of(String text) {
        Set<String> words = new LinkedHashSet<>();
        StringBuilder word = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFC).codePoints().forEach(character -> {
            if (isPartOfWord(character)) {
                word.appendCodePoint(Character.toLowerCase(character));
            } else {
                end(word, words);
            }
        });
        end(word, words);
        return words;
    }

    private static boolean isPartOfWord(int character) {
        return Character.isAlphabetic(character) || (character >= '0' && character <= '9');
    }

    private static void end(StringBuilder word, Set<String> words) {
        if (!word.isEmpty()) {
            words.add(word.toString());
            word.setLength(0);
        }
    }
}
