package org.cyberspaceid.relyingparty.securityevent;

import jakarta.persistence.EntityManager;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.Iterator;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cyberspaceid.core.networknumber.NetworkNumber;
import org.cyberspaceid.relyingparty.NetworkNumbers;
import org.cyberspaceid.relyingparty.contract.IspContract;
import org.cyberspaceid.vault.IdentityVaultProvider;
import org.keycloak.common.util.Time;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.services.Urls;

/**
 * Has the ISPs that a person agreed to told of an event, those that registered where. Whom it concerns is found as the person's own list
 * is: by trying every ISP, while the person's record can be read. Part of the running transaction: what is rolled back is not told.
 */
public final class SecurityEvents {
    private static final int ID_BYTES = 16;

    private final KeycloakSession session;
    private final SecureRandom random = new SecureRandom();

    /** @param session in the person's realm */
    public SecurityEvents(KeycloakSession session) {
        this.session = session;
    }

    /** Queues one token for each of them. */
    public void tell(UserModel user, SecurityEventType type) {
        Map<String, ClientModel> listening = session.getContext()
                .getRealm()
                .getClientsStream()
                .filter(client -> IspContract.of(client).securityEvents().isPresent())
                .collect(Collectors.toMap(ClientModel::getClientId, Function.identity()));
        if (listening.isEmpty()) {
            return;
        }
        Map<String, NetworkNumber> numbers = vault().consents().all(user.getId(), listening.keySet()).keySet().stream()
                .flatMap(id -> NetworkNumbers.of(session, listening.get(id), user).stream()
                        .map(number -> Map.entry(id, number)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        Iterator<Long> seconds = new Spread(random::nextLong)
                .seconds(numbers.size(), Time.currentTime())
                .iterator();
        numbers.forEach((client, number) -> queue(
                new SecurityEvent(issuer(), client, number.value(), type, base64(randomBytes()), seconds.next())));
    }

    private void queue(SecurityEvent event) {
        byte[] row = randomBytes();
        new SecurityEventRows(database())
                .add(
                        row,
                        session.getContext().getRealm().getId(),
                        Instant.ofEpochSecond(event.time()),
                        vault().queue().seal(row, event.json()));
    }

    /** As the ISP's other tokens have it. Later, without a request, it could not be told from a relative host name. */
    private String issuer() {
        return Urls.realmIssuer(
                session.getContext().getUri().getBaseUri(),
                session.getContext().getRealm().getName());
    }

    private byte[] randomBytes() {
        byte[] bytes = new byte[ID_BYTES];
        random.nextBytes(bytes);
        return bytes;
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private IdentityVaultProvider vault() {
        return session.getProvider(IdentityVaultProvider.class);
    }

    private EntityManager database() {
        return session.getProvider(JpaConnectionProvider.class).getEntityManager();
    }
}
