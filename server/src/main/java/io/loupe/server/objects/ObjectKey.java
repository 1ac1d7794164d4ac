package io.loupe.server.objects;

import com.fasterxml.jackson.annotation.JsonValue;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** What an object is known by: the SHA-256 of its bytes, as 64 hexadecimal digits. */
public record ObjectKey(@JsonValue String sha256) {
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    public ObjectKey {
        if (!SHA256.matcher(sha256).matches()) { // it becomes a file name
            throw new IllegalArgumentException("An object's key has 64 hexadecimal digits");
        }
    }

    /** The key of these bytes. */
    public static ObjectKey of(byte[] bytes) {
        return ofHash(newHash().digest(bytes));
    }

    /** The key of bytes that {@link #newHash} has seen; its digest. */
    static ObjectKey ofHash(byte[] digest) {
        return new ObjectKey(HexFormat.of().formatHex(digest));
    }

    /** For bytes that come one after another. */
    static MessageDigest newHash() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return sha256;
    }
}
