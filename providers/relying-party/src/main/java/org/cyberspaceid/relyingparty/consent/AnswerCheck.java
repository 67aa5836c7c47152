package org.cyberspaceid.relyingparty.consent;

import java.util.Optional;
import org.cyberspaceid.core.vault.IdentityRecord;
import org.cyberspaceid.relyingparty.claims.ClaimsRequest;
import org.cyberspaceid.relyingparty.claims.EssentialClaims;
import org.cyberspaceid.relyingparty.claims.Facts;
import org.cyberspaceid.relyingparty.claims.Grant;
import org.cyberspaceid.relyingparty.claims.IdentityMatchStep;
import org.cyberspaceid.vault.IdentityVaultProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/** Whether the answers serve the ISP: looked at only after the person agreed, since the error would tell the ISP the answer. */
final class AnswerCheck {
    private final KeycloakSession session;
    private final AuthenticationSessionModel authSession;
    private final UserModel user;

    AnswerCheck(KeycloakSession session, AuthenticationSessionModel authSession, UserModel user) {
        this.session = session;
        this.authSession = authSession;
        this.user = user;
    }

    Optional<Refusal> refusal(ClaimsRequest request, Grant grant) {
        Optional<IdentityRecord> record =
                session.getProvider(IdentityVaultProvider.class).identities().read(user.getId());
        if (record.isEmpty()) {
            return Optional.of(Refusal.IDENTITY_NOT_PROOFED);
        }
        Facts known = Facts.now(session.getContext().getRealm(), record.get());
        if (!EssentialClaims.unmet(request, known).isEmpty()) {
            return Optional.of(Refusal.ESSENTIAL_CLAIM_NOT_MET);
        }
        return grant.items().contains(ClaimsRequest.IDENTITY_MATCH)
                ? matchRefusal(request, record.get())
                : Optional.empty();
    }

    private Optional<Refusal> matchRefusal(ClaimsRequest request, IdentityRecord record) {
        return switch (new IdentityMatchStep(session, authSession).compare(request, user, record)) {
            case LIMITED -> Optional.of(Refusal.IDENTITY_MATCH_LIMIT);
            case NO ->
                request.isIdentityMatchEssential() ? Optional.of(Refusal.ESSENTIAL_CLAIM_NOT_MET) : Optional.empty();
            case YES, NOT_ASKED -> Optional.empty();
        };
    }
}
