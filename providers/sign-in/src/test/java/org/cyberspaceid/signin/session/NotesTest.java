package org.cyberspaceid.signin.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.keycloak.common.util.Time;
import org.keycloak.models.ClientModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.services.managers.AuthenticationManager;

class NotesTest {
    private static final ClientModel SHOP = isp("shop");
    private static final ClientModel GAMES = isp("games");

    private final Map<String, String> notes = new HashMap<>(Map.of(
            Notes.DEVICE,
            "device",
            AuthenticationManager.AUTH_TIME,
            String.valueOf(Time.currentTime() - 60),
            "cyberspace-id.amr",
            "[\"pin\"]",
            "cyberspace-id.auth-time",
            "1 2",
            "KEYCLOAK_LOGOUT_PROTOCOL",
            "openid-connect"));
    private final UserSessionModel session = session(notes);

    @Test
    void aSignOutHoldsForThatIspAndSessionsFromBefore() {
        assertThat(Notes.maySignIn(session, SHOP)).isTrue();
        Notes.signedOut(session, SHOP);
        assertThat(Notes.maySignIn(session, SHOP)).isFalse();
        assertThat(Notes.maySignIn(session, GAMES)).isTrue();
    }

    @Test
    void aRealSignInAfterwardsOverrulesIt() {
        Notes.signedOut(session, SHOP);
        notes.put(AuthenticationManager.AUTH_TIME, String.valueOf(Time.currentTime() + 1));
        assertThat(Notes.maySignIn(session, SHOP)).isTrue();
    }

    @Test
    void theMarkNamesNobody() {
        Notes.signedOut(session, SHOP);
        assertThat(notes.keySet()).noneMatch(name -> name.contains("shop"));
    }

    @Test
    void anotherIspsSessionInheritsTheSignInTheDeviceAndSignOutsAndNoIspsOwnAnswer() {
        Notes.signedOut(session, SHOP);
        UserSessionModel next = session(new HashMap<>(Notes.inherited(session)));
        assertThat(Notes.maySignIn(next, SHOP)).isFalse();
        assertThat(Notes.inherited(session))
                .containsKeys(Notes.DEVICE, AuthenticationManager.AUTH_TIME, "cyberspace-id.amr")
                .doesNotContainKeys("cyberspace-id.auth-time", "KEYCLOAK_LOGOUT_PROTOCOL");
    }

    private static ClientModel isp(String id) {
        return (ClientModel) Proxy.newProxyInstance(
                NotesTest.class.getClassLoader(), new Class<?>[] {ClientModel.class}, (proxy, method, args) -> id);
    }

    private static UserSessionModel session(Map<String, String> notes) {
        return (UserSessionModel) Proxy.newProxyInstance(
                NotesTest.class.getClassLoader(),
                new Class<?>[] {UserSessionModel.class},
                (proxy, method, args) -> switch (method.getName()) {
                    case "getNote" -> notes.get(args[0]);
                    case "setNote" -> notes.put((String) args[0], (String) args[1]);
                    case "getNotes" -> notes;
                    default -> throw new AssertionError("not expected: " + method.getName());
                });
    }
}
