package org.cyberspaceid.enrolment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.keycloak.Config;

/** Single values of the registry's settings. Every fault is an {@link IllegalStateException} that names the setting. */
final class RegistryConfig {
    private final Config.Scope config;

    RegistryConfig(Config.Scope config) {
        this.config = config;
    }

    Optional<String> text(String setting) {
        return Optional.ofNullable(config.get(setting)).map(String::strip).filter(value -> !value.isEmpty());
    }

    String required(String setting) {
        return text(setting).orElseThrow(() -> wrong(setting, "is not set"));
    }

    /** The content of the file that the setting names. */
    char[] password(String setting) {
        try {
            return Files.readString(Path.of(required(setting))).strip().toCharArray();
        } catch (IOException unreadable) {
            throw new IllegalStateException(name(setting) + " names a file that cannot be read", unreadable);
        }
    }

    /** @param most one digit */
    int number(String setting, int usual, int most) {
        String value = text(setting).orElse(Integer.toString(usual));
        if (!value.matches("[1-" + most + "]")) {
            throw wrong(setting, "takes a number from 1 to " + most);
        }
        return Integer.parseInt(value);
    }

    Duration duration(String setting, Duration usual, Duration longest) {
        try {
            Duration value = text(setting).map(Duration::parse).orElse(usual);
            if (!value.isNegative() && !value.isZero() && value.compareTo(longest) <= 0) {
                return value;
            }
        } catch (DateTimeParseException notADuration) {
            // said below
        }
        throw wrong(setting, "takes a duration up to " + longest + ", for example " + usual);
    }

    static IllegalStateException wrong(String setting, String what) {
        return new IllegalStateException(name(setting) + " " + what);
    }

    static String name(String setting) {
        return "spi-" + PopulationRegistrySpi.NAME + "--" + HttpsPopulationRegistryFactory.PROVIDER_ID + "--" + setting;
    }
}
