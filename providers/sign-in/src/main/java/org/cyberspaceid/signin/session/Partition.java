package org.cyberspaceid.signin.session;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.keycloak.OAuth2Constants;
import org.keycloak.crypto.SignatureProvider;
import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;

/**
 * Whose cookies a request may see: each ISP has its own, named with a suffix. The suffix is keyed, so that names of cookies do not tell
 * whoever sees the browser where somebody signs in. The key is the realm's own; when it is replaced, pages that are open start again.
 */
final class Partition {
    private static final Set<String> CONSOLES = Set.of(
            Constants.ACCOUNT_MANAGEMENT_CLIENT_ID,
            Constants.ACCOUNT_CONSOLE_CLIENT_ID,
            Constants.ADMIN_CONSOLE_CLIENT_ID);

    private static final String PURPOSE = "cyberspace-id/cookie-partition/";
    private static final int SUFFIX_BYTES = 8;

    private final KeycloakSession session;

    /** A request asks for its suffix with every cookie. */
    private final Map<String, String> suffixes = new HashMap<>();

    Partition(KeycloakSession session) {
        this.session = session;
    }

    /** The ISP of this request, by its public id: Keycloak's context knows it, or the address names it. Empty for our own pages. */
    Optional<String> isp() {
        return clientId().filter(id -> !CONSOLES.contains(id));
    }

    /** Whether the citizen is at their own pages, where a sign-out is one of everything. */
    boolean isConsole() {
        return clientId().map(CONSOLES::contains).orElse(true);
    }

    static boolean isConsole(ClientModel client) {
        return CONSOLES.contains(client.getClientId());
    }

    /** What the names of the ISP's cookies end in. */
    Optional<String> suffix() {
        return isp().map(id -> suffixes.computeIfAbsent(id, unverified -> "_" + keyed(unverified)));
    }

    private Optional<String> clientId() {
        ClientModel client = session.getContext().getClient();
        return client != null
                ? Optional.of(client.getClientId())
                : Optional.ofNullable(
                        session.getContext().getUri().getQueryParameters().getFirst(OAuth2Constants.CLIENT_ID));
    }

    private String keyed(String unverifiedClientId) {
        byte[] mac = session.getProvider(SignatureProvider.class, Constants.INTERNAL_SIGNATURE_ALGORITHM)
                .signer()
                .sign((PURPOSE + unverifiedClientId).getBytes(StandardCharsets.UTF_8));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(mac, SUFFIX_BYTES));
    }
}
