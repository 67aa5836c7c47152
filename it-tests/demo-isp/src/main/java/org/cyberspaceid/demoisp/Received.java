package org.cyberspaceid.demoisp;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/**
 * Exactly what this ISP received.
 *
 * @param idToken the claims of the ID token
 * @param userinfo the answer of the userinfo endpoint
 * @param rawIdToken the ID token as it came
 * @param rawAccessToken the access token as it came; for programs only
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Received(
        String isp,
        String sub,
        @JsonProperty("id_token") Map<String, Object> idToken,
        Map<String, Object> userinfo,
        @JsonProperty("raw_id_token") String rawIdToken,
        @JsonProperty("raw_access_token") String rawAccessToken,
        @JsonProperty("not_known") List<String> notKnown) {

    private static final List<String> NOT_KNOWN =
            List.of("name", "document_number", "birth_date", "mobile_number", "photo", "other_services");

    static Received from(String isp, OidcUser person, OAuth2AuthorizedClient client) {
        return new Received(
                isp,
                person.getSubject(),
                readable(person.getIdToken().getClaims()),
                person.getUserInfo() == null
                        ? Map.of()
                        : readable(person.getUserInfo().getClaims()),
                person.getIdToken().getTokenValue(),
                client == null ? null : client.getAccessToken().getTokenValue(),
                NOT_KNOWN);
    }

    private static Map<String, Object> readable(Map<String, Object> claims) {
        Map<String, Object> sorted = new TreeMap<>();
        claims.forEach((name, value) -> sorted.put(name, value instanceof List ? value : String.valueOf(value)));
        claims.forEach((name, value) -> {
            if (value instanceof Boolean) {
                sorted.put(name, value);
            }
        });
        return sorted;
    }
}
