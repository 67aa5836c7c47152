package org.cyberspaceid.browser;

import java.util.List;
import java.util.stream.Stream;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.representations.idm.EventRepresentation;

/** The newest of what an administrator sees in the realm's events, newest first. */
final class Events {
    private static final int NEWEST = 10;

    private Events() {}

    /** Of events of a type; "null" where one tells of no error. */
    static List<String> errors(String type) {
        return events(type).map(event -> String.valueOf(event.getError())).toList();
    }

    /** Of events of a type; empty where one has no reason. */
    static List<String> reasons(String type) {
        return events(type)
                .map(event ->
                        event.getDetails() == null ? "" : event.getDetails().getOrDefault("reason", ""))
                .toList();
    }

    private static Stream<EventRepresentation> events(String type) {
        try (Keycloak admin = RunningSandbox.get().admin()) {
            return admin
                    .realm("cyberspace-id")
                    .getEvents(List.of(type), null, null, null, null, null, 0, NEWEST)
                    .stream();
        }
    }
}
