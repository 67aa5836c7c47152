package org.cyberspaceid.flows;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cyberspaceid.clips.Portrait;
import org.cyberspaceid.clips.Portraits;
import org.cyberspaceid.core.document.DocumentType;
import org.cyberspaceid.core.kept.KeptTables;
import org.cyberspaceid.core.outcome.Problem;
import org.cyberspaceid.sandbox.citizen.StrayedException;
import org.cyberspaceid.sandbox.citizen.VirtualCitizen;
import org.cyberspaceid.virtual.Variant;
import org.cyberspaceid.virtual.VirtualDocument;
import org.junit.jupiter.api.Test;
import org.keycloak.admin.client.CreatedResponseUtil;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

/** The vault in the running server: what it asks the database, what a deletion leaves, what tampering costs. */
class VaultFlowTest {
    private static final Portrait SELF = Portraits.all().get(1);
    private static final String REALM = "cyberspace-id";

    private final World world = World.get();

    /** Mobile index → sealed record, which opens the consent too; and the token request's number and answers: one query each. */
    @Test
    void aSignInOnAKnownDeviceAsksTheVaultTwice() {
        VirtualCitizen citizen = rememberedCitizen();
        IspBackEnd isp = world.firstIspsBackEnd();
        citizen.browser().stopBefore(isp.redirectUri());
        JsonNode[] tokens = new JsonNode[1];
        List<String> asked = world.vault().asked(() -> {
            citizen.open(isp.signIn());
            citizen.submit(Map.of("username", world.mobileOf(citizen), "password", world.passwordOf(citizen)));
            tokens[0] = isp.tokens(citizen.at().address());
        });
        assertThat(tokens[0].path("id_token").asText()).as("tokens").isNotEmpty();
        assertThat(asked).as("queries of the vault's table").hasSize(2);
        assertThat(world.vault().asked(() -> citizen.open(isp.signIn())))
                .as("a second sign-in within the session: whether the consent still holds")
                .hasSize(1);
    }

    /** Two queries in all until the ISP has its code: mobile index → sealed record; consent and epoch. */
    @Test
    void consentAndEpochAreOneQueryAndTheTokensNeedNone() {
        VirtualCitizen citizen = rememberedCitizen();
        IspBackEnd isp = world.firstIspsBackEnd();
        citizen.browser().stopBefore(isp.redirectUri());
        assertThat(world.vault().asked(() -> world.vault().askedOfConsents(() -> citizen.open(isp.signIn()))))
                .as("the sign-in page asks nothing")
                .isEmpty();
        List<String> consents = new ArrayList<>();
        List<String> people = world.vault()
                .asked(() -> consents.addAll(world.vault()
                        .askedOfConsents(() -> citizen.submit(
                                Map.of("username", world.mobileOf(citizen), "password", world.passwordOf(citizen))))));
        assertThat(citizen.at().address().getQuery()).contains("code=");
        assertThat(people).as("mobile index → sealed record").hasSize(1);
        assertThat(consents).as("consent and epoch").hasSize(1);
        assertThat(world.vault().askedOfConsents(() -> isp.tokens(citizen.at().address())))
                .as("the token request")
                .isEmpty();
    }

    /** Enrolled, signed in with a code, the device remembered, consent given; and signed out. */
    private VirtualCitizen rememberedCitizen() {
        VirtualCitizen citizen = world.citizen(SELF);
        citizen.enrol(world.button(0));
        world.letSmsLimitsPass();
        world.remember(citizen);
        world.endSessions();
        return citizen;
    }

    /** Deleted within the request; nothing left but what the law asks; and whoever enrols again is the same to each ISP. */
    @Test
    void aDeletedIdLeavesTheLogAndComesBackAsTheSame() {
        VirtualDocument document = world.document(DocumentType.PASSPORT, Variant.GENUINE, SELF);
        VirtualCitizen citizen = world.citizen(document, SELF);
        citizen.enrol(world.button(0));
        String first = world.received(citizen, 0).path("sub").asText();
        citizen.signIn(world.button(1));
        String second = world.received(citizen, 1).path("sub").asText();
        world.letSmsLimitsPass();
        world.remember(citizen);
        String user = world.vault().newestUser();
        assertThat(world.haystack().places(user))
                .contains(
                        "table public.cid_identity",
                        "table public.credential",
                        "table public.cid_known_device",
                        "table public.offline_user_session");

        try (Keycloak admin = world.admin()) {
            admin.realm(REALM).users().delete(user).close();
        }
        assertThat(world.haystack().places(user))
                .as("where the random id still stands")
                .allMatch(place -> place.startsWith("log ")
                        || List.of(
                                        "table public.event_entity",
                                        "table public.admin_event_entity",
                                        "table public.cid_deletion")
                                .contains(place));
        world.eventually(
                Duration.ofSeconds(90),
                () -> assertThat(world.vault().journal(user)).hasSize(1));
        citizen.browser().forgetEverything();
        world.letSmsLimitsPass();
        citizen.open(world.button(0));
        citizen.submit(Map.of("username", world.mobileOf(citizen), "password", world.passwordOf(citizen)));
        assertThat(citizen.at().is("login")).as("signed out for good").isTrue();

        world.vaultKeys("rotate-records");
        world.vaultKeys("rewrap");
        VirtualCitizen again = world.citizen(document, SELF);
        again.enrol(world.button(0));
        assertThat(world.received(again, 0).path("sub").asText()).isEqualTo(first);
        again.signIn(world.button(1));
        assertThat(world.received(again, 1).path("sub").asText()).isEqualTo(second);
    }

