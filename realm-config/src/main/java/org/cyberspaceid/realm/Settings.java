package org.cyberspaceid.realm;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keycloak.OAuth2Constants;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.KeycloakBuilder;

/** What the command was told: options first, the environment behind them. Secrets come from files or the environment only. */
final class Settings {
    static final String SERVER = "--server";
    static final String USER = "--user";
    static final String PASSWORD_FILE = "--password-file";
    static final String CLIENT = "--client";
    static final String CLIENT_SECRET_FILE = "--client-secret-file";
    static final String WAIT = "--wait";
    static final String ISSUER = "--issuer";
    static final String ISP = "--isp";
    static final String ISP_SECRET_FILE = "--isp-secret-file";

    /** Each option's variable in the environment. */
    private static final Map<String, String> VARIABLES = Map.of(
            SERVER, "KEYCLOAK_URL",
            USER, "KEYCLOAK_ADMIN_USER",
            PASSWORD_FILE, "KEYCLOAK_ADMIN_PASSWORD_FILE",
            CLIENT, "KEYCLOAK_ADMIN_CLIENT",
            CLIENT_SECRET_FILE, "KEYCLOAK_ADMIN_CLIENT_SECRET_FILE",
            WAIT, "KEYCLOAK_WAIT_SECONDS",
            ISSUER, "ISSUER");

    static final String HELP = """
            Puts the realm cyberspace-id in place: creates it, or puts back what has drifted. Does no harm when run again.

              --server URL               base URL of Keycloak           [KEYCLOAK_URL]
              --user NAME                an administrator in master     [KEYCLOAK_ADMIN_USER]
              --password-file FILE       and the password               [KEYCLOAK_ADMIN_PASSWORD_FILE or _PASSWORD]
              --client ID                or an admin client in master   [KEYCLOAK_ADMIN_CLIENT]
              --client-secret-file FILE  and its secret                 [KEYCLOAK_ADMIN_CLIENT_SECRET_FILE or _SECRET]
              --wait SECONDS             for the server to answer; 0    [KEYCLOAK_WAIT_SECONDS]
              --issuer URL               fail unless discovery says so  [ISSUER]
              --isp FILE                 also register this ISP (JSON); repeatable
              --isp-secret-file FILE     the client secret of the ISP before it

            Prints a line for each change. Exit code: 0 done, 1 the server refused or did not answer, 2 wrong call.""";

    private final Map<String, String> options = new HashMap<>();
    private final Map<Path, Path> ispSecretFiles = new HashMap<>();
    private final List<Path> ispFiles = new ArrayList<>();
    private final Map<String, String> environment;

    private Settings(Map<String, String> environment) {
        this.environment = environment;
    }

    /** @throws IllegalArgumentException for a call that cannot be understood */
    static Settings of(String[] args, Map<String, String> environment) {
        Settings settings = new Settings(environment);
        for (int i = 0; i < args.length; i += 2) {
            if (i + 1 == args.length) {
                throw new IllegalArgumentException(args[i] + " needs a value");
            }
            settings.put(args[i], args[i + 1]);
        }
        settings.require(SERVER);
        return settings;
    }

    private void put(String option, String value) {
        switch (option) {
            case ISP -> ispFiles.add(Path.of(value));
            case ISP_SECRET_FILE -> ispSecretFiles.put(lastIsp(), Path.of(value));
            default -> {
                if (!VARIABLES.containsKey(option)) {
                    throw new IllegalArgumentException("unknown option " + option);
                }
                options.put(option, value);
            }
        }
    }

    private Path lastIsp() {
        if (ispFiles.isEmpty()) {
            throw new IllegalArgumentException(ISP_SECRET_FILE + " follows the " + ISP + " it belongs to");
        }
        return ispFiles.get(ispFiles.size() - 1);
    }

    URI server() {
        return URI.create(require(SERVER));
    }

    Duration patience() {
        return Duration.ofSeconds(Integer.parseInt(value(WAIT).orElse("0")));
    }

    Optional<String> issuer() {
        return value(ISSUER);
    }

    List<Path> ispFiles() {
        return List.copyOf(ispFiles);
    }

    /** The secret that was handed over for an ISP's file. */
    Optional<String> secretOf(Path ispFile) throws IOException {
        Path file = ispSecretFiles.get(ispFile);
        return file == null
                ? Optional.empty()
                : Optional.of(Files.readString(file).strip());
    }

    Keycloak open() throws IOException {
        KeycloakBuilder builder =
                KeycloakBuilder.builder().serverUrl(require(SERVER)).realm("master");
        return value(CLIENT).isPresent()
                ? builder.grantType(OAuth2Constants.CLIENT_CREDENTIALS)
                        .clientId(require(CLIENT))
                        .clientSecret(secret(CLIENT_SECRET_FILE))
                        .build()
                : builder.grantType(OAuth2Constants.PASSWORD)
                        .clientId("admin-cli")
                        .username(require(USER))
                        .password(secret(PASSWORD_FILE))
                        .build();
    }

    /** From the file, or from the variable without {@code _FILE}. */
    private String secret(String fileOption) throws IOException {
        Optional<String> file = value(fileOption);
        if (file.isPresent()) {
            return Files.readString(Path.of(file.get())).strip();
        }
        String variable = VARIABLES.get(fileOption).replaceFirst("_FILE$", "");
        return Optional.ofNullable(environment.get(variable))
                .orElseThrow(() -> new IllegalArgumentException("needs " + fileOption + " or " + variable));
    }

    private String require(String option) {
        return value(option)
                .orElseThrow(() -> new IllegalArgumentException("needs " + option + " or " + VARIABLES.get(option)));
    }

    private Optional<String> value(String option) {
        return Optional.ofNullable(options.getOrDefault(option, environment.get(VARIABLES.get(option))));
    }
}
