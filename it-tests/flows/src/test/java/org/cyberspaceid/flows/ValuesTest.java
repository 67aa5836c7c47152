package org.cyberspaceid.flows;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What counts as a value that could join two records. */
class ValuesTest {

    @ParameterizedTest
    @ValueSource(strings = {"deadbeef", "0123456789", "ABCDEFG", "k3X_-9", "abcdefg", "AB12XY3"})
    void hasThirtyTwoBits(String value) {
        assertThat(Values.capacity(value)).isGreaterThanOrEqualTo(Values.THRESHOLD);
    }

    /** Seconds since 1970 until 2106, and what is too short. */
    @ParameterizedTest
    @ValueSource(strings = {"1795800000", "4294967294", "deadbee", "abcdef", "k3X_-"})
    void hasLess(String value) {
        assertThat(Values.capacity(value)).isLessThan(Values.THRESHOLD);
    }

    @Test
    void findsWhatTwoHaveInCommonInsideTokensCodesAndUrls() {
        String session = UUID.randomUUID().toString();
        Values first = new Values();
        first.add("token", jwt("{\"sid\":\"" + session + "\",\"iat\":1795800000}"));
        Values second = new Values();
        second.add("code", UUID.randomUUID() + "." + session + ".client");
        second.add("answer", Answers.json("{\"link\":[\"https://x.example/?s=" + session + "&t=1795800000\"]}"));

        assertThat(first.inCommonWith(second).get(session)).containsExactly("answer.link[]", "code", "token.sid");
        assertThat(first.inCommonWith(second)).doesNotContainKey("1795800000");
    }

    @Test
    void leavesOutWhatSomebodyElseHasToo() {
        Values first = new Values();
        first.add("iss", "https://id.example/realms/x");
        Values second = new Values();
        second.add("iss", "https://id.example/realms/x");
        assertThat(first.inCommonWith(second)).isNotEmpty();
        assertThat(first.inCommonWith(second, second)).isEmpty();
    }

    private static String jwt(String payload) {
        return encode("{\"alg\":\"RS256\"}") + "." + encode(payload) + ".c2lnbmF0dXJl";
    }

    private static String encode(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
