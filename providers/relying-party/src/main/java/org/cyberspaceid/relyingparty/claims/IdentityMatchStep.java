package org.cyberspaceid.relyingparty.claims;

import java.time.Duration;
import java.util.Optional;
import org.cyberspaceid.core.limit.Attempts;
import org.cyberspaceid.core.limit.Limit;
import org.cyberspaceid.core.limit.Quota;
import org.cyberspaceid.core.vault.IdentityRecord;
import org.cyberspaceid.relyingparty.NetworkNumbers;
import org.cyberspaceid.relyingparty.NotACitizen;
import org.cyberspaceid.vault.IdentityVaultProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Compares, after the person agreed and before there is a code. One comparison in a sign-in; its answer is noted for the mapper, so that
 * a refresh or another userinfo call is none.
 */
public final class IdentityMatchStep {
    /**
     * Comparisons that one ISP has answered with no about one person. A right pair tells nothing new and costs none; once there were too
     * many wrong ones, right ones are not answered either, or a refusal would be the answer.
     */
    static final Quota WRONG = new Quota(5, Duration.ofHours(24));

    private final KeycloakSession session;
    private final AuthenticationSessionModel authSession;

    public IdentityMatchStep(KeycloakSession session, AuthenticationSessionModel authSession) {
        this.session = session;
        this.authSession = authSession;
    }

    /** What came of it. */
    public enum Outcome {
        /** The request has no name and number to compare. */
        NOT_ASKED,
        YES,
        /** Where it is essential: {@code essential_claim_not_met}. */
        NO,
        /** Too many wrong pairs: {@code access_denied} with {@code identity_match_limit}, whatever this one is. */
        LIMITED
    }

    /**
     * Compares, or repeats what came of it before in this sign-in.
     *
     * @param user the person who agreed to {@code identity_match}
     * @param record that person's
     */
    public Outcome compare(ClaimsRequest request, UserModel user, IdentityRecord record) {
        if (!(request.match().orElse(null) instanceof IdentityMatch.Hashed pair)) {
            return Outcome.NOT_ASKED;
        }
        Optional<Boolean> before = MatchNote.read(authSession.getClientNote(MatchNote.NAME));
        Outcome outcome = before.map(IdentityMatchStep::of).orElseGet(() -> compare(pair.hash(), user, record));
        if (outcome != Outcome.LIMITED) {
            authSession.setClientNote(MatchNote.NAME, String.valueOf(outcome == Outcome.YES));
        }
        return outcome;
    }

    private Outcome compare(String hash, UserModel user, IdentityRecord record) {
        IdentityVaultProvider vault = session.getProvider(IdentityVaultProvider.class);
        Attempts attempts = vault.attempts();
        Limit limit = Limit.of("identity-match", numberHere(user), WRONG);
        if (!attempts.take(limit)) {
            return Outcome.LIMITED;
        }
        if (new MatchHash(vault.blindIndex(), authSession.getClient().getClientId()).isOf(record, hash)) {
            attempts.giveBack(limit);
            return Outcome.YES;
        }
        return Outcome.NO;
    }

    /** Person and ISP in one value, whichever of its clients the ISP uses. */
    private String numberHere(UserModel user) {
        return NetworkNumbers.of(session, authSession.getClient(), user)
                .orElseThrow(NotACitizen::refusal)
                .value();
    }

    private static Outcome of(boolean match) {
        return match ? Outcome.YES : Outcome.NO;
    }
}
