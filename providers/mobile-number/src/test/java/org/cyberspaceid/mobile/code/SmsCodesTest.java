package org.cyberspaceid.mobile.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.cyberspaceid.core.mobile.MobileNumber;
import org.cyberspaceid.core.outcome.Problem;
import org.cyberspaceid.mobile.SmsSenderProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SmsCodesTest {
    private static final Pattern CODE = Pattern.compile("\\d{6}");
    private static int nextNumber = 10_000_000;
    private static TestDatabase database;

    private final SettableClock clock = new SettableClock();
    private final Outbox outbox = new Outbox();
    private SmsCodes codes;
    private MobileNumber number;

    @BeforeAll
    static void startDatabase() throws Exception {
        database = new TestDatabase();
    }

    @AfterAll
    static void stopDatabase() throws Exception {
        database.close();
    }

    @BeforeEach
    void freshNumber() {
        number = new MobileNumber("+86138" + nextNumber++);
        codes = codes("realm");
    }

    @Test
    void aRightCodeIsAcceptedOnce() {
        assertThat(send()).isEmpty();
        String code = outbox.lastCode();
        assertThat(check(code)).isEmpty();
        assertThat(check(code)).contains(Problem.SMS_CODE_EXPIRED);
    }

    @Test
    void blanksAndFullWidthDigitsDoNotMatter() {
        send();
        String code = outbox.lastCode();
        StringBuilder wide = new StringBuilder(" ");
        code.chars().forEach(c -> wide.append((char) (c - '0' + '０')).append(' '));
        assertThat(check(wide.toString())).isEmpty();
    }

    @Test
    void fiveWrongTriesEndACode() {
        send();
        String wrong = anotherThan(outbox.lastCode());
        for (int i = 0; i < 4; i++) {
            assertThat(check(wrong)).contains(Problem.SMS_CODE_WRONG);
        }
        assertThat(check(wrong)).contains(Problem.SMS_CODE_TRIES_EXHAUSTED);
        assertThat(check(outbox.lastCode())).contains(Problem.SMS_CODE_TRIES_EXHAUSTED);
    }

    @Test
    void theFifthTryStillCounts() {
        send();
        for (int i = 0; i < 4; i++) {
            check(anotherThan(outbox.lastCode()));
        }
        assertThat(check(outbox.lastCode())).isEmpty();
    }

    @Test
    void absenceAndRubbishAreWrongTries() {
        send();
        assertThat(check(null)).contains(Problem.SMS_CODE_WRONG);
        assertThat(check("")).contains(Problem.SMS_CODE_WRONG);
        assertThat(check("1".repeat(1_000_000))).contains(Problem.SMS_CODE_WRONG);
        assertThat(check(outbox.lastCode())).isEmpty();
    }

    @Test
    void aCodeEndsAfterFiveMinutes() {
        send();
        clock.forward(Duration.ofMinutes(5));
        assertThat(check(outbox.lastCode())).contains(Problem.SMS_CODE_EXPIRED);
    }

    @Test
    void aCodeIsGoodUntilItsFiveMinutesAreOver() {
        send();
        clock.forward(Duration.ofMinutes(5).minusMillis(1));
        assertThat(check(outbox.lastCode())).isEmpty();
    }

    @Test
    void noCodeAtAllReadsAsExpired() {
        assertThat(check("123456")).contains(Problem.SMS_CODE_EXPIRED);
    }

    @Test
    void aNewCodeReplacesTheOldOneAndItsTries() {
        send();
        String old = outbox.lastCode();
        for (int i = 0; i < 5; i++) {
            check(anotherThan(old));
        }
        clock.forward(Duration.ofMinutes(1));
        send();
        assertThat(old.equals(outbox.lastCode()) ? Optional.empty() : check(old))
                .isNotEqualTo(Optional.of(Problem.SMS_CODE_EXPIRED));
        assertThat(check(outbox.lastCode())).isEmpty();
    }

    @Test
    void aCodeForOnePurposeNeverServesAnotherNorAnotherNumberNorAnotherRealm() {
        send();
        String code = outbox.lastCode();
        assertThat(codes.check("enrolment", number, code)).contains(Problem.SMS_CODE_EXPIRED);
        assertThat(codes.check("sign-in", new MobileNumber("+8613900000000"), code))
                .contains(Problem.SMS_CODE_EXPIRED);
        assertThat(codes("other").check("sign-in", number, code)).contains(Problem.SMS_CODE_EXPIRED);
        assertThat(check(code)).isEmpty();
    }

    @Test
    void theLimitsCountAllPurposesOfANumber() {
        assertThat(send()).isEmpty();
        assertThat(codes.send("enrolment", number, Locale.ENGLISH)).contains(Problem.SMS_RATE_LIMITED);
        assertThat(codes.waitBeforeSending(number)).isEqualTo(Duration.ofMinutes(1));
        clock.forward(Duration.ofSeconds(59));
        assertThat(send()).contains(Problem.SMS_RATE_LIMITED);
        clock.forward(Duration.ofSeconds(1));
        assertThat(codes.waitBeforeSending(number)).isZero();
        assertThat(codes.send("enrolment", number, Locale.ENGLISH)).isEmpty();
    }

    @Test
    void fiveAnHourAndTenADay() {
        int sent = 0;
        for (int minute = 0; minute < 60; minute++) {
            sent += send().isEmpty() ? 1 : 0;
            clock.forward(Duration.ofMinutes(1));
        }
        assertThat(sent).isEqualTo(5);
        for (int minute = 60; minute < 24 * 60; minute += 10) {
            sent += send().isEmpty() ? 1 : 0;
            clock.forward(Duration.ofMinutes(10));
        }
        assertThat(sent).isEqualTo(10);
        assertThat(outbox.texts).hasSize(10);
        assertThat(send()).isEmpty();
    }

    @Test
    void aSendingThatFailsCountsToo() {
        outbox.up = false;
        assertThat(send()).contains(Problem.SMS_UNAVAILABLE);
        outbox.up = true;
        assertThat(send()).contains(Problem.SMS_RATE_LIMITED);
        assertThat(outbox.texts).hasSize(1);
        clock.forward(Duration.ofMinutes(1));
        assertThat(send()).isEmpty();
    }

    @Test
    void fiftyGuessesAtTheSameTimeAreFiveTries() throws Exception {
        send();
        String wrong = anotherThan(outbox.lastCode());
        List<Optional<Problem>> answers = atOnce(50, () -> check(wrong));
        assertThat(answers)
                .filteredOn(a -> a.equals(Optional.of(Problem.SMS_CODE_WRONG)))
                .hasSize(4);
        assertThat(answers)
                .filteredOn(a -> a.equals(Optional.of(Problem.SMS_CODE_TRIES_EXHAUSTED)))
                .hasSize(46);
    }

    @Test
    void aRightCodeTypedFiftyTimesAtTheSameTimeServesOnce() throws Exception {
        send();
        String code = outbox.lastCode();
        assertThat(atOnce(50, () -> check(code))).filteredOn(Optional::isEmpty).hasSize(1);
    }

    @Test
    void fiftyRequestsAtTheSameTimeSendOneMessage() throws Exception {
        assertThat(atOnce(50, this::send)).filteredOn(Optional::isEmpty).hasSize(1);
        assertThat(outbox.texts).hasSize(1);
    }

    @Test
    void whatCountsNoMoreIsDeleted() throws Exception {
        clock.forward(Duration.ofDays(10_000));
        SmsCodes.purge(database, clock.instant());
        send();
        assertThat(database.count("CID_SMS_CODE")).isEqualTo(1);
        SmsCodes.purge(database, clock.instant().plus(Duration.ofMinutes(5)));
        assertThat(database.count("CID_SMS_CODE")).isZero();
        assertThat(database.count("CID_SMS_LIMIT")).isEqualTo(1);
        SmsCodes.purge(database, clock.instant().plus(Duration.ofDays(1)));
        assertThat(database.count("CID_SMS_LIMIT")).isZero();
    }

    private Optional<Problem> send() {
        return codes.send("sign-in", number, Locale.forLanguageTag("zh-Hans"));
    }

    private Optional<Problem> check(String typed) {
        return codes.check("sign-in", number, typed);
    }

    private SmsCodes codes(String realm) {
        return new SmsCodes(database, SmsCodesTest::keyedHash, () -> outbox, new SecureRandom(), clock, realm);
    }

    private static <T> List<T> atOnce(int threads, Callable<T> work) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<T> answers = new ArrayList<>();
            for (Future<T> answer : pool.invokeAll(Collections.nCopies(threads, work))) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            pool.shutdownNow();
        }
    }

    private static String anotherThan(String code) {
        return code.equals("111111") ? "222222" : "111111";
    }

    /** HMAC-SHA-256 with a key of the test's: the vault's own has its tests beside it. */
    private static byte[] keyedHash(String purpose, String value) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec("a key of the test's own".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return mac.doFinal((purpose.length() + purpose + value).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static final class Outbox implements SmsSenderProvider {
        private final List<String> texts = new ArrayList<>();
        private boolean up = true;

        @Override
        public synchronized boolean send(MobileNumber to, String text) {
            texts.add(text);
            return up;
        }

        String lastCode() {
            Matcher code = CODE.matcher(texts.get(texts.size() - 1));
            assertThat(code.find()).isTrue();
            return code.group();
        }

        @Override
        public void close() {}
    }
}
