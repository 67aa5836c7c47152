package org.cyberspaceid.flows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ws.rs.WebApplicationException;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.cyberspaceid.clips.Portraits;
import org.cyberspaceid.sandbox.citizen.VirtualCitizen;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.admin.client.resource.UserResource;
import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

/** What administrators can and cannot do to a citizen, by the REST interface that the console uses too. */
class CitizensAccountFlowTest {
    private static String citizen;

    private final World world = World.get();

    @BeforeEach
    void enrolOnce() {
        if (citizen == null) {
            VirtualCitizen person = world.citizen(Portraits.all().get(3));
            person.open(world.button(0));
            person.register();
            world.walkToTheDonePage(person);
            citizen = world.vault().newestUser();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"password", "credential", "mail", "verify", "action", "name", "attribute", "impersonation"})
    void aCitizensAccountIsTheCitizens(String what) {
        asAdministrator(realm -> {
            UserResource user = realm.users().get(citizen);
            UserRepresentation before = user.toRepresentation();
            List<CredentialRepresentation> credentials = user.credentials();

            assertThatThrownBy(() -> attempt(user, what))
                    .isInstanceOfSatisfying(
                            WebApplicationException.class,
                            refusal -> assertThat(refusal.getResponse().getStatus())
                                    .isIn(400, 404, 501));

            assertThat(user.toRepresentation()).usingRecursiveComparison().isEqualTo(before);
            assertThat(user.credentials()).usingRecursiveComparison().isEqualTo(credentials);
        });
    }

    private static void attempt(UserResource user, String what) {
        UserRepresentation changed = user.toRepresentation();
        switch (what) {
            case "password" -> user.resetPassword(password());
            case "credential" -> user.removeCredential(user.credentials().get(0).getId());
            case "mail" -> user.executeActionsEmail(List.of("UPDATE_PASSWORD"));
            case "verify" -> user.sendVerifyEmail();
            case "impersonation" -> user.impersonate();
            case "action" -> {
                changed.setRequiredActions(List.of("UPDATE_PASSWORD"));
                user.update(changed);
            }
            case "name" -> {
                changed.setEmail("chen@example.org");
                user.update(changed);
            }
            case "attribute" -> {
                changed.setAttributes(Map.of("birth", List.of("1991-04-23")));
                user.update(changed);
                // The profile drops what it does not know: nothing was written, which is as good.
                assertThat(user.toRepresentation().getAttributes()).isNull();
                throw new WebApplicationException(400);
            }
            default -> throw new IllegalArgumentException(what);
        }
    }

    @Test
    void disablingACitizenStaysPossible() {
        asAdministrator(realm -> {
            UserResource user = realm.users().get(citizen);
            UserRepresentation disabled = user.toRepresentation();
            disabled.setEnabled(false);
            user.update(disabled);
            assertThat(user.toRepresentation().isEnabled()).isFalse();
            disabled.setEnabled(true);
            user.update(disabled);
        });
    }

    @Test
    void theRealmOffersNoPasswordReset() {
        asAdministrator(realm -> {
            RealmRepresentation open = realm.toRepresentation();
            open.setResetPasswordAllowed(true);
            Refused.call(() -> realm.update(open), "realm_reset_password");
            assertThat(realm.toRepresentation().isResetPasswordAllowed()).isFalse();
        });
    }

    @Test
    void aCitizenHasNoRole() {
        asAdministrator(
                realm -> assertThat(realm.users().get(citizen).roles().getAll().getClientMappings())
                        .isNull());
    }

    private void asAdministrator(Consumer<RealmResource> work) {
        try (Keycloak admin = world.admin()) {
            work.accept(admin.realm("cyberspace-id"));
        }
    }

    private static CredentialRepresentation password() {
        CredentialRepresentation password = new CredentialRepresentation();
        password.setType(CredentialRepresentation.PASSWORD);
        password.setValue("73920518");
        return password;
    }
}
