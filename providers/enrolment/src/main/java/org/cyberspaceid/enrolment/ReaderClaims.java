package org.cyberspaceid.enrolment;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import org.cyberspaceid.core.outcome.Problem;
import org.cyberspaceid.core.vault.EnrolmentRows;
import org.cyberspaceid.liveface.JsonAnswer;
import org.cyberspaceid.vault.IdentityVaultProvider;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.Urls;

/** The claim of a hand-off: atomic, binds the reader's key, hands out challenge and code. */
final class ReaderClaims {
    private static final SecureRandom RANDOM = new SecureRandom();

    /** ICAO 9303 part 11, 6.1: RND.IFD is eight bytes. */
    private static final int CHALLENGE_BYTES = 8;

    private final KeycloakSession session;
    private final Clock clock = Clock.systemUTC();

    ReaderClaims(KeycloakSession session) {
        this.session = session;
    }

    /** The answer to a claim; the names are the contract with readers. */
    record Claimed(
            @JsonProperty("reading_id") String readingId,
            @JsonProperty("challenge") String challenge,
            @JsonProperty("audience") String audience,
            @JsonProperty("purpose") String purpose,
            @JsonProperty("origin") String origin,
            @JsonProperty("relying_party") String relyingParty,
            @JsonProperty("code") String code,
            @JsonProperty("document_type") String documentType,
            @JsonProperty("expires_in") long expiresIn) {}

    Response claim(String unverifiedFragment, String keyThumbprint) {
        EnrolmentRows rows = session.getProvider(IdentityVaultProvider.class).enrolments();
        HandOffs handOffs = new HandOffs(rows, clock);
        String handle = HandOffLink.handleOf(unverifiedFragment);
        HandOffs.Claim claim = handOffs.claim(handle);
        if (claim instanceof HandOffs.Claim.Taken taken) {
            return bind(taken.enrolmentId(), handOffs, unverifiedFragment, keyThumbprint);
        }
        return refuse(claim instanceof HandOffs.Claim.Used ? Problem.READER_LINK_USED : Problem.READER_LINK_EXPIRED);
    }

    private Response bind(String enrolmentId, HandOffs handOffs, String unverifiedFragment, String keyThumbprint) {
        EnrolmentStore store = Journey.store(session);
        boolean current = store.read(enrolmentId)
                .map(read -> read.state().reading())
                .filter(reading -> reading.handle().equals(HandOffLink.handleOf(unverifiedFragment)))
                .isPresent();
        if (!current) {
            return refuse(Problem.READER_LINK_EXPIRED);
        }
        String readingId = handOffs.openReading(enrolmentId);
        byte[] challenge = new byte[CHALLENGE_BYTES];
        RANDOM.nextBytes(challenge);
        long until = clock.instant().plus(HandOffs.READABLE).getEpochSecond();
        boolean scanned = HandOffLink.isScanned(unverifiedFragment);
        return store.change(
                        enrolmentId,
                        s -> s.withReading(s.reading()
                                .claimed(readingId, keyThumbprint, ReaderCode.fresh(), challenge, scanned, until)))
                .map(state -> JsonAnswer.ok(answer(state)))
                .orElseGet(() -> refuse(Problem.READER_LINK_EXPIRED));
    }

    private Claimed answer(EnrolmentState state) {
        RealmModel realm = session.getContext().getRealm();
        URI base = session.getContext().getUri().getBaseUri();
        ClientModel client = realm.getClientByClientId(state.clientId());
        ReadingState reading = state.reading();
        return new Claimed(
                reading.readingId(),
                Base64.getUrlEncoder().withoutPadding().encodeToString(reading.challenge()),
                Urls.realmIssuer(base, realm.getName()),
                "enrolment",
                HandOffLink.origin(base),
                client == null ? state.clientId() : Isp.name(client),
                reading.code(),
                state.documentType().code(),
                HandOffs.READABLE.toSeconds());
    }

    private Response refuse(Problem problem) {
        Refusals.tell(session, problem);
        return ReaderRefusal.of(problem);
    }
}
