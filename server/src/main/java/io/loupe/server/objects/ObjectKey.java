package io.loupe.server.objects;

import java.util.regex.Pattern;

/** What an object is known by: the SHA-256 of its bytes, as 64 hexadecimal digits. */
public record ObjectKey(String sha256) {
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    public ObjectKey {
        if (!SHA256.matcher(sha256).matches()) { // it becomes a file name
            throw new IllegalArgumentException("An object's key has 64 hexadecimal digits");
        }
    }

    @Override
    public String toString() {
        return sha256;
    }
}
