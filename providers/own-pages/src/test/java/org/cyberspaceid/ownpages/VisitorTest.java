package org.cyberspaceid.ownpages;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.keycloak.common.util.Time;
import org.keycloak.models.UserSessionModel;

class VisitorTest {
    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);

    @Test
    void isFreshWhileTheRealSignInIsNotTooOld() {
        assertThat(signedIn(0).isFresh(TEN_MINUTES)).isTrue();
        assertThat(signedIn(600).isFresh(TEN_MINUTES)).isTrue();
        assertThat(signedIn(620).isFresh(TEN_MINUTES)).isFalse();
    }

    @Test
    void isNotFreshWhenNobodyKnowsWhenItWas() {
        assertThat(new Visitor(null, session(null)).isFresh(TEN_MINUTES)).isFalse();
    }

    private static Visitor signedIn(int secondsAgo) {
        return new Visitor(null, session(String.valueOf(Time.currentTime() - secondsAgo)));
    }

    private static UserSessionModel session(String signedInAt) {
        return (UserSessionModel) Proxy.newProxyInstance(
                VisitorTest.class.getClassLoader(),
                new Class<?>[] {UserSessionModel.class},
                (proxy, method, arguments) -> method.getName().equals("getNote") ? signedInAt : null);
    }
}
