package org.cyberspaceid.signin.scan;

import java.util.Optional;
import org.keycloak.device.DeviceRepresentationProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.representations.account.DeviceRepresentation;

/**
 * What the other screen's browser says it is, as coarse as a person can compare it with what stands before them: {@code Chrome} on
 * {@code Windows}, no version and no address. It is a claim: whoever relays can claim the same (ADR 20).
 *
 * @param browser family, empty when unknown
 * @param system family, empty when unknown
 */
record Place(String browser, String system) {
    private static final String UNKNOWN = "Other";

    static Place of(KeycloakSession session) {
        Optional<DeviceRepresentation> device = Optional.ofNullable(
                session.getProvider(DeviceRepresentationProvider.class).deviceRepresentation());
        return new Place(
                device.map(DeviceRepresentation::getBrowser)
                        .map(Place::withoutVersion)
                        .orElse(""),
                device.map(DeviceRepresentation::getOs)
                        .map(Place::withoutVersion)
                        .orElse(""));
    }

    static String withoutVersion(String named) {
        String family = named.split("/", 2)[0].strip();
        return family.equals(UNKNOWN) ? "" : family;
    }
}
