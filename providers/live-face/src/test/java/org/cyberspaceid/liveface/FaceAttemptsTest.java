package org.cyberspaceid.liveface;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.keycloak.models.SingleUseObjectProvider;

class FaceAttemptsTest {
    private static final String DOCUMENT = "resident-id-card:11010519491231002X";

    private final Set<String> keys = new HashSet<>();

    @Test
    void sixADayPerDocument() {
        FaceAttempts attempts = new FaceAttempts(store(), FaceAttemptsTest::hash);
        for (int i = 0; i < FaceAttempts.PER_DAY; i++) {
            assertThat(attempts.take(DOCUMENT)).isTrue();
        }
        assertThat(attempts.take(DOCUMENT)).isFalse();
    }

    @Test
    void oneThatIsGivenBackCanBeTakenAgainAndNoMore() {
        FaceAttempts attempts = new FaceAttempts(store(), FaceAttemptsTest::hash);
        while (attempts.take(DOCUMENT)) {}

        attempts.giveBack(DOCUMENT);

        assertThat(attempts.take(DOCUMENT)).isTrue();
        assertThat(attempts.take(DOCUMENT)).isFalse();
    }

    @Test
    void theStoreSeesNoDocumentNumber() {
        new FaceAttempts(store(), FaceAttemptsTest::hash).take(DOCUMENT);

        assertThat(keys).isNotEmpty().noneMatch(key -> key.contains("11010519491231002X"));
    }

    private SingleUseObjectProvider store() {
        return (SingleUseObjectProvider) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {SingleUseObjectProvider.class},
                (proxy, method, args) -> switch (method.getName()) {
                    case "putIfAbsent" -> keys.add((String) args[0]);
                    case "contains" -> keys.contains((String) args[0]);
                    case "remove" -> keys.remove((String) args[0]) ? Map.of() : null;
                    default -> throw new AssertionError("not expected: " + method.getName());
                });
    }

    private static byte[] hash(String purpose, String value) {
        try {
            return MessageDigest.getInstance("SHA-256").digest((purpose + value).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
