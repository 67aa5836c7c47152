package org.cyberspaceid.realm;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An ISP as a deployer describes it: a confidential client. The secret is not part of it; it is handed over beside it, or the
 * client authenticates by {@code private_key_jwt} with the keys at {@code jwksUri}.
 *
 * @param clientId its OAuth {@code client_id}
 * @param name what the citizen reads on the consent page
 * @param homepage where "back to …" links lead, if anywhere
 * @param redirectUris exact URIs
 * @param postLogoutRedirectUris exact URIs; none means no way back after sign-out
 * @param sectorIdentifierUri an https URI whose host is the sector (OIDC Core 8.1); required when the redirect URIs have several hosts
 * @param backchannelLogoutUri where logout tokens go
 * @param jwksUri the ISP's public keys, for {@code private_key_jwt}
 * @param scopes its allow-list from the table, for example {@code identity_verified}
 * @param agreement what was agreed with it
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record IspClient(
        @JsonProperty(required = true) String clientId,
        @JsonProperty(required = true) String name,
        Optional<String> homepage,
        @JsonProperty(required = true) List<String> redirectUris,
        List<String> postLogoutRedirectUris,
        Optional<String> sectorIdentifierUri,
        Optional<String> backchannelLogoutUri,
        Optional<String> jwksUri,
        Set<String> scopes,
        @JsonProperty(required = true) IspAgreement agreement) {

    public IspClient {
        homepage = orEmpty(homepage);
        sectorIdentifierUri = orEmpty(sectorIdentifierUri);
        backchannelLogoutUri = orEmpty(backchannelLogoutUri);
        jwksUri = orEmpty(jwksUri);
        redirectUris = List.copyOf(redirectUris);
        postLogoutRedirectUris = postLogoutRedirectUris == null ? List.of() : List.copyOf(postLogoutRedirectUris);
        scopes = scopes == null ? Set.of() : Set.copyOf(scopes);
    }

    /** The short form: a secret, one sector, no logout tokens. */
    public static IspClient of(
            String clientId, String name, List<String> redirectUris, Set<String> scopes, String alternativeSignIn) {
        return new IspClient(
                clientId, name, null, redirectUris, null, null, null, null, scopes, IspAgreement.of(alternativeSignIn));
    }

    /**
     * Reads the JSON form; the members are named as the components.
     *
     * @throws IOException when the file cannot be read or is not such a description
     */
    public static IspClient read(Path file) throws IOException {
        return Json.STRICT.readValue(Files.readAllBytes(file), IspClient.class);
    }

    private static Optional<String> orEmpty(Optional<String> value) {
        return value == null ? Optional.empty() : value;
    }
}
