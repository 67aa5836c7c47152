package org.cyberspaceid.vault.password;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Metrics;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cyberspaceid.vault.keys.Keyring;
import org.cyberspaceid.vault.keys.LengthPrefixed;
import org.keycloak.credential.hash.PasswordHashProvider;
import org.keycloak.models.PasswordPolicy;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.models.credential.dto.PasswordCredentialData;
import org.keycloak.models.credential.dto.PasswordSecretData;

/**
 * A keyed hash of the password (the pepper), then Keycloak's own Argon2id. Eight digits are 10⁸ possibilities: Argon2id alone would
 * not keep them from whoever has the database; without the pepper's key there is nothing to try them on (NIST SP 800-63B-4, 3.1.1.2).
 * A credential names its pepper. One made with an older pepper, older parameters or no pepper at all is made anew by Keycloak when its
 * owner next signs in.
 */
final class PepperedArgon2 implements PasswordHashProvider {
    /** The credential's parameter that names the pepper: its key id, unsigned. */
    static final String PEPPER = "pepper";

    /** In Keycloak's metrics: a sign-in costs one, whoever it is or is not. */
    private static final Counter HASHES = Counter.builder("cyberspace_id_password_hashes")
            .description("Password hashes made and compared")
            .register(Metrics.globalRegistry);

    private final PasswordHashProvider argon2;
    private final Keyring keys;

    PepperedArgon2(PasswordHashProvider argon2, Keyring keys) {
        this.argon2 = argon2;
        this.keys = keys;
    }

    @Override
    public boolean policyCheck(PasswordPolicy policy, PasswordCredentialModel credential) {
        return name(keys.primaryPepper()).equals(pepperOf(credential)) && argon2.policyCheck(policy, credential);
    }

    @Override
    public PasswordCredentialModel encodedCredential(String rawPassword, int iterations) {
        HASHES.increment();
        int pepper = keys.primaryPepper();
        PasswordCredentialModel hashed = argon2.encodedCredential(peppered(pepper, rawPassword), iterations);
        PasswordCredentialData data = hashed.getPasswordCredentialData();
        PasswordSecretData secret = hashed.getPasswordSecretData();
        Map<String, List<String>> parameters = new HashMap<>(data.getAdditionalParameters());
        parameters.put(PEPPER, List.of(name(pepper)));
        return PasswordCredentialModel.createFromValues(
                PepperedArgon2Factory.PROVIDER_ID,
                secret.getSalt(),
                data.getHashIterations(),
                parameters,
                secret.getValue());
    }

    @Override
    public boolean verify(String rawPassword, PasswordCredentialModel credential) {
        int pepper = Integer.parseUnsignedInt(pepperOf(credential));
        HASHES.increment();
        return argon2.verify(peppered(pepper, rawPassword), credential);
    }

    @Override
    public String credentialHashingStrength(PasswordCredentialModel credential) {
        return argon2.credentialHashingStrength(credential);
    }

    private String peppered(int pepper, String rawPassword) {
        return Base64.getEncoder().encodeToString(keys.pepper(pepper, LengthPrefixed.of("password", rawPassword)));
    }

    private static String pepperOf(PasswordCredentialModel credential) {
        return credential.getPasswordCredentialData().getAdditionalParameters().getFirst(PEPPER);
    }

    private static String name(int pepper) {
        return Integer.toUnsignedString(pepper);
    }

    @Override
    public void close() {
        // holds nothing
    }
}
