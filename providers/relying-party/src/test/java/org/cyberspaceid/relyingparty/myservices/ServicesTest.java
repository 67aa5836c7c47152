package org.cyberspaceid.relyingparty.myservices;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cyberspaceid.core.consent.Consent;
import org.cyberspaceid.relyingparty.Models;
import org.junit.jupiter.api.Test;
import org.keycloak.models.ClientModel;

class ServicesTest {
    private static final LocalDate UNTIL = LocalDate.of(2027, 11, 30);

    @Test
    void showsWhatTheTemplateSpeaksOf() {
        Consent consent = new Consent(Set.of("number", "phone_number_verified", "age_over_18"), Set.of(), UNTIL);
        Map<String, Object> view =
                service("书城", "https://books.example/back", consent).view();

        assertThat(view)
                .containsEntry("name", "书城")
                .containsEntry("host", "books.example")
                .containsEntry("expiresOn", "2027-11-30")
                .containsEntry("learns", List.of("age_over_18", "phone_verified"));
    }

    @Test
    void aServiceWithoutANameOrAHostIsShownByWhatItHas() {
        Service app = service("", "cn.example.app:/back", new Consent(Set.of("number"), Set.of("age_over_18"), UNTIL));

        assertThat(app.name()).isEqualTo("books");
        assertThat(app.host()).isEqualTo("cn.example.app");
        assertThat(app.view()).containsEntry("learns", List.of());
    }

    private static Service service(String name, String redirectUri, Consent consent) {
        ClientModel client = Models.of(
                ClientModel.class,
                Map.of("getName", name, "getClientId", "books", "getRedirectUris", Set.of(redirectUri)));
        return Service.of(null, client, null, consent);
    }
}
