package io.loupe.server.objects;

import io.loupe.vision.file.AtomicFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;

/** 256 random bits in a file that its owner alone reads, drawn once. */
final class SigningSecret {
    private static final int BYTES = 32;

    private SigningSecret() {}

    static byte[] of(Path file) {
        try {
            if (!Files.exists(file)) {
                byte[] secret = new byte[BYTES];
                new SecureRandom().nextBytes(secret);
                AtomicFile.writeBytes(file, secret);
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException("The secret in %s cannot be used: %s".formatted(file, e), e);
        }
    }
}
