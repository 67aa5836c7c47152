package org.cyberspaceid.flows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;

/** What the admin REST interface answers to what it does not allow: 400 and the reason. */
final class Refused {
    private Refused() {}

    static void answer(Response response, String reason) {
        try (response) {
            assertThat(response.getStatus()).isEqualTo(400);
            assertThat(response.readEntity(String.class)).contains(reason);
        }
    }

    static void call(Runnable action, String reason) {
        assertThatThrownBy(action::run)
                .isInstanceOfSatisfying(
                        WebApplicationException.class, refusal -> answer(refusal.getResponse(), reason));
    }
}
