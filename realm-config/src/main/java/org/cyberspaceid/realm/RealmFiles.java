package org.cyberspaceid.realm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * The realm as files: parts of one RealmRepresentation, and the user profile.
 *
 * @param settings realm.json
 * @param authentication flows, their configuration, which is bound where
 * @param scopes client scopes and which of them clients get
 * @param policies client profiles and policies
 * @param clients Keycloak's own clients, as far as the file mentions them
 * @param userProfile an UPConfig
 */
record RealmFiles(
        ObjectNode settings,
        ObjectNode authentication,
        ObjectNode scopes,
        ObjectNode policies,
        ObjectNode clients,
        ObjectNode userProfile) {

    static RealmFiles load() {
        return new RealmFiles(
                read("realm.json"),
                read("authentication.json"),
                read("scopes.json"),
                read("client-policies.json"),
                read("clients.json"),
                read("user-profile.json"));
    }

    String realm() {
        return settings.get("realm").asText();
    }

    /** The elements of an array that is there in every version of the file. */
    static List<JsonNode> list(JsonNode parent, String name) {
        return List.copyOf(parent.required(name).valueStream().toList());
    }

    private static ObjectNode read(String name) {
        try (InputStream file = RealmFiles.class.getResourceAsStream("/realm/" + name)) {
            return (ObjectNode) Json.MAPPER.readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
