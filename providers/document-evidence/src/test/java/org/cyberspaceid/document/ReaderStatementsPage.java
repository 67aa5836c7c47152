package org.cyberspaceid.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code providers/docs/reader-statements.md}, as a deployer reads it. */
final class ReaderStatementsPage {
    private static final Path FILE = Path.of("../docs/reader-statements.md");

    private ReaderStatementsPage() {}

    static String text() {
        try {
            return Files.readString(FILE);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /** The block that follows {@code <!-- example: name -->}. */
    static String example(String name) {
        Matcher block = Pattern.compile("<!-- example: " + name + " -->\n```\\w*\n(.*?)\n```", Pattern.DOTALL)
                .matcher(text());
        if (!block.find()) {
            throw new AssertionError("the page has no example " + name);
        }
        return block.group(1);
    }
}
