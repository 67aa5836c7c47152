package org.cyberspaceid.flows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.cyberspaceid.harness.Hsm;
import org.cyberspaceid.harness.Repository;
import org.cyberspaceid.sandbox.Database;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

/** Keycloak users made by REST, and sealed records beside them by the vault's own code ({@code EnrolMany}) with the server's keys. */
record ManyEnrolments(String jdbcUrl, Path keysetFile, Optional<Hsm> hsm) {

    /** Enrols people; the random ids of their users. */
    Map<Person, String> run(List<Person> people, Keycloak admin, Path log) {
        Map<Person, String> users = new LinkedHashMap<>();
        people.forEach(person -> users.put(person, newUser(admin, person.password())));
        seal(users, log);
        return users;
    }

    private static String newUser(Keycloak admin, String password) {
        CredentialRepresentation credential = new CredentialRepresentation();
        credential.setType(CredentialRepresentation.PASSWORD);
        credential.setValue(password);
        UserRepresentation user = new UserRepresentation();
        user.setUsername(UUID.randomUUID().toString());
        user.setEnabled(true);
        user.setCredentials(List.of(credential));
        try (var created = admin.realm("cyberspace-id").users().create(user)) {
            if (created.getStatus() != 201) {
                throw new IllegalStateException("no user: " + created.getStatus());
            }
            String location = created.getLocation().getPath();
            return location.substring(location.lastIndexOf('/') + 1);
        }
    }

    /** By the vault's own port, in a process with the server's class path, keys and database. */
    private void seal(Map<Person, String> users, Path log) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-cp",
                Repository.built("providers/identity-vault/target/test-classes") + ":" + Repository.serverClassPath(),
                "org.cyberspaceid.vault.store.EnrolMany",
                jdbcUrl,
                new Database(jdbcUrl)
                        .query("select id from realm where name = 'cyberspace-id'")
                        .get(0),
                keysetFile.toString()));
        command.addAll(custody());
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        hsm.ifPresent(h -> builder.environment().putAll(h.environment()));
        try {
            Process process = builder.start();
            try (var input = process.outputWriter(StandardCharsets.UTF_8)) {
                for (Map.Entry<Person, String> user : users.entrySet()) {
                    input.write(line(user.getValue(), user.getKey()));
                }
            }
            if (process.waitFor() != 0) {
                throw new IllegalStateException("EnrolMany failed, see " + log);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** Where the sealing keys are: in the HSM, or in the folder beside the keysets. */
    private List<String> custody() {
        return hsm.map(h -> List.of(
                        h.library().toString(), h.tokenLabel(), h.pinFile().toString()))
                .orElseGet(() -> List.of(keysetFile.resolveSibling("keys").toString()));
    }

    private static String line(String user, Person person) {
        return String.join(
                        "\t",
                        user,
                        person.type().code(),
                        person.document().number().value(),
                        person.document().name().inDocument(),
                        person.document().name().latin().orElse(""),
                        person.document().birthDate().toString(),
                        person.document().expiresOn().toString(),
                        person.mobile().e164())
                + "\n";
    }
}
