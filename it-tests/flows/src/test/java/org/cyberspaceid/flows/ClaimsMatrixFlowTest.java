package org.cyberspaceid.flows;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.cyberspaceid.sandbox.citizen.VirtualCitizen;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Scope × persona × form of the request × what the person chooses: what the ISP gets. */
class ClaimsMatrixFlowTest {
    private static final List<String> FACTS = List.copyOf(new TreeSet<>(MatrixPersona.TABLE.keySet()));
    private static final Set<String> UNTICKED = Set.of("age_over_14", "age_over_60", "identity_verified");

    private static ClaimsWorld world;
    private static List<MatrixPersona> personas;
    private static MatrixIsp isp;

    private int answers;

    @BeforeAll
    static void enrolThem() {
        world = new ClaimsWorld();
        personas = MatrixPersona.all();
        world.enrol(personas.stream().map(MatrixPersona::person).toList());
        isp = MatrixIsp.register(world.world(), "claims-matrix", MatrixPersona.TABLE.values(), "");
    }

    /** How the consent page is answered. */
    private enum Choice {
        ALL,
        SOME,
        NONE
    }

    @Test
    void everyPersonaFormAndChoice() {
        SoftAssertions soft = new SoftAssertions();
        for (MatrixPersona who : personas) {
            VirtualCitizen citizen = world.signedIn(who.person(), isp);
            for (ClaimsForm form : ClaimsForm.values()) {
                for (Choice choice : Choice.values()) {
                    ask(soft, who, citizen, form, choice);
                }
            }
            FACTS.forEach(fact -> essential(soft, who, citizen, fact));
        }
        System.out.println("claims matrix: " + answers + " answers; " + personas.size() + " personas × " + FACTS.size()
                + " scopes × (" + ClaimsForm.values().length + " forms × " + Choice.values().length
                + " choices + essential)");
        soft.assertAll();
    }

    private void ask(SoftAssertions soft, MatrixPersona who, VirtualCitizen citizen, ClaimsForm form, Choice choice) {
        String what = who + ", " + form + ", " + choice;
        citizen.open(isp.address(isp.request(form.scope(FACTS), form.claims(FACTS), "prompt", "consent")));
        citizen.expect(ClaimsWorld.CONSENT);
        choose(citizen, choice);
        Map<String, String> response = ClaimsWorld.response(citizen);
        if (choice == Choice.NONE) {
            answers++;
            soft.assertThat(response)
                    .as(what)
                    .containsEntry("error", "access_denied")
                    .containsEntry("error_description", "consent_declined")
                    .doesNotContainKey("code");
            return;
        }
        JsonNode tokens = isp.tokens(citizen.at().address());
        JsonNode idToken = MatrixIsp.idToken(tokens);
        JsonNode userinfo = isp.userinfo(tokens);
        for (String fact : FACTS) {
            boolean granted = choice == Choice.ALL || !UNTICKED.contains(fact);
            same(soft, what, idToken, fact, form.expectedInIdToken(who, fact), granted);
            same(soft, what, userinfo, fact, form.expectedInUserinfo(who, fact), granted);
            same(soft, what, verified(idToken), fact, form.expectedVerifiedInIdToken(who, fact), granted);
            same(soft, what, verified(userinfo), fact, form.expectedVerifiedInUserinfo(who, fact), granted);
            soft.assertThat(MatrixIsp.payload(tokens.path("access_token").asText())
                            .has(fact))
                    .as(what + ": access token")
                    .isFalse();
        }
        soft.assertThat(Set.of(tokens.path("scope").asText().split(" ")))
                .as(what)
                .isEqualTo(scope(form, choice));
    }

    private static Set<String> scope(ClaimsForm form, Choice choice) {
        Set<String> scope = FACTS.stream()
                .filter(fact -> form == ClaimsForm.SCOPE && (choice == Choice.ALL || !UNTICKED.contains(fact)))
                .map(MatrixPersona.TABLE::get)
                .collect(Collectors.toSet());
        scope.add("openid");
        return scope;
    }

    private static void choose(VirtualCitizen citizen, Choice choice) {
        switch (choice) {
            case ALL ->
                citizen.submit(FACTS.stream().collect(Collectors.toMap(fact -> "agree-" + fact, fact -> "yes")));
            case SOME -> citizen.consentWithout(UNTICKED.toArray(String[]::new));
            case NONE -> citizen.press("refuse");
        }
    }

    private void same(
            SoftAssertions soft,
            String what,
            JsonNode claims,
            String fact,
            Optional<Boolean> expected,
            boolean granted) {
        answers++;
        JsonNode answer = claims.path(fact);
        soft.assertThat(answer.isBoolean() ? Optional.of(answer.asBoolean()) : Optional.empty())
                .as(what + ": " + fact)
                .isEqualTo(expected.filter(any -> granted));
    }

    private static JsonNode verified(JsonNode claims) {
        return claims.path("verified_claims").path("claims");
    }

    /** A code only if the answer is yes; and whoever refuses the page declines what is essential. */
    private void essential(SoftAssertions soft, MatrixPersona who, VirtualCitizen citizen, String fact) {
        String what = who + ", essential " + fact;
        String claims = "{\"userinfo\":{\"" + fact + "\":{\"essential\":true}}}";
        citizen.open(isp.address(isp.request("openid", claims, "prompt", "consent")));
        citizen.expect(ClaimsWorld.CONSENT);
        citizen.press("refuse");
        soft.assertThat(ClaimsWorld.response(citizen))
                .as(what)
                .containsEntry("error", "access_denied")
                .containsEntry("error_description", "essential_claim_declined");
        citizen.open(isp.address(isp.request("openid", claims, "prompt", "consent")));
        citizen.consent();
        Map<String, String> response = ClaimsWorld.response(citizen);
        answers += 2;
        if (who.truth().getOrDefault(fact, false)) {
            soft.assertThat(isp.userinfo(isp.tokens(citizen.at().address()))
                            .path(fact)
                            .asBoolean())
                    .as(what)
                    .isTrue();
        } else {
            soft.assertThat(response)
                    .as(what)
                    .containsEntry("error", "access_denied")
                    .containsEntry("error_description", "essential_claim_not_met")
                    .doesNotContainKey("code");
        }
    }

    /** A remembered consent does not turn a no into a yes, and a refresh answers as of its own day and grant. */
    @Test
    void aRefreshAnswersTheSame() {
        MatrixPersona who = personas.get(5);
        VirtualCitizen citizen = world.signedIn(who.person(), isp);
        citizen.open(isp.address(isp.request("openid age_over_18 age_over_60", null, "prompt", "consent")));
        citizen.submit(Map.of("agree-age_over_18", "yes", "agree-age_over_60", "yes"));
        JsonNode refreshed = isp.refresh(isp.tokens(citizen.at().address()));
        assertThat(MatrixIsp.idToken(refreshed).path("age_over_18").asBoolean()).isTrue();
        assertThat(isp.userinfo(refreshed).path("age_over_60").isBoolean()).isTrue();
    }
}
