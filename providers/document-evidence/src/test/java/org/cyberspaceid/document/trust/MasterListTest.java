package org.cyberspaceid.document.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.icao.ICAOObjectIdentifiers;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.X509CertificateHolder;
import org.cyberspaceid.document.format.MalformedException;
import org.cyberspaceid.virtual.CertificateOrder;
import org.cyberspaceid.virtual.Holder;
import org.cyberspaceid.virtual.TrustFiles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MasterListTest {
    private static final Holder UTOPIA = authority("C=UT,CN=CSCA");
    private static final Holder ATLANTIS = authority("C=AT,CN=CSCA");
    private static final Holder SIGNER =
            TrustFiles.masterListSigner("C=UT,CN=lists", "P-256").signedBy(UTOPIA);

    @TempDir
    Path folder;

    private Path lists;
    private Path pins;

    @BeforeEach
    void pinTheSigner() {
        lists = folder.resolve("csca");
        pins = folder.resolve("pins");
        TrustFiles.write(pins, "signer.cer", encoded(SIGNER));
    }

    @Test
    void trustsTheAuthoritiesOfAListWhoseSignerIsPinned() {
        assertThat(loaded(TrustFiles.masterList(certificates(UTOPIA, ATLANTIS), SIGNER))
                        .size())
                .isEqualTo(2);
    }

    @Test
    void aPinnedAuthorityStandsForTheSignersItIssues() {
        TrustFiles.write(pins, "signer.cer", encoded(UTOPIA));
        assertThat(loaded(TrustFiles.masterList(certificates(ATLANTIS), SIGNER)).size())
                .isEqualTo(1);
    }

    @Test
    void oneOfSeveralSignersIsEnough() {
        Holder stranger = TrustFiles.masterListSigner("C=AT,CN=lists", "P-256").signedBy(ATLANTIS);
        assertThat(loaded(TrustFiles.masterList(
                                0,
                                certificates(UTOPIA),
                                ICAOObjectIdentifiers.id_icao_cscaMasterList,
                                stranger,
                                SIGNER))
                        .size())
                .isEqualTo(1);
    }

    /** Also one whose authority is on the list: what a list brings along vouches for nothing. */
    @Test
    void refusesASignerThatNobodyPinned() {
        Holder stranger = TrustFiles.masterListSigner("C=AT,CN=lists", "P-256").signedBy(ATLANTIS);
        assertRefused(TrustFiles.masterList(certificates(UTOPIA, ATLANTIS), stranger), "not one of the pinned");
    }

    @Test
    void refusesWhenNobodyIsPinned() throws IOException {
        Files.delete(pins.resolve("signer.cer"));
        assertRefused(TrustFiles.masterList(certificates(UTOPIA), SIGNER), "not one of the pinned");
    }

    @Test
    void aPinnedSignerNeedsTheKeyUsageOfOne() {
        Holder documents =
                CertificateOrder.of("C=UT,CN=documents", "P-256").asSigner().signedBy(UTOPIA);
        Holder web = CertificateOrder.of("C=UT,CN=web", "P-256")
                .asSigner()
                .with(Extension.extendedKeyUsage, true, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth))
                .signedBy(UTOPIA);
        for (Holder other : List.of(documents, web)) {
            TrustFiles.write(pins, "signer.cer", encoded(other));
            assertRefused(TrustFiles.masterList(certificates(UTOPIA), other), "not one of the pinned");
        }
    }

    @Test
    void aPinnedSignerMustBeInDate() {
        Instant now = Instant.now();
        Holder old = TrustFiles.masterListSigner("C=UT,CN=lists", "P-256")
                .valid(now.minus(Duration.ofDays(9)), now.minus(Duration.ofDays(1)))
                .signedBy(UTOPIA);
        TrustFiles.write(pins, "signer.cer", encoded(old));
        assertRefused(TrustFiles.masterList(certificates(UTOPIA), old), "out of date");
    }

    @Test
    void refusesAListThatWasChanged() {
        byte[] list = TrustFiles.masterList(certificates(UTOPIA), SIGNER);
        byte[] key = UTOPIA.certificate().getSignature();
        int at = indexOf(list, key);
        list[at + key.length - 1] ^= 1;
        assertRefused(list, "the signature of the master list does not hold");
    }

    @Test
    void refusesAnotherContentTypeAndVersion() {
        assertRefused(
                TrustFiles.masterList(0, certificates(UTOPIA), CMSObjectIdentifiers.data, SIGNER),
                "the content is no master list");
        assertRefused(
                TrustFiles.masterList(1, certificates(UTOPIA), ICAOObjectIdentifiers.id_icao_cscaMasterList, SIGNER),
                "another version");
    }

    @Test
    void refusesAFileBeyondTheLimitBeforeItIsRead() throws IOException {
        Files.createDirectories(lists);
        try (RandomAccessFile sparse =
                new RandomAccessFile(lists.resolve("huge.ml").toFile(), "rw")) {
            sparse.setLength(PemOrDer.LIMIT + 1);
        }
        assertThatThrownBy(this::load).hasMessageContaining("huge.ml").hasMessageContaining("larger than");
    }

    @Test
    void refusesTooManyCertificates() {
        List<X509CertificateHolder> many = IntStream.rangeClosed(0, 2048)
                .mapToObj(i -> UTOPIA.certificate())
                .toList();
        assertRefused(TrustFiles.masterList(many, SIGNER), "too many certificates");
    }

    @Test
    void refusesAListBeyondItsOwnLimit() {
        assertRefused(
                TrustFiles.signed(ICAOObjectIdentifiers.id_icao_cscaMasterList, new byte[6 << 20], SIGNER),
                "the master list is larger than 6291456 bytes");
    }

    /** A pinned signer's, with as many objects as may be looked at, in as many bytes; and one of as many certificates. */
    @Test
    void aListAtItsLimitsStaysBelow64MiB() throws IOException {
        byte[] odd = new DERSequence(new ASN1Encodable[] {
                    new ASN1Integer(0),
                    new DERSet(Collections.nCopies(130_000, new DERSequence(new DEROctetString(new byte[40])))
                            .toArray(ASN1Encodable[]::new))
                })
                .getEncoded();
        Holder large = CertificateOrder.withExplicitCurve("C=UT,CN=CSCA", "brainpoolP512r1")
                .asAuthority()
                .selfSigned();
        byte[] full = TrustFiles.masterList(Collections.nCopies(2_048, large.certificate()), SIGNER);
        MasterListSigners signers = MasterListSigners.load(List.of(pins));
        assertThat(allocatedBy(TrustFiles.signed(ICAOObjectIdentifiers.id_icao_cscaMasterList, odd, SIGNER), signers))
                .isBetween(8L << 20, 64L << 20);
        assertThat(allocatedBy(full, signers)).isBetween(8L << 20, 64L << 20);
    }

    private static long allocatedBy(byte[] list, MasterListSigners signers) {
        ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = thread.getCurrentThreadAllocatedBytes();
        try {
            MasterList.open(list, signers, Instant.now());
        } catch (MalformedException refused) {
            // the odd one, after it was looked at
        }
        return thread.getCurrentThreadAllocatedBytes() - before;
    }

    /** One odd certificate would otherwise cost the countries of all the others. */
    @Test
    void leavesOutWhatItCannotUseAndCountsIt() {
        Holder notAnAuthority = CertificateOrder.of("C=UT,CN=web", "P-256").selfSigned();
        Holder oddCurve = authority("C=UT,CN=odd", "secp256k1");
        Holder linkWithoutRoot =
                CertificateOrder.authority("C=UT,CN=CSCA 2", "P-256").signedBy(authority("C=UT,CN=gone"));
        CountryAuthorities authorities =
                loaded(TrustFiles.masterList(certificates(UTOPIA, notAnAuthority, oddCurve, linkWithoutRoot), SIGNER));
        assertThat(authorities.size()).isEqualTo(1);
        assertThat(authorities.unusable()).isEqualTo(3);
    }

    /** Found by fuzzing: BouncyCastle throws when it cannot decode a signature, and that ended the loading. */
    @Test
    void leavesOutACertificateWhoseSignatureCannotBeDecoded() throws IOException {
        Certificate link = CertificateOrder.authority("C=UT,CN=CSCA 2", "P-256")
                .signedBy(UTOPIA)
                .certificate()
                .toASN1Structure();
        X509CertificateHolder odd = new X509CertificateHolder(new DERSequence(new ASN1Encodable[] {
                    link.getTBSCertificate(), link.getSignatureAlgorithm(), new DERBitString(new byte[] {1})
                })
                .getEncoded());
        CountryAuthorities authorities =
                loaded(TrustFiles.masterList(List.of(UTOPIA.certificate(), odd, ATLANTIS.certificate()), SIGNER));
        assertThat(authorities.size()).isEqualTo(2);
        assertThat(authorities.unusable()).isEqualTo(1);
    }

    @Test
    void theSameCertificateOfAFolderAndAListCountsOnce() {
        TrustFiles.write(lists, "utopia.cer", encoded(UTOPIA));
        CountryAuthorities authorities = loaded(TrustFiles.masterList(certificates(UTOPIA, ATLANTIS), SIGNER));
        assertThat(authorities.size()).isEqualTo(2);
        assertThat(authorities.unusable()).isZero();
    }

    private void assertRefused(byte[] list, String reason) {
        assertThatThrownBy(() -> loaded(list))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("list.ml")
                .hasMessageContaining(reason);
    }

    private CountryAuthorities loaded(byte[] list) {
        TrustFiles.write(lists, "list.ml", list);
        return load();
    }

    private CountryAuthorities load() {
        return CountryAuthorities.load(
                new TrustSources(List.of(lists), List.of(pins), List.of(), Set.of()), Instant.now());
    }

    private static Holder authority(String name) {
        return authority(name, "P-256");
    }

    private static Holder authority(String name, String key) {
        return CertificateOrder.authority(name, key).selfSigned();
    }

    private static Collection<X509CertificateHolder> certificates(Holder... holders) {
        return Arrays.stream(holders).map(Holder::certificate).toList();
    }

    private static byte[] encoded(Holder holder) {
        try {
            return holder.certificate().getEncoded();
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static int indexOf(byte[] all, byte[] part) {
        return IntStream.range(0, all.length - part.length)
                .filter(at -> Arrays.equals(all, at, at + part.length, part, 0, part.length))
                .findFirst()
                .orElseThrow();
    }
}
