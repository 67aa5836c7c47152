package org.cyberspaceid.flows;

import java.util.List;
import java.util.Map;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.representations.idm.ProtocolMapperRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

/** A realm as Keycloak makes it, in the same server: two clients, and people with a password. */
final class StockRealm implements AutoCloseable {
    static final String NAME = "stock";
    static final String PASSWORD = "correct horse battery staple";

    private final World world;

    StockRealm(World world) {
        this.world = world;
        RealmRepresentation realm = new RealmRepresentation();
        realm.setRealm(NAME);
        realm.setEnabled(true);
        try (Keycloak admin = world.admin()) {
            admin.realms().create(realm);
        }
    }

    static String issuer(World world) {
        return PlayedIsps.issuer(world).replaceFirst("/realms/.*", "/realms/" + NAME);
    }

    void addPerson(String name) {
        CredentialRepresentation password = new CredentialRepresentation();
        password.setType(CredentialRepresentation.PASSWORD);
        password.setValue(PASSWORD);
        UserRepresentation person = new UserRepresentation();
        person.setUsername(name);
        person.setFirstName("First-" + name);
        person.setLastName("Last-" + name);
        person.setEmail(name + "@mail.example");
        person.setEnabled(true);
        person.setCredentials(List.of(password));
        try (Keycloak admin = world.admin()) {
            admin.realm(NAME).users().create(person).close();
        }
    }

    PlayedIsp register(String clientId, String host) {
        return register(clientId, host, false);
    }

    /** @param askConsent by Keycloak's own page, remembered in Keycloak's own table */
    PlayedIsp register(String clientId, String host, boolean askConsent) {
        PlayedIsp isp = new PlayedIsp(issuer(world), clientId, host);
        ClientRepresentation client = new ClientRepresentation();
        client.setClientId(clientId);
        client.setSecret(isp.secret());
        client.setPublicClient(false);
        client.setConsentRequired(askConsent);
        client.setRedirectUris(List.of(isp.redirectUri().toString()));
        client.setAttributes(Map.of(
                "backchannel.logout.url", isp.backchannelLogoutUri().toString(),
                "backchannel.logout.session.required", "true",
                "post.logout.redirect.uris", isp.afterSignOut().toString()));
        client.setProtocolMappers(List.of(ownAudience(clientId)));
        try (Keycloak admin = world.admin()) {
            admin.realm(NAME).clients().create(client).close();
        }
        return isp;
    }

    /** So that the client may introspect its tokens. */
    private static ProtocolMapperRepresentation ownAudience(String clientId) {
        ProtocolMapperRepresentation mapper = new ProtocolMapperRepresentation();
        mapper.setName("own audience");
        mapper.setProtocol("openid-connect");
        mapper.setProtocolMapper("oidc-audience-mapper");
        mapper.setConfig(Map.of("included.client.audience", clientId, "access.token.claim", "true"));
        return mapper;
    }

    @Override
    public void close() {
        try (Keycloak admin = world.admin()) {
            admin.realm(NAME).remove();
        }
    }
}
