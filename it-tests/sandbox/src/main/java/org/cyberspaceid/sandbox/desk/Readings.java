package org.cyberspaceid.sandbox.desk;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.cyberspaceid.sandbox.reader.RefusedException;
import org.cyberspaceid.sandbox.reader.VirtualReader;
import org.cyberspaceid.sandbox.reader.VirtualReader.Answer;
import org.cyberspaceid.sandbox.reader.VirtualReader.Claimed;
import org.cyberspaceid.virtual.VirtualDocument;

/** The readings the desk does: each claims at once, and reads in the background once the code was typed. */
final class Readings implements AutoCloseable {
    private static final int MOST_AT_A_TIME = 16;

    private final String readerBase;
    private final Map<String, Reading> readings = new ConcurrentHashMap<>();
    private final ExecutorService readers = Executors.newFixedThreadPool(MOST_AT_A_TIME, task -> {
        Thread thread = new Thread(task, "virtual-reader");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * A reading.
     *
     * @param code what the reader shows
     * @param status {@code pending}, {@code accepted} or {@code refused}
     * @param error the stable code of a refusal, or empty text
     */
    record Reading(String id, String code, String status, String error) {}

    /** @param publicBase Keycloak's; links to elsewhere are not followed */
    Readings(URI publicBase) {
        this.readerBase = publicBase + "/realms/";
    }

    /** Whether this is a link that our own server shows. */
    boolean isHandOff(String unverifiedLink) {
        return unverifiedLink.length() < 500
                && unverifiedLink.startsWith(readerBase)
                && unverifiedLink.matches("[^?#\\s]+/reader/open#[A-Za-z0-9_-]+");
    }

    /**
     * Claims the link and goes on in the background.
     *
     * @throws RefusedException when the link is used or expired
     */
    Reading begin(URI link, VirtualDocument document) {
        VirtualReader reader = new VirtualReader();
        Claimed claimed = reader.claim(link);
        Reading pending = new Reading(UUID.randomUUID().toString(), claimed.code(), "pending", "");
        readings.put(pending.id(), pending);
        readers.execute(() -> readings.put(pending.id(), verdict(pending, reader, claimed, document)));
        return pending;
    }

    Optional<Reading> find(String unverifiedId) {
        return Optional.ofNullable(readings.get(unverifiedId));
    }

    private static Reading verdict(Reading pending, VirtualReader reader, Claimed claimed, VirtualDocument document) {
        try {
            Answer answer = reader.readAndSubmit(claimed, document);
            boolean accepted = answer.status() == 200;
            return new Reading(
                    pending.id(), pending.code(), accepted ? "accepted" : "refused", accepted ? "" : answer.error());
        } catch (RefusedException broken) {
            return new Reading(pending.id(), pending.code(), "refused", "reader_no_answer");
        }
    }

    @Override
    public void close() {
        readers.shutdownNow();
    }
}
