package org.cyberspaceid.virtual;

import static org.cyberspaceid.core.document.DocumentCheck.ACTIVE_AUTHENTICATION;
import static org.cyberspaceid.core.document.DocumentCheck.CERTIFICATE_CHAIN;
import static org.cyberspaceid.core.document.DocumentCheck.COUNTRY_AGREEMENT;
import static org.cyberspaceid.core.document.DocumentCheck.DATA_GROUP_HASHES;
import static org.cyberspaceid.core.document.DocumentCheck.MACHINE_READABLE_ZONE;
import static org.cyberspaceid.core.document.DocumentCheck.NUMBER_RULE;
import static org.cyberspaceid.core.document.DocumentCheck.REVOCATION;
import static org.cyberspaceid.core.document.DocumentCheck.SIGNATURE;
import static org.cyberspaceid.core.document.DocumentCheck.VALIDITY_PERIOD;
import static org.cyberspaceid.core.outcome.Problem.DOCUMENT_AUTHORITY_UNKNOWN;
import static org.cyberspaceid.core.outcome.Problem.DOCUMENT_CLONED;
import static org.cyberspaceid.core.outcome.Problem.DOCUMENT_EXPIRED;
import static org.cyberspaceid.core.outcome.Problem.DOCUMENT_NUMBER_INVALID;
import static org.cyberspaceid.core.outcome.Problem.DOCUMENT_REVOKED;
import static org.cyberspaceid.core.outcome.Problem.DOCUMENT_TAMPERED;
import static org.cyberspaceid.core.outcome.Problem.DOCUMENT_TYPE_MISMATCH;
import static org.cyberspaceid.core.outcome.Problem.READING_MALFORMED;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.cyberspaceid.core.document.DocumentCheck;
import org.cyberspaceid.core.outcome.Problem;

