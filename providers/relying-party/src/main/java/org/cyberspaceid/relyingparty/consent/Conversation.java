package org.cyberspaceid.relyingparty.consent;

import java.time.YearMonth;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cyberspaceid.core.consent.Consent;
import org.cyberspaceid.core.consent.ConsentLedger;
import org.cyberspaceid.core.consent.Receipt;
import org.cyberspaceid.core.networknumber.SectorRule;
import org.cyberspaceid.relyingparty.NetworkNumbers;
import org.cyberspaceid.relyingparty.claims.Grant;
import org.cyberspaceid.relyingparty.claims.Today;
import org.cyberspaceid.vault.IdentityVaultProvider;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.util.TokenUtil;

/** One sign-in's questions and answers: what is asked is in the request, what was answered before in the sealed ledger. */
final class Conversation {
    /** The consent page was answered in this sign-in, which satisfies {@code prompt=consent}. */
    private static final String ANSWERED = "cyberspaceid.consent.answered";

    private final KeycloakSession session;
    private final AuthenticationSessionModel authSession;
    private final UserModel user;
    private final Asked asked;

    Conversation(RequiredActionContext context) {
        this.session = context.getSession();
        this.authSession = context.getAuthenticationSession();
        this.user = context.getUser();
        this.asked = Asked.of(authSession);
    }

    Stage stage() {
        Optional<Consent> kept = remembered();
        Optional<Question> open = ConsentRule.open(asked.items(), kept, isAskedAnew(), Today.get());
        return open.isPresent() ? ask(open.get()) : afterConsent(kept.orElseThrow());
    }

    /** The number's epoch comes with it, for the tokens of the session that begins. A client without a sector was refused before. */
    private Optional<Consent> remembered() {
        if (!(NetworkNumbers.sectorOf(authSession.getClient()) instanceof SectorRule.Decision.Known known)) {
            return Optional.empty();
        }
        ConsentLedger.Remembered past = ledger().remembered(user.getId(), clientId(), known.sector());
        authSession.setClientNote(NetworkNumbers.EPOCH_NOTE, Long.toString(past.epoch()));
        return past.consent();
    }

    /** The answer to the consent page, remembered from now on. */
    Stage agree(Question question, Set<String> ticked) {
        Consent given = ConsentRule.agree(question, ticked, Today.get());
        ledger().write(user.getId(), clientId(), given);
        authSession.setAuthNote(ANSWERED, "yes");
        ConsentEvent.send(session, authSession);
        return afterConsent(given);
    }

    /** The answer to the page about values: never remembered, but a receipt stays. */
    Stage disclose(Set<String> unverifiedTicks) {
        Set<String> ticked = asked.values().stream()
                .map(Item::name)
                .filter(unverifiedTicks::contains)
                .collect(Collectors.toUnmodifiableSet());
        if (asked.values().stream().anyMatch(value -> value.essential() && !ticked.contains(value.name()))) {
            return new Stage.Refused(Refusal.ESSENTIAL_CLAIM_DECLINED);
        }
        Stage last = conclude(ledger().read(user.getId(), clientId()).orElseThrow(), ticked);
        if (last instanceof Stage.Agreed && !ticked.isEmpty()) {
            Receipt receipt = new Receipt(asked.legalBasis().orElseThrow().code(), ticked, YearMonth.from(Today.get()));
            ledger().receive(user.getId(), clientId(), receipt);
        }
        return last;
    }

    private Stage ask(Question question) {
        return NetworkNumbers.of(session, authSession.getClient(), user)
                .<Stage>map(number -> new Stage.Ask(question, number, asked.values()))
                .orElseGet(() -> new Stage.Refused(Refusal.IDENTITY_NOT_PROOFED));
    }

    private Stage afterConsent(Consent consent) {
        return asked.values().isEmpty()
                ? conclude(consent, Set.of())
                : new Stage.AskValues(asked.values(), asked.legalBasis().orElseThrow());
    }

    private Stage conclude(Consent consent, Set<String> values) {
        Grant grant = new Grant(ConsentRule.granted(asked.items(), consent), values);
        return new AnswerCheck(session, authSession, user)
                .refusal(asked.request(), grant)
                .<Stage>map(Stage.Refused::new)
                .orElseGet(() -> new Stage.Agreed(grant));
    }

    private boolean isAskedAnew() {
        return authSession.getAuthNote(ANSWERED) == null
                && TokenUtil.hasPrompt(
                        authSession.getClientNote(OIDCLoginProtocol.PROMPT_PARAM),
                        OIDCLoginProtocol.PROMPT_VALUE_CONSENT);
    }

    private String clientId() {
        return authSession.getClient().getClientId();
    }

    private ConsentLedger ledger() {
        return session.getProvider(IdentityVaultProvider.class).consents();
    }
}
