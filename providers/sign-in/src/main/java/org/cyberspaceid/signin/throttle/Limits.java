package org.cyberspaceid.signin.throttle;

import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.cyberspaceid.core.limit.Limit;
import org.cyberspaceid.core.limit.Quota;

/** The limits on guesses. Their names are stable: they stand in events. */
final class Limits {
    /** Registered or not alike. */
    private static final Quota NUMBER = new Quota(20, Duration.ofDays(1));

    /** Whatever the account. Many people may be behind one address. */
    private static final List<Quota> ADDRESS =
            List.of(new Quota(100, Duration.ofMinutes(15)), new Quota(1000, Duration.ofDays(1)));

    /** A browser with a mark of ours, at accounts whose device it is not. */
    private static final Quota DEVICE = new Quota(20, Duration.ofDays(1));

    private Limits() {}

    static Limit account(Kind kind, String account) {
        return new Limit(name(kind) + "-account", account, kind.quotas());
    }

    static Limit knownDevice(Kind kind, String account, byte[] device) {
        return new Limit(name(kind) + "-known-device", account + ":" + hex(device), kind.quotas());
    }

    static Limit number(String number) {
        return Limit.of("guess-number", number, NUMBER);
    }

    static Limit address(String network) {
        return new Limit("guess-address", network, ADDRESS);
    }

    static Limit device(byte[] device) {
        return Limit.of("guess-device", hex(device), DEVICE);
    }

    private static String name(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static String hex(byte[] device) {
        return HexFormat.of().formatHex(device);
    }
}