/** Forged passports, each with the reason for which it must be refused. */
public enum Forgery {
    // the chain
    ATTACKERS_AUTHORITY(
            DOCUMENT_AUTHORITY_UNKNOWN,
            CERTIFICATE_CHAIN,
            p -> p.signedBy(p.authority.signer(p.authority.attacker, c -> {}))),
    ATTACKERS_AUTHORITY_INSIDE(DOCUMENT_AUTHORITY_UNKNOWN, CERTIFICATE_CHAIN, p -> {
        p.signedBy(p.authority.signer(p.authority.attacker, c -> {}));
        p.sod.more.add(p.authority.attacker.certificate());
    }),
    ATTACKER_BESIDE_A_GENUINE_SIGNER(DOCUMENT_AUTHORITY_UNKNOWN, CERTIFICATE_CHAIN, p -> {
        p.signedBy(p.authority.signer(
                p.authority.attacker, c -> c.keys(p.authority.suite.keys, p.authority.suite.encoding, "attacker")));
        p.sod.more.add(p.authority.signer.certificate());
    }),
    SIGNER_OF_A_SIGNER(
            DOCUMENT_AUTHORITY_UNKNOWN,
            CERTIFICATE_CHAIN,
            p -> p.signedBy(p.authority.signer(p.authority.signer, c -> {}))),
    EXPIRED_AUTHORITY(
            DOCUMENT_AUTHORITY_UNKNOWN,
            CERTIFICATE_CHAIN,
            p -> p.signedBy(p.authority.signer(p.authority.expired, c -> {}))),
    EXPIRED_SIGNER(
            DOCUMENT_AUTHORITY_UNKNOWN, CERTIFICATE_CHAIN, signer(c -> c.until = c.now.minus(Duration.ofMinutes(1)))),
    SIGNER_NOT_YET_VALID(
            DOCUMENT_AUTHORITY_UNKNOWN, CERTIFICATE_CHAIN, signer(c -> c.from = c.now.plus(Duration.ofHours(1)))),
    SIGNED_BEFORE_THE_CERTIFICATE(
            DOCUMENT_AUTHORITY_UNKNOWN, CERTIFICATE_CHAIN, p -> Certificates.signedAt(p, Duration.ofDays(-2))),
    SIGNED_AFTER_PRIVATE_KEY_USAGE(DOCUMENT_AUTHORITY_UNKNOWN, CERTIFICATE_CHAIN, p -> {
        p.signedBy(Certificates.usableUntil(p, Duration.ofHours(12)));
        Certificates.signedAt(p, Duration.ofHours(-1));
    }),
    SIGNED_BEFORE_PRIVATE_KEY_USAGE(DOCUMENT_AUTHORITY_UNKNOWN, CERTIFICATE_CHAIN, p -> {
        p.signedBy(Certificates.usableSince(p, Duration.ofHours(2)));
        Certificates.signedAt(p, Duration.ofHours(-3));
    }),
    WRONG_KEY_USAGE(DOCUMENT_AUTHORITY_UNKNOWN, CERTIFICATE_CHAIN, signer(c -> c.usage(KeyUsage.keyEncipherment))),
    NO_KEY_USAGE(
            DOCUMENT_AUTHORITY_UNKNOWN,
            CERTIFICATE_CHAIN,
            signer(c -> c.extensions.removeExtension(Extension.keyUsage))),
    NO_EXTENSIONS(DOCUMENT_AUTHORITY_UNKNOWN, CERTIFICATE_CHAIN, signer(c -> c.extensions.reset())),
    SIGNER_IS_AN_AUTHORITY(
            DOCUMENT_AUTHORITY_UNKNOWN,
            CERTIFICATE_CHAIN,
            signer(c -> c.with(Extension.basicConstraints, true, new BasicConstraints(true)))),
    SIGNER_FOR_SERVERS(
            DOCUMENT_AUTHORITY_UNKNOWN,
            CERTIFICATE_CHAIN,
            signer(c ->
                    c.with(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth)))),
    UNKNOWN_CRITICAL_EXTENSION(
            DOCUMENT_AUTHORITY_UNKNOWN,
            CERTIFICATE_CHAIN,
            signer(c -> c.with(new ASN1ObjectIdentifier("2.23.136.1.1.6.99"), true, DERNull.INSTANCE))),
    SIGNER_OF_OTHER_TYPES(
            DOCUMENT_AUTHORITY_UNKNOWN, CERTIFICATE_CHAIN, p -> p.signedBy(Certificates.forTypes(p, "ID", "AC", "PD"))),
    REVOKED(DOCUMENT_REVOKED, REVOCATION, p -> p.signedBy(p.authority.revoked)),

    // the shape of the security object
    TWO_SIGNERS(READING_MALFORMED, "one SignerInfo", p -> p.sod.signers.add(p.authority.revoked)),
    NO_SIGNER(READING_MALFORMED, "one SignerInfo", p -> p.sod.signers.clear()),
    NO_CERTIFICATE(READING_MALFORMED, "one certificate of the signer", p -> p.sod.withoutCertificates = true),
    NO_CONTENT(READING_MALFORMED, "no content", p -> p.sod.withoutContent = true),
    DUPLICATE_GROUP(READING_MALFORMED, "a data group is listed twice", p -> p.sod.firstGroupTwice = true),
    MASTER_LIST(READING_MALFORMED, "eContentType", p -> p.sod.contentType = new ASN1ObjectIdentifier("2.23.136.1.1.2")),
    ID_DATA_OF_ANOTHER_COUNTRY(READING_MALFORMED, "eContentType", p -> {
        p.signedBy(p.authority.signer(p.authority.otherCountry, c -> {}));
        p.sod.contentType = PKCSObjectIdentifiers.data;
    }),
    BYTES_AFTER_THE_SOD(
            READING_MALFORMED, "bytes after the object", p -> p.sodAfterwards = sod -> Tlv.join(sod, new byte[1])),

    // the signature
    SIGNATURE_FLIPPED(DOCUMENT_TAMPERED, SIGNATURE, p -> p.sodAfterwards = Forgery::lastBitFlipped),
    SIGNED_BY_ANOTHER_KEY(DOCUMENT_TAMPERED, SIGNATURE, p -> p.sod.secretSigner = Optional.of(p.authority.attacker)),
    HASHES_REPLACED(DOCUMENT_TAMPERED, SIGNATURE, p -> {
        p.afterwards = groups -> groups.put(2, lastBitFlipped(groups.get(2)));
        p.sod.swappedGroups = Optional.of(new TreeMap<>(Map.of(1, new byte[1], 2, new byte[1])));
    }),
    CONTENT_TYPE_REPLACED(
            DOCUMENT_TAMPERED, SIGNATURE, p -> p.sod.swappedContentType = Optional.of(PKCSObjectIdentifiers.data)),
    SIGNED_WITH_MD5(DOCUMENT_TAMPERED, SIGNATURE, SigningSuite::isPkcs1, p -> p.sod.signatureAlgorithm = "MD5withRSA"),
    SHORT_RSA_KEY(READING_MALFORMED, SIGNATURE, SigningSuite::isPkcs1, p -> {
        p.signedBy(p.authority.signer(
                p.authority.authority, c -> c.keys(KeyScheme.RSA_768, KeyScheme.Encoding.USUAL, "signer")));
        p.sod.signatureAlgorithm = "SHA256withRSA";
    }),
    UNKNOWN_CURVE(
            READING_MALFORMED,
            SIGNATURE,
            SigningSuite::isEc,
            p -> p.signedBy(p.authority.signer(
                    p.authority.authority, c -> c.keys(KeyScheme.SECP256K1, KeyScheme.Encoding.USUAL, "signer")))),
    UNKNOWN_EXPLICIT_CURVE(
            READING_MALFORMED,
            SIGNATURE,
            SigningSuite::isEc,
            p -> p.signedBy(p.authority.signer(
                    p.authority.authority, c -> c.keys(KeyScheme.SECP256K1, KeyScheme.Encoding.EXPLICIT, "signer")))),

    // the data groups
    GROUP_TAMPERED(
            DOCUMENT_TAMPERED,
            DATA_GROUP_HASHES,
            p -> p.afterwards = groups -> groups.put(2, lastBitFlipped(groups.get(2)))),
    ZONE_TAMPERED(
            DOCUMENT_TAMPERED,
            DATA_GROUP_HASHES,
            p -> p.afterwards = groups -> groups.put(1, lastBitFlipped(groups.get(1)))),
    UNLISTED_GROUP(
            DOCUMENT_TAMPERED,
            DATA_GROUP_HASHES,
            p -> p.afterwards = groups -> groups.put(12, Tlv.of(0x6C, Tlv.of(0x5C, new byte[1])))),
    HASHED_WITH_MD5(
            DOCUMENT_TAMPERED,
            DATA_GROUP_HASHES,
            p -> p.sod.groupDigest = new AlgorithmIdentifier(PKCSObjectIdentifiers.md5)),
    NAME_WITHHELD(READING_MALFORMED, DATA_GROUP_HASHES, p -> p.withheld.add(11)),
    PORTRAIT_WITHHELD(READING_MALFORMED, DATA_GROUP_HASHES, p -> p.withheld.add(2)),
    ZONE_WITHHELD(READING_MALFORMED, DATA_GROUP_HASHES, p -> p.withheld.add(1)),
    DG15_WITHHELD(DOCUMENT_CLONED, DATA_GROUP_HASHES, p -> p.withheld.add(15)),
    DG15_AND_ANSWER_WITHHELD(DOCUMENT_CLONED, DATA_GROUP_HASHES, p -> {
        p.withheld.add(15);
        p.answers = false;
    }),

    // what it says
    WRONG_CHECK_DIGIT(
            READING_MALFORMED,
            MACHINE_READABLE_ZONE,
            p -> p.dg1 = dg1 -> {
                dg1[5 + 63] = (byte) ('0' + (dg1[5 + 63] - '0' + 1) % 10);
                return dg1;
            }),
    WRONG_NUMBER(DOCUMENT_NUMBER_INVALID, NUMBER_RULE, p -> p.number = p.number.substring(0, 8) + "Z"),
    ANOTHER_STATE(
            DOCUMENT_TYPE_MISMATCH,
            MACHINE_READABLE_ZONE,
            p -> p.dg1 = dg1 -> {
                dg1[7] = 'U'; // no check digit guards it
                return dg1;
            }),
    ANOTHER_TYPE(
            DOCUMENT_TYPE_MISMATCH,
            MACHINE_READABLE_ZONE,
            p -> p.dg1 = dg1 -> {
                dg1[5] = 'V';
                return dg1;
            }),
    OTHER_COUNTRY(
            DOCUMENT_AUTHORITY_UNKNOWN,
            COUNTRY_AGREEMENT,
            p -> p.signedBy(p.authority.signer(p.authority.otherCountry, c -> {}))),
    SIGNER_OF_OTHER_COUNTRY(
            DOCUMENT_AUTHORITY_UNKNOWN, COUNTRY_AGREEMENT, signer(c -> c.name("UT", "document signer"))),
    AUTHORITY_OF_OTHER_COUNTRY(
            DOCUMENT_AUTHORITY_UNKNOWN,
            COUNTRY_AGREEMENT,
            p -> p.signedBy(p.authority.signer(p.authority.otherCountry, c -> c.name("CN", "document signer")))),
    EXPIRED(DOCUMENT_EXPIRED, VALIDITY_PERIOD, p -> p.expiresOn = p.today.minusDays(1)),

    // the chip
    CLONE(DOCUMENT_CLONED, ACTIVE_AUTHENTICATION, p -> p.answersWith = p.chip.key("attacker")),
    REPLAYED_CHALLENGE(DOCUMENT_CLONED, ACTIVE_AUTHENTICATION, p -> p.challenge = c -> lastBitFlipped(c)),
    ANSWER_WITHHELD(DOCUMENT_CLONED, ACTIVE_AUTHENTICATION, p -> p.answers = false),
    ANSWER_FLIPPED(DOCUMENT_CLONED, ACTIVE_AUTHENTICATION, p -> p.answer = Forgery::lastBitFlipped),
    ANSWER_CUT_SHORT(DOCUMENT_CLONED, ACTIVE_AUTHENTICATION, p -> p.answer = a -> Arrays.copyOf(a, a.length - 1)),
    ANSWER_EMPTY(DOCUMENT_CLONED, ACTIVE_AUTHENTICATION, p -> p.answer = a -> new byte[0]),
    ANSWER_OF_ZEROS(DOCUMENT_CLONED, ACTIVE_AUTHENTICATION, p -> p.answer = a -> new byte[a.length]);

    private final Problem problem;
    private final DocumentCheck check;
    private final String shape;
    private final Predicate<SigningSuite> fits;
    private final Consumer<ChipPlan> change;

    Forgery(Problem problem, DocumentCheck check, Consumer<ChipPlan> change) {
        this(problem, check, null, suite -> true, change);
    }

    Forgery(Problem problem, DocumentCheck check, Predicate<SigningSuite> fits, Consumer<ChipPlan> change) {
        this(problem, check, null, fits, change);
    }

    Forgery(Problem problem, String shape, Consumer<ChipPlan> change) {
        this(problem, null, shape, suite -> true, change);
    }

    Forgery(
            Problem problem,
            DocumentCheck check,
            String shape,
            Predicate<SigningSuite> fits,
            Consumer<ChipPlan> change) {
        this.problem = problem;
        this.check = check;
        this.shape = shape;
        this.fits = fits;
        this.change = change;
    }

    /** For what it must be refused. */
    public Problem problem() {
        return problem;
    }

    /** Which check must refuse it; empty when it is not even a security object, and no check is reached. */
    public Optional<DocumentCheck> check() {
        return Optional.ofNullable(check);
    }

    /** Which rule of the shape of a security object it breaks, when no check is reached. */
    public Optional<String> shape() {
        return Optional.ofNullable(shape);
    }

    /** Whether it can be made by these algorithms. */
    public boolean fits(SigningSuite suite) {
        return fits.test(suite);
    }

    /** What the forger's reader sends. */
    public byte[] submission(SuiteAuthority authority, ChipSuite chip, byte[] challenge) {
        ChipPlan plan = new ChipPlan(authority, chip);
        change.accept(plan);
        return plan.make(challenge);
    }

    /** Signed by a certificate that a genuine authority issued, with this fault. */
    private static Consumer<ChipPlan> signer(Consumer<CertificatePlan> fault) {
        return plan -> plan.signedBy(plan.authority.signer(plan.authority.authority, fault));
    }

    private static byte[] lastBitFlipped(byte[] bytes) {
        byte[] other = bytes.clone();
        other[other.length - 1] ^= 1;
        return other;
    }
}
