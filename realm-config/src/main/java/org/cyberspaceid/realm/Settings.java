package org.cyberspaceid.realm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.keycloak.OAuth2Constants;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.KeycloakBuilder;

/** What the command was told: options first, the environment behind them. Secrets come from files or the environment only. */
final class Settings {
    static final String SERVER = "server";
    static final String CLIENT = "client";
    static final String CLIENT_SECRET_FILE = "client-secret-file";
    static final String USER = "user";
    static final String PASSWORD_FILE = "password-file";
    static final String ISP = "isp";
    static final String ISP_SECRET_FILE = "isp-secret-file";

    static final String HELP = """
            Puts the realm cyberspace-id in place: creates it, or puts back what has drifted. Does no harm when run again.

              --server URL               base URL of Keycloak                  [CYBERSPACE_ID_SERVER]
              --client ID                admin client in master                [CYBERSPACE_ID_CLIENT]
              --client-secret-file FILE  its secret                            [CYBERSPACE_ID_CLIENT_SECRET_FILE, CYBERSPACE_ID_CLIENT_SECRET]
              --user NAME                or an administrator in master         [CYBERSPACE_ID_USER]
              --password-file FILE       and the password                      [CYBERSPACE_ID_PASSWORD_FILE, CYBERSPACE_ID_PASSWORD]
              --isp FILE                 also register this ISP (JSON); repeatable
              --isp-secret-file FILE     the client secret of the ISP before it

            Prints a line for each change. Exit code: 0 done, 1 the server refused or did not answer, 2 wrong call.""";

    private static final String ENVIRONMENT = "CYBERSPACE_ID_";

    private final Map<String, String> options = new HashMap<>();
    private final Map<String, Path> ispSecretFiles = new HashMap<>();
    private final List<Path> ispFiles = new ArrayList<>();
    private final Map<String, String> environment;

    private Settings(Map<String, String> environment) {
        this.environment = environment;
    }

    /** @throws IllegalArgumentException for a call that cannot be understood */
    static Settings of(String[] args, Map<String, String> environment) {
        Settings settings = new Settings(environment);
        for (int i = 0; i < args.length; i += 2) {
            if (!args[i].startsWith("--") || i + 1 == args.length) {
                throw new IllegalArgumentException("cannot read " + args[i]);
            }
            settings.put(args[i].substring(2), args[i + 1]);
        }
        settings.require(SERVER);
        return settings;
    }

    private void put(String name, String value) {
        switch (name) {
            case ISP -> ispFiles.add(Path.of(value));
            case ISP_SECRET_FILE -> ispSecretFiles.put(lastIsp().toString(), Path.of(value));
            case SERVER, CLIENT, CLIENT_SECRET_FILE, USER, PASSWORD_FILE -> options.put(name, value);
            default -> throw new IllegalArgumentException("unknown option --" + name);
        }
    }

    private Path lastIsp() {
        if (ispFiles.isEmpty()) {
            throw new IllegalArgumentException("--" + ISP_SECRET_FILE + " follows the --" + ISP + " it belongs to");
        }
        return ispFiles.get(ispFiles.size() - 1);
    }

    String server() {
        return require(SERVER);
    }

    List<Path> ispFiles() {
        return List.copyOf(ispFiles);
    }

    /** The secret that was handed over for an ISP's file. */
    Optional<String> secretOf(Path ispFile) throws IOException {
        Path file = ispSecretFiles.get(ispFile.toString());
        return file == null
                ? Optional.empty()
                : Optional.of(Files.readString(file).strip());
    }

    Keycloak open() throws IOException {
        KeycloakBuilder builder = KeycloakBuilder.builder().serverUrl(server()).realm("master");
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

    /** From the file, or from the environment's variable without {@code _FILE}. */
    private String secret(String fileOption) throws IOException {
        Optional<String> file = value(fileOption);
        if (file.isPresent()) {
            return Files.readString(Path.of(file.get())).strip();
        }
        String variable = variable(fileOption).replaceFirst("_FILE$", "");
        return Optional.ofNullable(environment.get(variable))
                .orElseThrow(() -> new IllegalArgumentException("needs --" + fileOption + " or " + variable));
    }

    private String require(String name) {
        return value(name).orElseThrow(() -> new IllegalArgumentException("needs --" + name + " or " + variable(name)));
    }

    private Optional<String> value(String name) {
        return Optional.ofNullable(options.getOrDefault(name, environment.get(variable(name))));
    }

    private static String variable(String name) {
        return ENVIRONMENT + name.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
