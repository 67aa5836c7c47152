package org.cyberspaceid.relyingparty;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cyberspaceid.core.mode.DeploymentMode;
import org.cyberspaceid.core.networknumber.SectorRule;
import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.protocol.oidc.OIDCConfigAttributes;

/**
 * The addresses of an ISP's client: https (RFC 9700, 2.1 and 2.6; loopback http in the sandbox) and exact. Redirect URIs may also be a
 * native app's private-use scheme (RFC 8252, 7.1), a reversed domain name.
 */
final class ClientAddresses {
    private static final Pattern PRIVATE_USE = Pattern.compile("[a-z][a-z0-9+-]*(\\.[a-z0-9+-]+)+:/[^#*]*");
    private static final String ALL_REDIRECT_URIS = "+";

    private static final List<String> HTTPS_ATTRIBUTES = List.of(
            OIDCConfigAttributes.BACKCHANNEL_LOGOUT_URL,
            OIDCConfigAttributes.JWKS_URL,
            OIDCConfigAttributes.SECTOR_IDENTIFIER_URI,
            ClientModel.LOGO_URI,
            ClientModel.POLICY_URI,
            ClientModel.TOS_URI);

    private ClientAddresses() {}

    static Optional<String> violation(ClientModel client) {
        return Stream.concat(
                        inexact("redirect_uris", client.getRedirectUris()),
                        Stream.concat(inexact("post_logout_redirect_uris", afterLogout(client)), notHttps(client)))
                .findFirst();
    }

    private static Stream<String> inexact(String where, Collection<String> uris) {
        return uris.stream()
                .filter(uri -> !isExact(uri))
                .map(uri -> where + ": exact https URIs without * and fragment");
    }

    private static boolean isExact(String uri) {
        return !uri.contains("*") && (isHttps(uri) || PRIVATE_USE.matcher(uri).matches());
    }

    private static List<String> afterLogout(ClientModel client) {
        String uris = client.getAttribute(OIDCConfigAttributes.POST_LOGOUT_REDIRECT_URIS);
        return uris == null
                ? List.of()
                : Arrays.stream(uris.split(Constants.CFG_DELIMITER))
                        .filter(uri -> !uri.isBlank() && !uri.equals(ALL_REDIRECT_URIS))
                        .toList();
    }

    private static Stream<String> notHttps(ClientModel client) {
        Stream<String> attributes = HTTPS_ATTRIBUTES.stream()
                .filter(name -> isSetAndNotHttps(client.getAttribute(name)))
                .map(name -> name + ": an https URI");
        return Stream.concat(
                attributes,
                Stream.of(client.getBaseUrl(), client.getRootUrl())
                        .filter(Objects::nonNull)
                        .filter(ClientAddresses::isSetAndNotHttps)
                        .map(uri -> "home page: an https URI"));
    }

    private static boolean isSetAndNotHttps(String uri) {
        return uri != null && !uri.isBlank() && !isHttps(uri);
    }

    private static boolean isHttps(String uri) {
        return SectorRule.hostOf(uri, DeploymentMode.current()).isPresent();
    }
}
