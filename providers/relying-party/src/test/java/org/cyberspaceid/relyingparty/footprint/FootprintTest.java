package org.cyberspaceid.relyingparty.footprint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.events.Event;
import org.keycloak.events.EventType;

class FootprintTest {

    @ParameterizedTest
    @EnumSource(EventType.class)
    void noEventKeepsAPersonAndAnIsp(EventType type) {
        for (String error : new String[] {null, "invalid_request", "invalid_user_credentials"}) {
            Footprint.of(event(type, "user", error))
                    .filter(kept -> !type.name().startsWith("CLIENT_"))
                    .ifPresent(kept -> {
                        assertThat(kept.getUserId() != null && kept.getClientId() != null)
                                .isFalse();
                        assertThat(kept.getIpAddress() != null && kept.getClientId() != null)
                                .isFalse();
                        assertThat(kept.getSessionId()).isNull();
                        assertThat(kept.getDetails()).isIn(null, Map.of("reason", "sms_code_wrong"));
                    });
        }
    }

    @Test
    void aSignInIsThePersons() {
        Event kept = Footprint.of(event(EventType.LOGIN, "user", null)).orElseThrow();
        assertThat(kept.getUserId()).isEqualTo("user");
        assertThat(kept.getIpAddress()).isEqualTo("192.0.2.7");
        assertThat(kept.getTime()).isEqualTo(7);
        assertThat(kept.getClientId()).isNull();
        assertThat(kept.getDetails()).containsOnlyKeys("reason");
    }

    @Test
    void theEventThatOthersGetIsNotChanged() {
        Event event = event(EventType.LOGIN, "user", null);
        Footprint.of(event);
        assertThat(event.getClientId()).isEqualTo("isp");
        assertThat(event.getDetails()).containsKey("code_id");
    }

    @ParameterizedTest
    @EnumSource(
            value = EventType.class,
            names = {"CODE_TO_TOKEN", "REFRESH_TOKEN", "INTROSPECT_TOKEN", "USER_INFO_REQUEST", "REVOKE_GRANT"})
    void anIspsServerLeavesNothingUnlessItErrs(EventType type) {
        assertThat(Footprint.of(event(type, "user", null))).isEmpty();
        Event kept = Footprint.of(event(EventType.valueOf(type + "_ERROR"), "user", "invalid_code"))
                .orElseThrow();
        assertThat(kept.getClientId()).isEqualTo("isp");
        assertThat(kept.getUserId()).isNull();
        assertThat(kept.getIpAddress()).isNull();
    }

    @Test
    void anUnknownNumberKeepsTheAddressForWhoeverLooksIntoAnAttack() {
        Event kept = Footprint.of(event(EventType.LOGIN_ERROR, null, "user_not_found"))
                .orElseThrow();
        assertThat(kept.getIpAddress()).isEqualTo("192.0.2.7");
        assertThat(kept.getClientId()).isNull();
    }

    @Test
    void anIspsMistakeKeepsTheIsp() {
        Event kept = Footprint.of(event(EventType.LOGIN_ERROR, null, "invalid_redirect_uri"))
                .orElseThrow();
        assertThat(kept.getClientId()).isEqualTo("isp");
        assertThat(kept.getIpAddress()).isNull();
    }

    @Test
    void ofAnIspsMistakeTheHourIsKeptAndNoLineIsLogged() {
        for (EventType type : new EventType[] {EventType.LOGIN_ERROR, EventType.INTROSPECT_TOKEN_ERROR}) {
            Event event = event(type, null, "invalid_request");
            event.setTime(1_795_912_756_650L);
            Event kept = Footprint.of(event).orElseThrow();
            assertThat(kept.getTime()).isEqualTo(1_795_910_400_000L);
            assertThat(FootprintLog.level(kept)).isEqualTo(Logger.Level.DEBUG);
        }
        Event refused = Footprint.of(event(EventType.LOGIN_ERROR, "user", "invalid_request"))
                .orElseThrow();
        assertThat(refused.getTime()).isEqualTo(7);
        assertThat(FootprintLog.level(refused)).isEqualTo(Logger.Level.WARN);
        Event registration = Footprint.of(event(EventType.CLIENT_REGISTER_ERROR, null, "not_allowed"))
                .orElseThrow();
        assertThat(FootprintLog.level(registration)).isEqualTo(Logger.Level.WARN);
    }

    @Test
    void theCodeOfARefusedRequestStaysWithTheIsp() {
        Event event = event(EventType.LOGIN_ERROR, null, "invalid_scope");
        event.setDetails(
                Map.of("client_policy_error_detail", "scope_not_allowed", "redirect_uri", "https://isp.example"));
        assertThat(Footprint.of(event).orElseThrow().getDetails())
                .isEqualTo(Map.of("client_policy_error_detail", "scope_not_allowed"));
        event.setUserId("user");
        assertThat(Footprint.of(event).orElseThrow().getDetails()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "a\"b", "a\tb", "a\u0085b"})
    void aLogLineStaysOneLine(String clientId) {
        Event event = event(EventType.LOGIN_ERROR, null, "client_not_found");
        event.setClientId(clientId);
        String line = FootprintLog.line(Footprint.of(event).orElseThrow(), "realm");
        assertThat(line)
                .isEqualTo("type=LOGIN_ERROR, realm=\"realm\", client=\"a_b\", error=\"client_not_found\","
                        + " reason=\"sms_code_wrong\"");
    }

    @Test
    void aClientsRegistrationIsKeptWhole() {
        Event event = event(EventType.CLIENT_REGISTER, null, null);
        assertThat(Footprint.of(event)).isEqualTo(Optional.of(event));
    }

    private static Event event(EventType type, String user, String error) {
        Event event = new Event();
        event.setType(type);
        event.setTime(7);
        event.setClientId("isp");
        event.setUserId(user);
        event.setSessionId("session");
        event.setIpAddress("192.0.2.7");
        event.setError(error);
        event.setDetails(
                Map.of("code_id", "session", "redirect_uri", "https://isp.example", "reason", "sms_code_wrong"));
        return event;
    }
}
