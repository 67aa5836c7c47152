package org.cyberspaceid.relyingparty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cyberspaceid.relyingparty.LevelMapper.CREDENTIAL;
import static org.cyberspaceid.relyingparty.LevelMapper.PASSWORD;

import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.UserSessionModel;

/** Which of the two names of Keycloak's first level an ISP is told. */
class LevelMapperTest {
    private static final String PASSKEY = "[\"hwk\",\"user\"]";
    private static final String SMS = "[\"pin\",\"sms\",\"mfa\"]";

    @Test
    void aPasskeyIsTheLevelCredentialAndNothingElseIs() {
        assertThat(level(PASSKEY, null, null)).isEqualTo(CREDENTIAL);
        assertThat(level("[\"pin\",\"swk\",\"user\",\"mfa\"]", null, null)).isEqualTo(CREDENTIAL);
        assertThat(level(SMS, null, null)).isEqualTo(PASSWORD);
        assertThat(level(SMS, CREDENTIAL, null)).isEqualTo(PASSWORD);
        assertThat(level(null, null, essential(CREDENTIAL))).isEqualTo(PASSWORD);
    }

    /** OpenID Connect Core 1.0, 5.5.1.1: an essential value is answered by one of those that were named. */
    @Test
    void whoAskedForThePasswordAloneIsToldThat() {
        assertThat(level(PASSKEY, PASSWORD, null)).isEqualTo(PASSWORD);
        assertThat(level(PASSKEY, null, essential(PASSWORD))).isEqualTo(PASSWORD);
        assertThat(level(PASSKEY, PASSWORD, essential(CREDENTIAL))).isEqualTo(CREDENTIAL);
        assertThat(level(PASSKEY, PASSWORD + " " + CREDENTIAL, null)).isEqualTo(CREDENTIAL);
    }

    private static String level(String methods, String acrValues, String claims) {
        UserSessionModel session = Models.of(UserSessionModel.class, Map.of("getNote", (Function<String, String>)
                name -> MethodsMapper.NOTE.equals(name) ? methods : null));
        ClientModel client = Models.of(ClientModel.class, Map.of());
        return LevelMapper.passwordOrCredential(Models.of(
                AuthenticatedClientSessionModel.class,
                Map.of("getUserSession", session, "getClient", client, "getNote", (Function<String, String>)
                        name -> switch (name) {
                            case "acr_values" -> acrValues;
                            case "claims" -> claims;
                            default -> null;
                        })));
    }

    private static String essential(String level) {
        return "{\"id_token\":{\"acr\":{\"essential\":true,\"values\":[\"" + level + "\"]}}}";
    }
}
