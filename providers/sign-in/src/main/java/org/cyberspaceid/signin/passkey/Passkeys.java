package org.cyberspaceid.signin.passkey;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.cyberspaceid.core.document.Age;
import org.cyberspaceid.core.vault.PersonalSeal;
import org.cyberspaceid.signin.device.OwnName;
import org.cyberspaceid.vault.IdentityVaultProvider;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.credential.CredentialModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.WebAuthnCredentialModel;

/** A person's passkeys: Keycloak's credentials, with a name that is sealed and the day of the last use. */
public final class Passkeys {
    private static final String TYPE = WebAuthnCredentialModel.TYPE_PASSWORDLESS;
    private static final String PLACE = "passkey-name/";

    private final KeycloakSession session;
    private final UserModel user;
    private final Clock clock;

    public Passkeys(KeycloakSession session, UserModel user, Clock clock) {
        this.session = session;
        this.user = user;
        this.clock = clock;
    }

    /**
     * A passkey as its owner sees it.
     *
     * @param id Keycloak's, random
     * @param name may be empty
     */
    public record Passkey(String id, String name, LocalDate addedOn, LocalDate lastUsedOn) {}

    public boolean any() {
        return credentials().findAny().isPresent();
    }

    /** The newest last. */
    public List<Passkey> all() {
        Map<String, PasskeyRows.Row> rows = rows().of(user.getId());
        return credentials()
                .sorted(Comparator.comparing(CredentialModel::getCreatedDate))
                .map(credential -> passkey(credential, Optional.ofNullable(rows.get(credential.getId()))))
                .toList();
    }

    /** What a browser is told to look for (WebAuthn, {@code allowCredentials}): base64url. */
    List<String> credentialIds() {
        return credentials().map(Passkeys::webAuthnId).toList();
    }

    /** Names a passkey that Keycloak has just stored. */
    void name(String credentialId, String name) {
        rows().add(credentialId, user.getId(), seal(credentialId, name), today().toEpochDay());
    }

    /** False when the person has no such passkey. */
    public boolean rename(String unverifiedId, String unverifiedName) {
        return owns(unverifiedId)
                && rows().rename(unverifiedId, user.getId(), seal(unverifiedId, OwnName.typed(unverifiedName)));
    }

    /** It signs nobody in from now on. False when the person has no such passkey. */
    public boolean remove(String unverifiedId) {
        return owns(unverifiedId) && user.credentialManager().removeStoredCredentialById(unverifiedId);
    }

    /**
     * Uses the passkey that a browser names, and notes the day.
     *
     * @param unverifiedWebAuthnId base64url
     * @param isRight whether its answer is right
     * @return Keycloak's id of the credential; empty when the person has no such passkey or the answer is wrong
     */
    Optional<String> used(String unverifiedWebAuthnId, BooleanSupplier isRight) {
        Optional<String> id = credentials()
                .filter(credential -> webAuthnId(credential).equals(unverifiedWebAuthnId))
                .map(CredentialModel::getId)
                .findFirst()
                .filter(found -> isRight.getAsBoolean());
        id.ifPresent(right -> rows().used(right, user.getId(), today().toEpochDay()));
        return id;
    }

    /** A password's or anybody else's credential is none of these. */
    private boolean owns(String unverifiedId) {
        return unverifiedId != null
                && credentials().anyMatch(credential -> credential.getId().equals(unverifiedId));
    }

    private Passkey passkey(CredentialModel credential, Optional<PasskeyRows.Row> row) {
        LocalDate added = LocalDate.ofInstant(Instant.ofEpochMilli(credential.getCreatedDate()), Age.ZONE);
        String name = row.flatMap(found -> seals().open(user.getId(), PLACE + credential.getId(), found.sealedName()))
                .map(opened -> new String(opened, StandardCharsets.UTF_8))
                .orElse("");
        return new Passkey(
                credential.getId(),
                name,
                added,
                row.map(found -> LocalDate.ofEpochDay(found.lastUsedDay())).orElse(added));
    }

    private byte[] seal(String credentialId, String name) {
        return seals().seal(user.getId(), PLACE + credentialId, name.getBytes(StandardCharsets.UTF_8));
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(Age.ZONE));
    }

    /** The authenticator's id of it, in base64url; Keycloak stores base64. */
    private static String webAuthnId(CredentialModel credential) {
        String base64 = WebAuthnCredentialModel.createFromCredentialModel(credential)
                .getWebAuthnCredentialData()
                .getCredentialId();
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Base64.getMimeDecoder().decode(base64));
    }

    private Stream<CredentialModel> credentials() {
        return user.credentialManager().getStoredCredentialsByTypeStream(TYPE);
    }

    private PersonalSeal seals() {
        return session.getProvider(IdentityVaultProvider.class).personal();
    }

    private PasskeyRows rows() {
        return new PasskeyRows(session.getProvider(JpaConnectionProvider.class).getEntityManager());
    }
}
