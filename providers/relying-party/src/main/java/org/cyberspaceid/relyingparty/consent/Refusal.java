package org.cyberspaceid.relyingparty.consent;

/** Why a sign-in ends at the consent step without a code: the public {@code error_description} of {@code access_denied}. */
enum Refusal {
    /** The person refused the page. */
    CONSENT_DECLINED("consent_declined"),
    /** … which asked for something that the ISP called essential. */
    ESSENTIAL_CLAIM_DECLINED("essential_claim_declined"),
    /** Agreed to, but the answer is no. */
    ESSENTIAL_CLAIM_NOT_MET("essential_claim_not_met"),
    /** Too many wrong pairs of name and document number for this person at this ISP. */
    IDENTITY_MATCH_LIMIT("identity_match_limit"),
    /** The account has no identity: an administrator's, for example. */
    IDENTITY_NOT_PROOFED("identity_not_proofed");

    private final String code;

    Refusal(String code) {
        this.code = code;
    }

    /** Refusing the page declines whatever it called essential. */
    static Refusal of(Question refused) {
        return refused.hasEssentialClaims() ? ESSENTIAL_CLAIM_DECLINED : CONSENT_DECLINED;
    }

    String code() {
        return code;
    }
}
