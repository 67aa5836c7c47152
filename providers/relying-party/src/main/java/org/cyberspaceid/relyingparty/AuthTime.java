package org.cyberspaceid.relyingparty;

import java.util.Optional;

/**
 * What an ISP reads in {@code auth_time}: the real time rounded up to five minutes, but never after the token's {@code iat}. The
 * exact second would be the same at every ISP of a browser. Never before the real time, so an ISP that checks {@code max_age} finds it
 * kept; the server enforces {@code max_age} by the real time.
 *
 * @param real seconds since 1970 of the sign-in
 * @param told what the ISP was told, and is told again until the next real sign-in: it may compare two tokens
 */
record AuthTime(long real, long told) {
    private static final long STEP = 300;

    static AuthTime first(long real, long issuedAt) {
        long roundedUp = (real + STEP - 1) / STEP * STEP;
        return new AuthTime(real, Math.max(real, Math.min(issuedAt, roundedUp)));
    }

    /** The noted one, as long as nobody has really signed in since. */
    static AuthTime after(Optional<AuthTime> noted, long real, long issuedAt) {
        return noted.filter(before -> before.real() == real).orElseGet(() -> first(real, issuedAt));
    }

    String toNote() {
        return real + " " + told;
    }

    static Optional<AuthTime> ofNote(String note) {
        if (note == null) {
            return Optional.empty();
        }
        String[] parts = note.split(" ", 2);
        return Optional.of(new AuthTime(Long.parseLong(parts[0]), Long.parseLong(parts[1])));
    }
}
