package org.cyberspaceid.realm;

import jakarta.ws.rs.NotFoundException;
import java.util.List;
import java.util.function.Consumer;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.representations.idm.RealmRepresentation;

/**
 * Puts the realm of the files in place: creates it, puts a drifted setting back, and does nothing the second time. Users, ISPs'
 * clients, keys, and whatever the files do not mention stay as they are. A new realm opens only when the last step is done.
 *
 * <p>The server must have our providers: the files name their authenticators, mappers and policies.
 */
public final class RealmApplier {
    /** The realm's name. */
    public static final String REALM = "cyberspace-id";

    private RealmApplier() {}

    /**
     * Applies the files.
     *
     * @param admin an administrator of the {@code master} realm
     * @return what changed, a line each; empty when everything was in place
     * @throws jakarta.ws.rs.WebApplicationException when the server refuses
     * @throws jakarta.ws.rs.ProcessingException when it does not answer
     */
    public static List<String> apply(Keycloak admin) {
        return apply(admin, line -> {});
    }

    /** As {@link #apply(Keycloak)}; each line is told when it happens. */
    public static List<String> apply(Keycloak admin, Consumer<String> listener) {
        RealmFiles files = RealmFiles.load();
        Changes changes = new Changes(listener);
        RealmResource realm = admin.realm(files.realm());
        createIfAbsent(admin, realm, files, changes);
        new ScopesStep(realm, changes).apply(files.scopes());
        new FlowsStep(realm, changes).apply(files.authentication());
        new RequiredActionsStep(realm, changes).apply();
        new UserProfileStep(realm, changes).apply(files.userProfile());
        new DefaultRolesStep(realm, changes).apply();
        new PoliciesStep(realm, changes).apply(files.policies());
        new SettingsStep(realm, changes).apply(files.settings());
        // Last: a client's least level is one that the settings name.
        new ConsolesStep(realm, changes).apply(files.clients());
        return changes.lines();
    }

    private static void createIfAbsent(Keycloak admin, RealmResource realm, RealmFiles files, Changes changes) {
        try {
            realm.toRepresentation();
        } catch (NotFoundException absent) {
            RealmRepresentation closed = new RealmRepresentation();
            closed.setRealm(files.realm());
            closed.setEnabled(false);
            closed.setClientScopes(List.of());
            admin.realms().create(closed);
            // The administrator's token was issued before the realm's roles existed.
            admin.tokenManager().grantToken();
            changes.add("created realm " + files.realm());
        }
    }
}
