package org.cyberspaceid.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.keycloak.models.SingleUseObjectProvider;

class FaceAttemptsTest {
    private final Set<String> keys = new HashSet<>();

    @Test
    void sixADayPerDocument() {
        FaceAttempts attempts = new FaceAttempts(store(), FaceAttemptsTest::hash);
        DocumentState document = States.waiting(States.card());

        for (int i = 0; i < FaceAttempts.PER_DAY; i++) {
            assertThat(attempts.take(document)).isTrue();
        }
        assertThat(attempts.take(document)).isFalse();
    }

    @Test
    void theStoreSeesNoDocumentNumber() {
        new FaceAttempts(store(), FaceAttemptsTest::hash).take(States.waiting(States.card()));

        assertThat(keys).isNotEmpty().noneMatch(key -> key.contains("11010519491231002X"));
    }

    private SingleUseObjectProvider store() {
        return (SingleUseObjectProvider) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {SingleUseObjectProvider.class},
                (proxy, method, args) -> keys.add((String) args[0]));
    }

    private static byte[] hash(String purpose, String value) {
        try {
            return MessageDigest.getInstance("SHA-256").digest((purpose + value).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
