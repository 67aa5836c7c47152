package org.cyberspaceid.document.icao;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.Provider;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERPrintableString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.cyberspaceid.core.document.DocumentCheck;
import org.cyberspaceid.core.document.DocumentCheck.Verdict;
import org.cyberspaceid.core.document.DocumentType;
import org.cyberspaceid.core.document.DocumentVerdict;
import org.cyberspaceid.document.format.Limits;
import org.cyberspaceid.document.format.Tlv;
import org.cyberspaceid.document.fuzz.FuzzTarget.Attempt;
import org.cyberspaceid.document.fuzz.Script;
import org.cyberspaceid.document.fuzz.Seeds;
import org.cyberspaceid.document.fuzz.Shape;
import org.cyberspaceid.document.submission.Submission.ChipFiles;
import org.cyberspaceid.document.trust.CountryAuthorities;
import org.cyberspaceid.document.trust.DocumentTypeList;
import org.cyberspaceid.document.trust.RevocationLists;
import org.cyberspaceid.document.trust.TrustSources;
import org.cyberspaceid.virtual.CertificateOrder;
import org.cyberspaceid.virtual.Holder;
import org.cyberspaceid.virtual.TrustFiles;

/** A trusted authority that signs whatever the fuzzer thinks of: parsers behind signatures and hashes are reached only like that. */
final class ChipSeals {
    /** The time of the checks: that of the genuine files. */
    private static final Instant NOW = Instant.parse("2026-11-22T04:00:00Z");

    private static final Provider PROVIDER = new BouncyCastleProvider();
    private static final byte[] CHALLENGE = {1, 2, 3, 4, 5, 6, 7, 8};
    private static final int[] GROUPS = {1, 2, 11, 14, 15};
    private static final int LARGEST = 16 * 1024;

    private static final Holder AUTHORITY =
            dated(CertificateOrder.authority("C=CN,CN=CSCA", "P-256")).selfSigned();
    private static final Holder SIGNER = dated(CertificateOrder.of("C=CN,CN=document signer", "P-256"))
            .asSigner()
            .with(Extension.basicConstraints, true, new BasicConstraints(false))
            .with(DocumentTypeList.OID, false, new DERSequence(new ASN1Encodable[] {
                new ASN1Integer(0), new DERSet(new DERPrintableString("P"))
            }))
            .signedBy(AUTHORITY);

    /** The list of hashes of {@link #genuine genuine} groups. */
    private static final byte[] HASHES = hashes();

    private static final ChipVerifier VERIFIER = verifier();

    /** For names that DG11 does not give. */
    static final Mrz MRZ = Mrz.parse(Seeds.genuine("DG1", 0));

    private ChipSeals() {}

    /** One group changed. */
    static Attempt groups(Script script) {
        int changed = GROUPS[script.next() % GROUPS.length];
        Map<Integer, byte[]> groups = genuine(changed > 11);
        groups.put(changed, Shape.TLV.file(script, "DG" + changed, Limits.of(changed)));
        byte[] sod = TrustFiles.securityObject(new TreeMap<>(groups), SIGNER);
        return () -> labelled(verify(sod, groups), true);
    }

    /** Each group as it is, and each with no edit yet. */
    static Map<String, byte[]> groupStarts() {
        Map<String, byte[]> starts = new TreeMap<>();
        for (int i = 0; i < GROUPS.length; i++) {
            starts.putAll(Seeds.starts("DG" + GROUPS[i], i));
        }
        return starts;
    }

    /** The list of hashes changed, or the certificate of the signer. */
    static Attempt securityObject(Script script) {
        try {
            byte[] sod = switch (script.next() % 3) {
                case 0 -> TrustFiles.securityObject(Shape.TLV.file(script, "LDS", LARGEST), SIGNER);
                case 1 -> TrustFiles.securityObject(HASHES, new Holder(SIGNER.key(), changedCertificate(script)));
                default -> TrustFiles.securityObject(Shape.TLV.edited(HASHES, script, LARGEST), SIGNER);
            };
            return () -> labelled(verify(sod, genuine(false)), false);
        } catch (IOException | RuntimeException notEvenSigned) {
            return () -> "cannot be sealed";
        }
    }

    private static Map<Integer, byte[]> genuine(boolean withKey) {
        Map<Integer, byte[]> groups = new TreeMap<>();
        for (int group : GROUPS) {
            if (group <= 11 || withKey) {
                groups.put(group, Seeds.genuine("DG" + group, 0));
            }
        }
        return groups;
    }

    private static DocumentVerdict verify(byte[] sod, Map<Integer, byte[]> groups) {
        return VERIFIER.verify(
                DocumentType.PASSPORT,
                new ChipFiles(sod, new TreeMap<>(groups), Optional.of(new byte[64])),
                CHALLENGE,
                NOW);
    }

    private static String labelled(DocumentVerdict verdict, boolean sealed) {
        if (sealed && verdict.checks().get(DocumentCheck.DATA_GROUP_HASHES) == Verdict.FAILED) {
            throw new AssertionError("the seal does not hold: the parsers are not reached");
        }
        boolean reached = verdict.checks().containsKey(DocumentCheck.MACHINE_READABLE_ZONE);
        return (reached ? "content " : verdict.checks().isEmpty() ? "shape " : "seal ")
                + (verdict instanceof DocumentVerdict.Refused refused ? refused.problem() : "ACCEPTED");
    }

    /** The signer's certificate, changed and then signed by the authority. */
    private static X509CertificateHolder changedCertificate(Script script) throws IOException {
        byte[] changed = Shape.TLV.edited(SIGNER.certificate().getEncoded(), script, LARGEST);
        ASN1Sequence parts = ASN1Sequence.getInstance(changed);
        ContentSigner signer = signer(AUTHORITY.key());
        signer.getOutputStream().write(parts.getObjectAt(0).toASN1Primitive().getEncoded());
        return new X509CertificateHolder(new DERSequence(new ASN1Encodable[] {
                    parts.getObjectAt(0), signer.getAlgorithmIdentifier(), new DERBitString(signer.getSignature())
                })
                .getEncoded());
    }

    private static byte[] hashes() {
        byte[] sod = TrustFiles.securityObject(new TreeMap<>(genuine(false)), SIGNER);
        try {
            CMSSignedData signed = new CMSSignedData(Tlv.file(0x77, sod).value());
            return (byte[]) signed.getSignedContent().getContent();
        } catch (CMSException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static ContentSigner signer(PrivateKey key) {
        try {
            return new JcaContentSignerBuilder("SHA256withECDSA")
                    .setProvider(PROVIDER)
                    .build(key);
        } catch (OperatorCreationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static CertificateOrder dated(CertificateOrder order) {
        return order.valid(NOW.minus(Duration.ofDays(1)), NOW.plus(Duration.ofDays(365)));
    }

    private static ChipVerifier verifier() {
        try {
            Path folder = Files.createTempDirectory(Path.of("target"), "fuzz-csca");
            TrustFiles.write(folder, "csca.cer", AUTHORITY.certificate().getEncoded());
            TrustSources sources = new TrustSources(List.of(folder), List.of(), List.of(), Set.of("CN"));
            CountryAuthorities authorities = CountryAuthorities.load(sources, NOW);
            return new ChipVerifier(authorities, RevocationLists.load(sources, authorities));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
