package org.cyberspaceid.virtual;

/**
 * The algorithms of a virtual chip.
 *
 * @param signer how the document signer signs the SOD
 * @param activeAuthentication the kind of the chip's own key
 */
public record ChipProfile(Signer signer, KeyKind activeAuthentication) {

    /** What {@link SandboxAuthority#issue(DocumentOrder)} makes. */
    public static final ChipProfile USUAL = new ChipProfile(Signer.ECDSA_P256, KeyKind.EC);

    /** The signature algorithms, all over SHA-256. */
    public enum Signer {
        RSA_PKCS1("signer-rsa", "SHA256withRSA"),
        RSA_PSS("signer-rsa", "SHA256withRSAandMGF1"),
        ECDSA_P256("signer-ec", "SHA256withECDSA");

        private final String alias;
        private final String jca;

        Signer(String alias, String jca) {
            this.alias = alias;
            this.jca = jca;
        }

        String alias() {
            return alias;
        }

        String jca() {
            return jca;
        }
    }

    /** RSA 2048 (ISO/IEC 9796-2 scheme 1) or ECDSA on P-256 (plain). */
    public enum KeyKind {
        RSA,
        EC
    }
}