    /** A record that does not open ends its owner's request, with a page and a code; everybody else signs in as before. */
    @Test
    void tamperingCostsOnePersonsRequestAndNotTheServer() {
        VirtualCitizen victim = world.citizen(SELF);
        victim.enrol(world.button(0));
        String user = world.vault().newestUser();
        VirtualCitizen other = world.citizen(SELF);
        other.enrol(world.button(0));
        for (String column : List.of("sealed_data_key", "sealed_record", "sealed_person_key", "mobile_index")) {
            world.sql("create table tampered as select * from cid_identity where user_id = '" + user + "'");
            world.sql("update cid_identity set " + column + " = set_byte(" + column + ", 20, get_byte(" + column
                    + ", 20) # 1) where user_id = '" + user + "'");
            assertThat(signsIn(victim)).as("the victim's " + column).isFalse();
            assertThat(victim.at().problem()).isEqualTo(problemOf(column).map(Problem::code));
            assertThat(signsIn(other)).as("somebody else").isTrue();
            world.sql("update cid_identity i set " + column + " = t." + column
                    + " from tampered t where t.user_id = i.user_id");
            world.sql("drop table tampered");
        }
        assertThat(signsIn(victim)).as("after the repair").isTrue();
    }

    /** The person key is opened only for the ISP's token request: the ISP is told. A moved index finds nobody. */
    private static Optional<Problem> problemOf(String column) {
        return switch (column) {
            case "sealed_person_key" -> Optional.empty();
            case "mobile_index" -> Optional.of(Problem.CREDENTIALS_INVALID);
            default -> Optional.of(Problem.RECORD_UNREADABLE);
        };
    }

    private boolean signsIn(VirtualCitizen citizen) {
        citizen.browser().forgetEverything();
        world.letSmsLimitsPass();
        try {
            citizen.signIn(world.button(0));
        } catch (StrayedException refused) {
            return false;
        }
        assertThat(citizen.at().html().text()).doesNotContain("Exception");
        return world.isSignedIn(citizen, 0);
    }

    /** A hash from before the pepper becomes a peppered one when its owner signs in; one under an old pepper too. */
    @Test
    void passwordsMoveToTheNewestPepperAtTheNextSignIn() {
        VirtualCitizen citizen = world.citizen(SELF);
        citizen.enrol(world.button(0));
        String user = world.vault().newestUser();
        assertThat(world.vault().credentialOf(user)).contains("peppered-argon2");
        withoutPepper(() -> plantPassword(user, world.passwordOf(citizen)));
        assertThat(world.vault().credentialOf(user)).contains("argon2").doesNotContain("pepper");

        assertThat(signsIn(citizen)).isTrue();
        String peppered = world.vault().credentialOf(user);
        assertThat(peppered).contains("peppered-argon2");
        world.vaultKeys("rotate", "password-pepper");
        world.eventually(Duration.ofSeconds(90), () -> {
            assertThat(signsIn(citizen)).isTrue();
            assertThat(world.vault().credentialOf(user))
                    .contains("peppered-argon2")
                    .isNotEqualTo(peppered);
        });
        assertThat(signsIn(citizen)).isTrue();
    }

    /** As a database of before the pepper holds it. No administrator can set a citizen's password, so a stranger's is moved. */
    private void plantPassword(String user, String password) {
        CredentialRepresentation fresh = new CredentialRepresentation();
        fresh.setType(CredentialRepresentation.PASSWORD);
        fresh.setValue(password);
        UserRepresentation stranger = new UserRepresentation();
        stranger.setUsername("stranger");
        stranger.setCredentials(List.of(fresh));
        try (Keycloak admin = world.admin();
                Response made = admin.realm(REALM).users().create(stranger)) {
            String id = CreatedResponseUtil.getCreatedId(made);
            world.sql("update credential c set secret_data = s.secret_data, credential_data = s.credential_data"
                    + " from credential s where s.user_id = '" + id + "' and c.user_id = '" + user + "'");
            admin.realm(REALM).users().delete(id).close();
            admin.realm(REALM).clearUserCache();
        }
    }

    private void withoutPepper(Runnable action) {
        try (Keycloak admin = world.admin()) {
            RealmRepresentation realm = admin.realm(REALM).toRepresentation();
            String policy = realm.getPasswordPolicy();
            assertThat(policy).contains("hashAlgorithm(peppered-argon2)");
            realm.setPasswordPolicy(policy.replace("peppered-argon2", "argon2"));
            admin.realm(REALM).update(realm);
            try {
                action.run();
            } finally {
                realm.setPasswordPolicy(policy);
                admin.realm(REALM).update(realm);
            }
        }
    }

    @Test
    void theDatabaseHasTheColumnsThatAreListedAndNoOther() {
        assertThat(KeptTables.differences(world.vault().columns())).isEmpty();
    }

    @Test
    void everyTableWithSomethingOfACitizenIsListed() {
        VirtualCitizen citizen = rememberedCitizen();
        citizen.open(world.button(0));
        String user = world.vault().newestUser();
        assertThat(world.haystack().places(user))
                .filteredOn(place -> place.startsWith("table public."))
                .map(place -> place.substring("table public.".length()))
                .isNotEmpty()
                .allMatch(table -> KeptTables.tables().contains(table));
    }
}
