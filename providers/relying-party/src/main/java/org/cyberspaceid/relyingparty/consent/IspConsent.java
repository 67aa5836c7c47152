package org.cyberspaceid.relyingparty.consent;

import org.cyberspaceid.relyingparty.KeycloakClients;
import org.cyberspaceid.relyingparty.claims.Grant;
import org.keycloak.OAuth2Constants;
import org.keycloak.authentication.InitiatedActionSupport;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.events.Details;
import org.keycloak.events.EventType;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.util.TokenUtil;

/**
 * Between authentication and code: what the ISP asks is covered by a consent that still holds, or the person is asked. Keycloak's
 * own consent table is plain text and stays empty.
 */
final class IspConsent implements RequiredActionProvider {
    /** Everything was asked and answered in this sign-in; Keycloak evaluates once more after the last page. */
    private static final String DONE = "cyberspaceid.consent.done";

    /** {@code kc_action} changes nothing; of an action that does not support it, Keycloak skips the whole, needed or not. */
    @Override
    public InitiatedActionSupport initiatedActionSupport() {
        return InitiatedActionSupport.SUPPORTED;
    }

    @Override
    public void evaluateTriggers(RequiredActionContext context) {
        AuthenticationSessionModel authSession = context.getAuthenticationSession();
        if (KeycloakClients.contain(authSession.getClient()) || authSession.getAuthNote(DONE) != null) {
            return;
        }
        Stage stage = new Conversation(context).stage();
        if (stage instanceof Stage.Agreed agreed) {
            authSession.removeRequiredAction(IspConsentFactory.PROVIDER_ID);
            accept(context, agreed);
        } else if (isSilent(authSession)) {
            throw silently(context, stage);
        } else {
            authSession.addRequiredAction(IspConsentFactory.PROVIDER_ID);
        }
    }

    @Override
    public void requiredActionChallenge(RequiredActionContext context) {
        if (KeycloakClients.contain(context.getAuthenticationSession().getClient())) {
            context.success();
            return;
        }
        Stage stage = new Conversation(context).stage();
        if (stage instanceof Stage.Refused refused) {
            context.getEvent().event(EventType.LOGIN).error(refused.why().code());
            context.challenge(redirect(context).accessDenied(refused.why()));
        } else {
            goOn(context, stage);
        }
    }

    @Override
    public void processAction(RequiredActionContext context) {
        Conversation conversation = new Conversation(context);
        goOn(context, new Answer(context.getHttpRequest().getDecodedFormParameters()).to(conversation));
    }

    private static void goOn(RequiredActionContext context, Stage stage) {
        if (stage instanceof Stage.Agreed agreed) {
            accept(context, agreed);
            context.success();
        } else if (stage instanceof Stage.Refused refused) {
            context.getEvent().detail(Details.REASON, refused.why().code());
            context.failure(refused.why().code());
        } else {
            context.challenge(new ConsentPages(context).show(stage));
        }
    }

    /** What the mappers answer from now on, and {@code scope} as it was granted (RFC 6749, 5.1). */
    private static void accept(RequiredActionContext context, Stage.Agreed agreed) {
        AuthenticationSessionModel authSession = context.getAuthenticationSession();
        authSession.setAuthNote(DONE, "yes");
        authSession.setClientNote(Grant.NOTE, agreed.grant().toNote());
        authSession.setClientNote(
                OAuth2Constants.SCOPE,
                GrantedScope.of(authSession.getClientNote(OAuth2Constants.SCOPE), agreed.grant()));
        AuthenticationManager.setClientScopesInSession(context.getSession(), authSession);
    }

    /** {@code prompt=none}: consent is never asked, and a refusal is told as to anybody who was asked. */
    private static ConsentRequired silently(RequiredActionContext context, Stage stage) {
        return stage instanceof Stage.Refused refused
                ? new ConsentRequired(refused.why().code(), redirect(context).accessDenied(refused.why()))
                : new ConsentRequired(
                        IspRedirect.CONSENT_REQUIRED, redirect(context).consentRequired());
    }

    private static boolean isSilent(AuthenticationSessionModel authSession) {
        return TokenUtil.hasPrompt(
                authSession.getClientNote(OIDCLoginProtocol.PROMPT_PARAM), OIDCLoginProtocol.PROMPT_VALUE_NONE);
    }

    private static IspRedirect redirect(RequiredActionContext context) {
        return new IspRedirect(context.getSession(), context.getAuthenticationSession());
    }

    @Override
    public void close() {
        // holds nothing
    }
}
