package org.cyberspaceid.signin.level;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.keycloak.authentication.authenticators.util.LoAUtil;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.protocol.oidc.par.clientpolicy.context.PushedAuthorizationRequestContext;
import org.keycloak.protocol.oidc.utils.AcrUtils;
import org.keycloak.representations.idm.ClientPolicyExecutorConfigurationRepresentation;
import org.keycloak.services.ErrorPageException;
import org.keycloak.services.clientpolicy.ClientPolicyContext;
import org.keycloak.services.clientpolicy.ClientPolicyException;
import org.keycloak.services.clientpolicy.context.AuthorizationRequestContext;
import org.keycloak.services.clientpolicy.context.PreAuthorizationRequestContext;
import org.keycloak.services.clientpolicy.executor.ClientPolicyExecutorProvider;

/**
 * An essential level that no flow of the realm reaches ends at the ISP, with the error that OpenID Connect Core Error Code
 * {@code unmet_authentication_requirements} 1.0 defines; stock Keycloak shows the person a page. Levels that are merely unknown beside
 * a known one are left out of the request.
 */
final class LevelsReachable implements ClientPolicyExecutorProvider<ClientPolicyExecutorConfigurationRepresentation> {
    static final String UNMET = "unmet_authentication_requirements";

    private final KeycloakSession session;

    LevelsReachable(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public String getProviderId() {
        return LevelsReachableFactory.PROVIDER_ID;
    }

    @Override
    public void executeOnEvent(ClientPolicyContext context) throws ClientPolicyException {
        if (context instanceof PushedAuthorizationRequestContext pushed) {
            refuseUnmet(pushed.getRequest().getClaims());
            reduced(pushed.getRequestParameters())
                    .ifPresent(
                            claims -> pushed.getRequestParameters().putSingle(OIDCLoginProtocol.CLAIMS_PARAM, claims));
        } else if (context instanceof PreAuthorizationRequestContext arriving) {
            reduced(arriving.getRequestParameters())
                    .ifPresent(claims -> askAgain(arriving.getRequestParameters(), claims));
        } else if (context instanceof AuthorizationRequestContext request) {
            refuseUnmet(request.getAuthorizationEndpointRequest().getClaims());
        }
    }

    private void refuseUnmet(String claims) throws ClientPolicyException {
        Optional<EssentialLevels> essential = EssentialLevels.in(claims);
        if (essential.isPresent() && !essential.get().canBeMetBy(known())) {
            throw new ClientPolicyException(UNMET, "no essential acr value is one of acr_values_supported");
        }
    }

    private Optional<String> reduced(MultivaluedMap<String, String> parameters) {
        return EssentialLevels.in(parameters.getFirst(OIDCLoginProtocol.CLAIMS_PARAM))
                .flatMap(essential -> essential.withoutUnknown(known()));
    }

    /** The parameters of a request cannot be changed once it has arrived, so the browser sends it once more. */
    private void askAgain(MultivaluedMap<String, String> parameters, String claims) {
        String query = parameters.keySet().stream()
                .map(name -> encode(name)
                        + "="
                        + encode(name.equals(OIDCLoginProtocol.CLAIMS_PARAM) ? claims : parameters.getFirst(name)))
                .collect(Collectors.joining("&"));
        URI again = URI.create(session.getContext().getUri().getAbsolutePath() + "?" + query);
        // Without an entity, Keycloak's error handler would put its error page in the place of the redirect.
        throw new ErrorPageException(Response.seeOther(again)
                .type(MediaType.TEXT_PLAIN_TYPE)
                .entity("")
                .build());
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private Set<String> known() {
        RealmModel realm = session.getContext().getRealm();
        Set<Integer> levels = LoAUtil.getLoAConfiguredInRealmBrowserFlow(realm).collect(Collectors.toSet());
        return AcrUtils.getAcrLoaMap(realm).entrySet().stream()
                .filter(level -> levels.contains(level.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }
}
