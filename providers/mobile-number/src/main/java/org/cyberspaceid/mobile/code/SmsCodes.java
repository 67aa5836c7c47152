package org.cyberspaceid.mobile.code;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.cyberspaceid.core.mobile.MobileNumber;
import org.cyberspaceid.core.outcome.Problem;
import org.cyberspaceid.core.vault.BlindIndex;
import org.cyberspaceid.mobile.SmsCodeProvider;
import org.cyberspaceid.mobile.SmsSenderProvider;
import org.cyberspaceid.vault.Transactions;

/** Codes and counters in PostgreSQL. No transaction is open while a message is on its way. */
final class SmsCodes implements SmsCodeProvider {
    private static final int TRIES = 5;
    private static final Duration VALID = Duration.ofMinutes(5);
    private static final int CODES = 1_000_000;
    private static final int LONGEST_INPUT = 32;

    private final Transactions transactions;
    private final BlindIndex hashes;
    private final Supplier<SmsSenderProvider> sender;
    private final SecureRandom random;
    private final Clock clock;
    private final String realm;

    SmsCodes(
            Transactions transactions,
            BlindIndex hashes,
            Supplier<SmsSenderProvider> sender,
            SecureRandom random,
            Clock clock,
            String realm) {
        this.transactions = transactions;
        this.hashes = hashes;
        this.sender = sender;
        this.random = random;
        this.clock = clock;
        this.realm = realm;
    }

    @Override
    public Optional<Problem> send(String purpose, MobileNumber to, Locale locale) {
        String code = String.format(Locale.ROOT, "%06d", random.nextInt(CODES));
        byte[] key = key(purpose, to);
        byte[] hash = codeHash(key, code);
        byte[] number = number(to);
        if (!transactions.inOwnTransaction(
                database -> reserve(new LimitRows(database), new CodeRows(database), number, key, hash))) {
            return Optional.of(Problem.SMS_RATE_LIMITED);
        }
        boolean accepted = sender.get().send(to, CodeText.of(purpose, code, locale));
        return accepted ? Optional.empty() : Optional.of(Problem.SMS_UNAVAILABLE);
    }

    private boolean reserve(LimitRows limits, CodeRows codes, byte[] number, byte[] key, byte[] hash) {
        Instant now = clock.instant();
        List<Instant> sent = limits.lock(number);
        if (!SendingLimits.wait(sent, now).isZero()) {
            return false;
        }
        limits.write(number, SendingLimits.remember(sent, now));
        codes.put(key, hash, TRIES, now.plus(VALID));
        return true;
    }

    @Override
    public Optional<Problem> check(String purpose, MobileNumber number, String typed) {
        byte[] key = key(purpose, number);
        byte[] unverifiedHash = codeHash(key, digits(typed));
        return transactions.inOwnTransaction(database -> judge(new CodeRows(database), key, unverifiedHash));
    }

    private Optional<Problem> judge(CodeRows codes, byte[] key, byte[] unverifiedHash) {
        Instant now = clock.instant();
        Optional<CodeRows.Try> taken = codes.takeTry(key, now);
        if (taken.isEmpty()) {
            return Optional.of(codes.isOpen(key, now) ? Problem.SMS_CODE_TRIES_EXHAUSTED : Problem.SMS_CODE_EXPIRED);
        }
        if (MessageDigest.isEqual(taken.get().codeHash(), unverifiedHash)) {
            codes.remove(key);
            return Optional.empty();
        }
        return Optional.of(taken.get().left() == 0 ? Problem.SMS_CODE_TRIES_EXHAUSTED : Problem.SMS_CODE_WRONG);
    }

    @Override
    public Duration waitBeforeSending(MobileNumber to) {
        byte[] number = number(to);
        return transactions.inOwnTransaction(
                database -> SendingLimits.wait(new LimitRows(database).read(number), clock.instant()));
    }

    /** Deletes what counts no more. */
    static void purge(Transactions transactions, Instant now) {
        transactions.inOwnTransaction(database ->
                new CodeRows(database).purge(now) + new LimitRows(database).purge(now.minus(SendingLimits.MEMORY)));
    }

    @Override
    public void close() {
        // holds nothing
    }

    private byte[] number(MobileNumber number) {
        return hashes.index("sms-limit", number.e164());
    }

    private byte[] key(String purpose, MobileNumber number) {
        return hashes.index("sms-code", realm + '\n' + purpose + '\n' + number.e164());
    }

    /** Keyed: without the key, a copy of the table does not even give six digits away. Bound to its row. */
    private byte[] codeHash(byte[] key, String code) {
        return hashes.index("sms-code-value", HexFormat.of().formatHex(key) + '\n' + code);
    }

    /** What was typed as plain digits: blanks dropped, full-width digits of Chinese keyboards read. */
    private static String digits(String typed) {
        if (typed == null || typed.length() > LONGEST_INPUT) {
            return "";
        }
        StringBuilder digits = new StringBuilder();
        typed.codePoints().filter(c -> !Character.isWhitespace(c)).forEach(c -> {
            int digit = Character.digit(c, 10);
            if (digit >= 0) {
                digits.append(digit);
            } else {
                digits.appendCodePoint(c);
            }
        });
        return digits.toString();
    }
}
