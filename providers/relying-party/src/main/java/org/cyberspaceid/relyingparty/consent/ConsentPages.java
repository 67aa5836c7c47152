package org.cyberspaceid.relyingparty.consent;

import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Map;
import org.cyberspaceid.core.claims.BooleanClaim;
import org.cyberspaceid.relyingparty.claims.Today;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.forms.login.LoginFormsProvider;

/** The two pages, see {@code docs/pages.md}. */
final class ConsentPages {
    private static final String CONSENT = "isp-consent.ftl";
    private static final String VALUES = "isp-real-identity.ftl";

    private final RequiredActionContext context;

    ConsentPages(RequiredActionContext context) {
        this.context = context;
    }

    Response show(Stage stage) {
        return stage instanceof Stage.Ask ask ? consent(ask) : values((Stage.AskValues) stage);
    }

    private Response consent(Stage.Ask ask) {
        Question question = ask.question();
        return form().setAttribute("networkNumber", ask.number().grouped())
                .setAttribute("until", ConsentRule.until(Today.get()).toString())
                .setAttribute(
                        "items",
                        question.open().stream()
                                .filter(item -> !item.equals(Item.NUMBER))
                                .map(item -> describe(item, question))
                                .toList())
                .setAttribute(
                        "settled",
                        question.settled().stream()
                                .filter(item -> !item.equals(Item.NUMBER))
                                .map(item -> text(item.name()))
                                .toList())
                .setAttribute("values", ask.values().stream().map(Item::name).toList())
                .createForm(CONSENT);
    }

    private Response values(Stage.AskValues ask) {
        return form().setAttribute("law", ask.basis().law())
                .setAttribute("purpose", ask.basis().purpose())
                .setAttribute("retention", ask.basis().retention())
                .setAttribute(
                        "values",
                        ask.values().stream()
                                .map(value -> Map.of("name", value.name(), "essential", value.essential()))
                                .toList())
                .createForm(VALUES);
    }

    private LoginFormsProvider form() {
        return context.form()
                .setAttribute(
                        "ispHost", hostOf(context.getAuthenticationSession().getRedirectUri()));
    }

    private static Map<String, Object> describe(Item item, Question question) {
        return Map.of(
                "name", item.name(),
                "text", text(item.name()),
                "essential", item.essential(),
                "ticked", question.offeredTicked(item));
    }

    /** The message key after {@code consent.}: texts are named by scope. */
    static String text(String claimName) {
        return BooleanClaim.ofClaim(claimName).map(BooleanClaim::scope).orElse(claimName);
    }

    /** A native app's redirect URI has no host; its scheme is what the person can recognise. */
    static String hostOf(String redirectUri) {
        URI uri = URI.create(redirectUri);
        return uri.getHost() == null ? uri.getScheme() : uri.getHost();
    }
}
