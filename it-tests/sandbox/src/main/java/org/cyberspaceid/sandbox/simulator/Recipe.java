package org.cyberspaceid.sandbox.simulator;

import java.util.List;
import java.util.Map;

/**
 * How to come to an error. Each is tried against the running sandbox by {@code SimulatorFlowTest}; an error whose feature does not exist
 * is absent.
 *
 * @param code the code to ask for: our stable code where there is one, else the OAuth code
 * @param who what must be true of the person
 * @param request the parameters that bring it about
 */
record Recipe(String code, Map<String, Boolean> who, Map<String, String> request, List<Act> person, Seen seen) {
    private static final String ESSENTIAL_PASSKEY =
            "{\"id_token\":{\"acr\":{\"essential\":true,\"values\":[\"urn:cyberspace-id:acr:credential\"]}}}";

    static final List<Recipe> ALL = List.of(
            new Recipe(
                    "access_denied",
                    Map.of(),
                    Map.of("prompt", "consent"),
                    List.of(Act.SIGN_IN, Act.REFUSE),
                    new Seen("access_denied", "consent_declined")),
            new Recipe(
                    "essential_claim_declined",
                    Map.of(),
                    Map.of("claims", essential("age_over_18"), "prompt", "consent"),
                    List.of(Act.SIGN_IN, Act.REFUSE),
                    new Seen("access_denied", "essential_claim_declined")),
            new Recipe(
                    "essential_claim_not_met",
                    Map.of("identity_verified", false),
                    Map.of("claims", essential("identity_verified"), "prompt", "consent"),
                    List.of(Act.SIGN_IN, Act.AGREE),
                    new Seen("access_denied", "essential_claim_not_met")),
            new Recipe(
                    "login_required",
                    Map.of(),
                    Map.of("prompt", "none"),
                    List.of(Act.NOTHING),
                    new Seen("login_required", null)),
            new Recipe(
                    "invalid_scope",
                    Map.of(),
                    Map.of("scope", "openid profile"),
                    List.of(Act.NOTHING),
                    new Seen("invalid_scope", null)),
            new Recipe(
                    "unmet_authentication_requirements",
                    Map.of(),
                    Map.of("claims", ESSENTIAL_PASSKEY),
                    List.of(Act.WITHOUT_PASSKEY),
                    new Seen("unmet_authentication_requirements", null)));

    private static String essential(String claim) {
        return "{\"userinfo\":{\"" + claim + "\":{\"essential\":true}}}";
    }
}
