package org.cyberspaceid.relyingparty.myservices;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cyberspaceid.core.consent.Consent;
import org.cyberspaceid.core.consent.ConsentLedger;
import org.cyberspaceid.vault.IdentityVaultProvider;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/** The ISPs a person agreed to. Nobody keeps the list: it is found while the person looks, by trying every ISP. */
final class Services {
    private final KeycloakSession session;
    private final UserModel user;

    Services(KeycloakSession session, UserModel user) {
        this.session = session;
        this.user = user;
    }

    List<Service> all() {
        Map<String, ClientModel> clients = session.getContext()
                .getRealm()
                .getClientsStream()
                .collect(Collectors.toMap(ClientModel::getClientId, Function.identity()));
        return ledger().all(user.getId(), clients.keySet()).entrySet().stream()
                .map(found -> service(clients.get(found.getKey()), found.getValue()))
                .sorted(Comparator.comparing(Service::name))
                .toList();
    }

    /** @param unverifiedClientId as a form brought it */
    Optional<Service> find(String unverifiedClientId) {
        return Optional.ofNullable(unverifiedClientId)
                .map(session.getContext().getRealm()::getClientByClientId)
                .flatMap(client ->
                        ledger().read(user.getId(), client.getClientId()).map(consent -> service(client, consent)));
    }

    private Service service(ClientModel client, Consent consent) {
        return Service.of(session, client, user, consent);
    }

    private ConsentLedger ledger() {
        return session.getProvider(IdentityVaultProvider.class).consents();
    }
}
