package org.cyberspaceid.interop.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A code that is used again half a minute later. Both plans' modules, at a client of their own each, share the wait. */
@DisplayName("oidcc-codereuse-30seconds, of both plans")
class CodeReuseFlowTest {
    private static final Duration LATER = Duration.ofSeconds(30);
    private static Used basic;
    private static Used formPost;

    private record Used(Rp rp, String code, Tokens tokens, Instant at) {
        static Used once(Request request) {
            String code = Suite.get().authorize(request).code();
            return new Used(
                    request.rp(), code, Tokens.in(request.rp().redeem(code, Optional.empty()), request), Instant.now());
        }

        void again() throws InterruptedException {
            Duration left = Duration.between(Instant.now(), at.plus(LATER));
            Thread.sleep(Math.max(0, left.toMillis()));
            assertThat(rp.userinfo(tokens).statusCode()).as("until then").isEqualTo(200);

            Errors.expect(rp.redeem(code, Optional.empty()), 400, "invalid_grant");

            // RFC 6749, 4.1.2: tokens that were issued for the code should be revoked. The suite warns if they are not.
            assertThat(rp.userinfo(tokens).statusCode()).isEqualTo(401);
            Errors.expect(rp.refresh(tokens.refreshToken()), 400, "invalid_grant");
        }
    }

    @BeforeAll
    static void useTheCodesOnce() {
        Suite suite = Suite.get();
        suite.beSignedIn();
        basic = Used.once(new Request(suite.rp()));
        formPost = Used.once(new Request(suite.second()).with("response_mode", "form_post"));
    }

    @Test
    @DisplayName("oidcc-codereuse-30seconds")
    void basicOp() throws InterruptedException {
        basic.again();
    }

    @Test
    @DisplayName("oidcc-codereuse-30seconds, response_mode=form_post")
    void formPostBasicOp() throws InterruptedException {
        formPost.again();
    }
}
