package org.cyberspaceid.document.icao;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERPrintableString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.cyberspaceid.core.document.DocumentCheck;
import org.cyberspaceid.core.document.DocumentCheck.Verdict;
import org.cyberspaceid.core.document.DocumentType;
import org.cyberspaceid.core.document.DocumentVerdict;
import org.cyberspaceid.core.outcome.Problem;
import org.cyberspaceid.document.submission.Submission.ChipFiles;
import org.cyberspaceid.document.submission.SubmissionReader;
import org.cyberspaceid.document.trust.CountryAuthorities;
import org.cyberspaceid.document.trust.DocumentTypeList;
import org.cyberspaceid.document.trust.RevocationLists;
import org.cyberspaceid.document.trust.TrustSources;
import org.cyberspaceid.virtual.CertificateOrder;
import org.cyberspaceid.virtual.DocumentOrder;
import org.cyberspaceid.virtual.Holder;
import org.cyberspaceid.virtual.PlainPortrait;
import org.cyberspaceid.virtual.PortraitFormat;
import org.cyberspaceid.virtual.SandboxAuthority;
import org.cyberspaceid.virtual.TrustFiles;
import org.cyberspaceid.virtual.Variant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A genuine passport's data, signed anew under an authority of our own: what the store's policies mean for it. */
class SignerScopeTest {
    private static final byte[] CHALLENGE = new byte[8];
    private static final Holder AUTHORITY =
            CertificateOrder.authority("C=CN,CN=CSCA", "P-256").selfSigned();

    @TempDir
    Path folder;

    private TreeMap<Integer, byte[]> groups;

    @BeforeEach
    void readAPassport() throws IOException {
        SandboxAuthority maker = SandboxAuthority.openOrCreate(folder.resolve("maker"));
        ChipFiles chip = (ChipFiles) SubmissionReader.read(maker.issue(new DocumentOrder(
                        DocumentType.PASSPORT,
                        "王小明",
                        Optional.of("WANG XIAOMING"),
                        LocalDate.of(1990, 7, 24),
                        PlainPortrait.jpeg(),
                        PortraitFormat.JPEG,
                        Variant.NO_ACTIVE_AUTHENTICATION))
                .submission(CHALLENGE, "audience"));
        groups = new TreeMap<>(chip.dataGroups());
        TrustFiles.write(
                folder.resolve("csca"), "csca.cer", AUTHORITY.certificate().getEncoded());
        TrustFiles.write(
                folder.resolve("crl"), "csca.crl", TrustFiles.revocationList(AUTHORITY, Set.of(), Duration.ofDays(1)));
    }

    @Test
    void aSignerOfPassportsSignsAPassport() {
        assertThat(verify(signer("P"), Set.of())).isInstanceOf(DocumentVerdict.Accepted.class);
    }

    @Test
    void aSignerOfVisasDoesNot() {
        DocumentVerdict verdict = verify(signer("V"), Set.of());
        assertThat(verdict).isInstanceOfSatisfying(DocumentVerdict.Refused.class, refused -> {
            assertThat(refused.problem()).isEqualTo(Problem.DOCUMENT_AUTHORITY_UNKNOWN);
            assertThat(refused.checks()).containsEntry(DocumentCheck.CERTIFICATE_CHAIN, Verdict.FAILED);
        });
    }

    @Test
    void withoutARevocationListOnlyTheNamedCountryIsAccepted() {
        folder.resolve("crl/csca.crl").toFile().delete();
        assertThat(verify(signer("P"), Set.of("JP"))).isInstanceOfSatisfying(DocumentVerdict.Refused.class, refused -> {
            assertThat(refused.problem()).isEqualTo(Problem.DOCUMENT_AUTHORITY_UNKNOWN);
            assertThat(refused.checks()).containsEntry(DocumentCheck.REVOCATION, Verdict.UNDETERMINED);
        });
        DocumentVerdict accepted = verify(signer("P"), Set.of("CN"));
        assertThat(accepted).isInstanceOf(DocumentVerdict.Accepted.class);
        assertThat(accepted.checks()).containsEntry(DocumentCheck.REVOCATION, Verdict.UNDETERMINED);
    }

    private DocumentVerdict verify(Holder signer, Set<String> withoutRevocationList) {
        TrustSources sources = new TrustSources(
                List.of(folder.resolve("csca")), List.of(), List.of(folder.resolve("crl")), withoutRevocationList);
        CountryAuthorities authorities = CountryAuthorities.load(sources, Instant.now());
        return new ChipVerifier(authorities, RevocationLists.load(sources, authorities))
                .verify(
                        DocumentType.PASSPORT,
                        new ChipFiles(TrustFiles.securityObject(groups, signer), groups, Optional.empty()),
                        CHALLENGE,
                        Instant.now());
    }

    private static Holder signer(String type) {
        return CertificateOrder.of("C=CN,CN=signer", "P-256")
                .asSigner()
                .with(DocumentTypeList.OID, false, new DERSequence(new ASN1Encodable[] {
                    new ASN1Integer(0), new DERSet(new DERPrintableString(type))
                }))
                .signedBy(AUTHORITY);
    }
}
