package org.cyberspaceid.mobile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.keycloak.Config;

/** What the settings of all senders have in common. */
public final class SenderSettings {
    private SenderSettings() {}

    /** Whether the operator named this sender, rather than the server having found it. */
    public static boolean selects(String providerId) {
        return providerId.equals(Config.getProvider(SmsSenderSpi.NAME))
                || providerId.equals(Config.getDefaultProvider(SmsSenderSpi.NAME));
    }

    /**
     * A setting that must be there.
     *
     * @throws IllegalStateException when it is not, with the setting's full name
     */
    public static String require(Config.Scope config, String providerId, String option) {
        String value = config.get(option);
        if (value == null || value.isBlank()) {
            throw new IllegalStateException(fullName(providerId, option) + " is not set");
        }
        return value.strip();
    }

    /**
     * The secret in the file that a setting names: it is in no setting, no process list and no log.
     *
     * @throws IllegalStateException when the setting or the file's content is missing
     * @throws UncheckedIOException when the file cannot be read
     */
    public static String requireSecret(Config.Scope config, String providerId, String option) {
        String file = require(config, providerId, option);
        try {
            String secret = Files.readString(Path.of(file)).strip();
            if (secret.isEmpty()) {
                throw new IllegalStateException("the file of " + fullName(providerId, option) + " is empty");
            }
            return secret;
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read the file of " + fullName(providerId, option), unreadable);
        }
    }

    private static String fullName(String providerId, String option) {
        return "spi-" + SmsSenderSpi.NAME + "--" + providerId + "--" + option;
    }
}
