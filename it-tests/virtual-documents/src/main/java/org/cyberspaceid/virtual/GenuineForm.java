package org.cyberspaceid.virtual;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.bouncycastle.asn1.icao.LDSVersionInfo;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;

/** Ways in which genuine passports differ from each other. */
public enum GenuineForm {
    USUAL(plan -> {}),
    /** The SignerInfo names the certificate by its key. */
    SIGNER_NAMED_BY_KEY(plan -> plan.sod.namesKey = true),
    /** As real Chinese passports have it. */
    ID_DATA(plan -> plan.sod.contentType = PKCSObjectIdentifiers.data),
    /** {@code sha256WithRSAEncryption} where CMS usually has {@code rsaEncryption}. */
    HASH_NAMED_IN_SIGNATURE(plan -> plan.sod.namesHashInSignature = true),
    LDS_VERSION_1(plan -> plan.sod.version = Optional.of(new LDSVersionInfo("0108", "040000"))),
    /** The authority's certificate stands beside the signer's. */
    AUTHORITY_INSIDE(plan -> plan.sod.more.add(plan.authority.authority.certificate())),
    SIGNING_TIME(plan -> Certificates.signedAt(plan, Duration.ZERO)),
    SIGNED_WITHIN_PRIVATE_KEY_USAGE(plan -> {
        plan.signedBy(Certificates.usableUntil(plan, Duration.ofHours(12)));
        Certificates.signedAt(plan, Duration.ofHours(-18));
    }),
    DOCUMENT_TYPE_NAMED(plan -> plan.signedBy(Certificates.forTypes(plan, "ID", "P"))),
    END_ENTITY_BY_BASIC_CONSTRAINTS(plan -> plan.signedBy(plan.authority.signer(
            plan.authority.authority, p -> p.with(Extension.basicConstraints, true, new BasicConstraints(false))))),
    COUNTRY_IN_LOWER_CASE(plan -> plan.signedBy(plan.authority.signer(
            plan.authority.authority, p -> p.name("CN".toLowerCase(Locale.ROOT), "document signer")))),
    LAST_DAY_OF_VALIDITY(plan -> plan.expiresOn = plan.today),
    NO_ACTIVE_AUTHENTICATION(plan -> plan.activeAuthentication = false);

    final Consumer<ChipPlan> change;

    GenuineForm(Consumer<ChipPlan> change) {
        this.change = change;
    }

    /** What a reader sends that read such a passport. */
    public byte[] submission(SuiteAuthority authority, ChipSuite chip, byte[] challenge) {
        ChipPlan plan = new ChipPlan(authority, chip);
        change.accept(plan);
        return plan.make(challenge);
    }
}
