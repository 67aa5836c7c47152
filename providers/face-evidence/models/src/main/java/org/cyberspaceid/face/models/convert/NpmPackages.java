package org.cyberspaceid.face.models.convert;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What package-lock.json names, in node_modules: by {@code npm ci}, which checks integrity; no script of a package runs. */
final class NpmPackages {
    private NpmPackages() {}

    /** Installs when the lock file changed since the last time. */
    static void install(Path module) throws IOException, InterruptedException {
        Path lock = module.resolve("package-lock.json");
        Path installed = module.resolve("node_modules/.installed-lock");
        if (Files.exists(installed) && Files.mismatch(lock, installed) < 0) {
            return;
        }
        Process npm = new ProcessBuilder("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund")
                .directory(module.toFile())
                .inheritIO()
                .start();
        if (npm.waitFor() != 0) {
            throw new IllegalStateException("npm ci failed; Node 20 or newer is needed");
        }
        Files.copy(lock, installed);
    }
}
