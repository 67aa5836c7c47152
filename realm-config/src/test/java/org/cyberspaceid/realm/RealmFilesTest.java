package org.cyberspaceid.realm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.keycloak.representations.idm.RealmRepresentation;
import org.keycloak.representations.userprofile.config.UPConfig;

/** The files say what {@code oidc.md} says, and nothing that Keycloak does not know. */
class RealmFilesTest {
    private final RealmFiles files = RealmFiles.load();
    private final ObjectMapper strict = Json.MAPPER.copy().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    @Test
    void everyMemberIsOneOfKeycloaks() {
        Stream.of(files.settings(), files.authentication(), files.scopes(), files.policies(), files.clients())
                .forEach(part -> assertThat(strict.convertValue(part, RealmRepresentation.class))
                        .isNotNull());
        assertThat(strict.convertValue(files.userProfile(), UPConfig.class).getAttributes())
                .extracting(attribute -> attribute.getName())
                .containsExactly("username", "email");
    }

    @Test
    void theRealmIsTheOneTheApplierNames() {
        assertThat(files.realm()).isEqualTo(RealmApplier.REALM);
    }

    @Test
    void lifetimesAreThoseOfTheContract() {
        RealmRepresentation realm = Json.as(files.settings(), RealmRepresentation.class);
        assertThat(realm.getAccessCodeLifespan()).isEqualTo(60);
        assertThat(realm.getAccessTokenLifespan()).isEqualTo(5 * 60);
        assertThat(realm.getSsoSessionIdleTimeout()).isEqualTo(30 * 60);
        assertThat(realm.getSsoSessionMaxLifespan()).isEqualTo(12 * 60 * 60);
        assertThat(realm.getEventsExpiration()).isGreaterThanOrEqualTo(184L * 24 * 60 * 60);
    }

    @Test
    void scopesAreExactlyTheTableAndOneThatNobodyHas() {
        assertThat(names(files.scopes(), "clientScopes", "name"))
                .containsExactly(
                        "network-number",
                        "identity_verified",
                        "age_over_14",
                        "age_over_16",
                        "age_over_18",
                        "age_over_60",
                        "phone_verified",
                        "mainland_resident",
                        "identity_match",
                        "real_identity",
                        "offline_access");
        assertThat(files.scopes().get("defaultOptionalClientScopes"))
                .as("an ISP's allow-list is its own")
                .isEmpty();
    }

    @Test
    void flowsRunInTheAgreedOrder() {
        assertThat(authenticators("cyberspace-id-enrolment"))
                .containsExactly(
                        "enrolment-notice",
                        "enrolment-document",
                        "enrolment-face",
                        "recovery-known-device",
                        "recovery-passkey",
                        "recovery-wait",
                        "enrolment-mobile-number",
                        "enrolment-password",
                        "recovery-finish",
                        "enrolment-issue");
        assertThat(authenticators("cyberspace-id-password-level"))
                .containsExactly(
                        "conditional-level-of-authentication",
                        "sign-in-password",
                        "sign-in-second-factor",
                        "sign-in-frozen");
    }

    /** Without the note that proves it, going on without a face would be worth the level. */
    @Test
    void theFaceLevelIsReachedByAMatchOnly() {
        assertThat(authenticators("cyberspace-id-face-level"))
                .containsExactly("conditional-level-of-authentication", "sign-in-face");
        JsonNode level =
                Named.find(files.authentication().required("authenticatorConfig"), "alias", "cyberspace-id-level-face");
        assertThat(level.required("config").required("proof-note").asText()).isEqualTo("cyberspace-id.face-matched");
    }

    @Test
    void flowsAreInPlaceOnlyWhenAllOfThemIs() {
        ObjectNode file = files.authentication();
        assertThat(FlowsStep.inPlace(file, "cyberspace-id-browser", file)).isTrue();

        ObjectNode weakened = file.deepCopy();
        JsonNode level = Named.find(weakened.required("authenticationFlows"), "alias", "cyberspace-id-password-level");
        ((ObjectNode) level.required("authenticationExecutions").get(2)).put("requirement", "DISABLED");
        assertThat(FlowsStep.inPlace(file, "cyberspace-id-browser", weakened)).isFalse();

        ObjectNode longer = file.deepCopy();
        ((ObjectNode) longer.required("authenticatorConfig").get(0).required("config")).put("loa-max-age", "999999");
        assertThat(FlowsStep.inPlace(file, "cyberspace-id-browser", longer)).isFalse();
        assertThat(FlowsStep.inPlace(file, "cyberspace-id-enrolment", longer)).isTrue();
    }

    private List<String> authenticators(String flow) {
        return names(
                Named.find(files.authentication().required("authenticationFlows"), "alias", flow),
                "authenticationExecutions",
                "authenticator");
    }

    private static List<String> names(JsonNode parent, String list, String member) {
        return RealmFiles.list(parent, list).stream()
                .map(element -> element.required(member).asText())
                .toList();
    }
}
