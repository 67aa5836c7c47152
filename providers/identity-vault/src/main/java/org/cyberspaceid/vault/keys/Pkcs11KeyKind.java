package org.cyberspaceid.vault.keys;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.KeyGenerator;

/** The kinds of key that are made, 256 bits each, in the token by its own random numbers. None of them ever leaves it. */
enum Pkcs11KeyKind {
    /** {@code CKK_AES}. */
    SEALING("AES", List.of("CKA_ENCRYPT", "CKA_DECRYPT")),
    /** {@code CKK_GENERIC_SECRET} for {@code CKM_SHA256_HMAC}; or {@code CKK_SHA256_HMAC} where the token makes such. */
    DERIVATION("HmacSHA256", List.of("CKA_SIGN", "CKA_VERIFY"));

    private static final int BITS = 256;
    private static final List<String> USES =
            List.of("CKA_ENCRYPT", "CKA_DECRYPT", "CKA_SIGN", "CKA_VERIFY", "CKA_WRAP", "CKA_UNWRAP", "CKA_DERIVE");

    private final String algorithm;
    private final List<String> uses;

    Pkcs11KeyKind(String algorithm, List<String> uses) {
        this.algorithm = algorithm;
        this.uses = uses;
    }

    /**
     * Makes a key. Its label is part of the template of {@code C_GenerateKey}, so that there is no moment in which the key has none;
     * SunPKCS11 takes templates in its configuration only, hence the provider of its own. A second key of the same label makes the
     * token unusable, see {@link Pkcs11Creation}.
     */
    void generate(Pkcs11Slot slot, String label) throws GeneralSecurityException {
        KeyGenerator generator = KeyGenerator.getInstance(algorithm, slot.provider(template(label)));
        generator.init(BITS);
        generator.generateKey();
    }

    private String template(String label) {
        Stream<String> attributes = Stream.of(
                "CKA_LABEL = 0h" + HexFormat.of().formatHex(label.getBytes(StandardCharsets.US_ASCII)),
                "CKA_TOKEN = true",
                "CKA_PRIVATE = true",
                "CKA_SENSITIVE = true",
                "CKA_EXTRACTABLE = false");
        return Stream.concat(attributes, USES.stream().map(use -> use + " = " + uses.contains(use)))
                .collect(Collectors.joining("\n", "attributes(generate, CKO_SECRET_KEY, *) = {\n", "\n}\n"));
    }
}
