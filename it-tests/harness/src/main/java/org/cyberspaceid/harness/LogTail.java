package org.cyberspaceid.harness;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The end of a log, for a message. */
final class LogTail {
    private static final int BYTES = 6_000;

    private LogTail() {}

    static String of(Path log) {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            file.seek(Math.max(0, file.length() - BYTES));
            byte[] end = new byte[(int) Math.min(BYTES, file.length())];
            file.readFully(end);
            return new String(end, StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            return "(no log: " + unreadable.getMessage() + ")";
        }
    }
}
