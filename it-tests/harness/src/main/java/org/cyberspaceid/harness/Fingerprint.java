package org.cyberspaceid.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** A hash over what a build depends on. */
final class Fingerprint {
    private static final int SHOWN_BYTES = 8;

    private final MessageDigest digest = sha256();

    Fingerprint text(Path file) {
        return files(List.of(file));
    }

    Fingerprint files(List<Path> files) {
        for (Path file : files) {
            try {
                part(file.getFileName().toString().getBytes(StandardCharsets.UTF_8));
                part(Files.readAllBytes(file));
            } catch (IOException unreadable) {
                throw new UncheckedIOException("cannot read " + file, unreadable);
            }
        }
        return this;
    }

    Fingerprint words(String... words) {
        for (String word : words) {
            part(word.getBytes(StandardCharsets.UTF_8));
        }
        return this;
    }

    String hex() {
        return HexFormat.of().formatHex(digest.digest(), 0, SHOWN_BYTES);
    }

    private void part(byte[] bytes) {
        digest.update(
                java.nio.ByteBuffer.allocate(Long.BYTES).putLong(bytes.length).array());
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
