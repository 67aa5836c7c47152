package org.cyberspaceid.signin.password;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.Stream;
import org.cyberspaceid.signin.password.PasswordCheck.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.keycloak.events.Errors;

class PasswordCheckTest {
    private static final String RIGHT = "73920461";
    private int hashes;

    static Stream<Arguments> attempts() {
        TestAccount good = new TestAccount(null, true, true);
        return Stream.of(
                Arguments.of(good, RIGHT, new Verdict.Right()),
                Arguments.of(good, "11111111", wrong(Errors.INVALID_USER_CREDENTIALS)),
                Arguments.of(good, "", wrong(Errors.INVALID_USER_CREDENTIALS)),
                Arguments.of(good, null, wrong(Errors.INVALID_USER_CREDENTIALS)),
                Arguments.of(good, "1".repeat(65), wrong(Errors.INVALID_USER_CREDENTIALS)),
                Arguments.of(null, RIGHT, wrong(Errors.USER_NOT_FOUND)),
                Arguments.of(null, "", wrong(Errors.USER_NOT_FOUND)),
                Arguments.of(new TestAccount(null, false, true), RIGHT, wrong(Errors.USER_DISABLED)),
                Arguments.of(
                        new TestAccount(Errors.USER_TEMPORARILY_DISABLED, true, true),
                        RIGHT,
                        wrong(Errors.USER_TEMPORARILY_DISABLED)),
                Arguments.of(new TestAccount(null, true, false), RIGHT, wrong(Errors.INVALID_USER_CREDENTIALS)));
    }

    @ParameterizedTest
    @MethodSource("attempts")
    void everyWayThroughCostsOneHash(TestAccount account, String password, Verdict expected) {
        Optional<Account> counted = Optional.ofNullable(account).map(a -> a.counting(() -> hashes++));
        assertThat(new PasswordCheck(() -> hashes++).judge(counted, password)).isEqualTo(expected);
        assertThat(hashes).isEqualTo(1);
    }

    @Test
    void aLockedAccountDoesNotEvenCompareTheRightPassword() {
        TestAccount locked = new TestAccount(Errors.USER_TEMPORARILY_DISABLED, true, true);
        Account counted = locked.counting(() -> {
            throw new AssertionError("compared");
        });
        assertThat(new PasswordCheck(() -> hashes++).judge(Optional.of(counted), RIGHT))
                .isInstanceOf(Verdict.Wrong.class);
    }

    private static Verdict wrong(String error) {
        return new Verdict.Wrong(error);
    }

    record TestAccount(String lockError, boolean enabled, boolean withPassword) {
        Account counting(Runnable hash) {
            return new Account() {
                @Override
                public Optional<String> lock() {
                    return Optional.ofNullable(lockError);
                }

                @Override
                public boolean isEnabled() {
                    return enabled;
                }

                @Override
                public boolean hasPassword() {
                    return withPassword;
                }

                @Override
                public boolean matches(String unverifiedPassword) {
                    hash.run();
                    return RIGHT.equals(unverifiedPassword);
                }
            };
        }
    }
}
