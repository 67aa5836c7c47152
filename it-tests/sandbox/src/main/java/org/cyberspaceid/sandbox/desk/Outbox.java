package org.cyberspaceid.sandbox.desk;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** The messages Keycloak would have sent by SMS. In memory: a restart ends every code anyway. */
final class Outbox {
    private static final int MOST = 2_000;

    private final byte[] bearer;
    private final Clock clock;
    private final Deque<Message> messages = new ArrayDeque<>();
    private volatile boolean down;

    /**
     * A message.
     *
     * @param to E.164
     * @param at when it came, ISO 8601
     */
    record Message(String to, String text, String at) {}

    Outbox(String token, Clock clock) {
        this.bearer = ("Bearer " + token).getBytes(StandardCharsets.UTF_8);
        this.clock = clock;
    }

    /** Whether an {@code Authorization} header is the one Keycloak sends. */
    boolean accepts(Optional<String> unverifiedAuthorization) {
        return unverifiedAuthorization
                .filter(a -> MessageDigest.isEqual(a.getBytes(StandardCharsets.UTF_8), bearer))
                .isPresent();
    }

    /** While down, it takes no message: the carrier is away. */
    void setDown(boolean isDown) {
        down = isDown;
    }

    boolean isDown() {
        return down;
    }

    synchronized void put(String to, String text) {
        messages.addFirst(new Message(to, text, clock.instant().toString()));
        while (messages.size() > MOST) {
            messages.removeLast();
        }
    }

    /**
     * Newest first.
     *
     * @param to E.164 with or without the plus, or empty for all
     */
    synchronized List<Message> to(Optional<String> to) {
        Optional<String> digits = to.map(t -> t.replaceAll("\\D", "")).filter(t -> !t.isEmpty());
        return messages.stream()
                .filter(m -> digits.isEmpty() || m.to().equals("+" + digits.get()))
                .toList();
    }
}
