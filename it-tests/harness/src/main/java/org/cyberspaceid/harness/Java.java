package org.cyberspaceid.harness;

import java.nio.file.Path;

/** The Java we run on. */
public final class Java {
    private Java() {}

    /** The path of its launcher. */
    public static String executable() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
