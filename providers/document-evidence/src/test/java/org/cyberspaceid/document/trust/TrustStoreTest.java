package org.cyberspaceid.document.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.cyberspaceid.document.trust.RevocationLists.Status;
import org.cyberspaceid.document.trust.TrustContent.RevocationState;
import org.cyberspaceid.virtual.CertificateOrder;
import org.cyberspaceid.virtual.Holder;
import org.cyberspaceid.virtual.TrustFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrustStoreTest {
    private static final Holder OLD =
            CertificateOrder.authority("C=UT,CN=CSCA", "RSA-2048").selfSigned();
    private static final Holder SECOND_KEY =
            CertificateOrder.authority("C=UT,CN=CSCA", "brainpoolP384r1").selfSigned();

    @TempDir
    Path folder;

    @Test
    void aCountryMayHaveSeveralKeysUnderOneName() {
        put(OLD, "old.cer");
        put(SECOND_KEY, "second.cer");
        for (Holder authority : List.of(OLD, SECOND_KEY)) {
            Holder signer = signerOf(authority);
            assertThat(load().issuerOf(signer.certificate(), Instant.now()))
                    .map(CountryAuthority::certificate)
                    .contains(authority.certificate());
        }
    }

    @Test
    void linksLeadFromKeyToKey() {
        Holder second = CertificateOrder.authority("C=UT,CN=CSCA 2", "P-256").signedBy(OLD);
        Holder third = CertificateOrder.authority("c=ut,CN=CSCA 3", "P-256").signedBy(second);
        put(third, "a.cer"); // before what anchors it
        put(second, "b.cer");
        put(OLD, "c.cer");
        assertThat(load().issuerOf(signerOf(third).certificate(), Instant.now()))
                .isPresent();
    }

    @Test
    void aLinkToNothingIsSaid() {
        put(CertificateOrder.authority("C=UT,CN=CSCA 2", "P-256").signedBy(OLD), "link.cer");
        assertThatThrownBy(this::load).hasMessageContaining("leads to no self-signed one");
    }

    /** Otherwise Utopia could issue Atlantis's passports. */
    @Test
    void noCountryMakesItselfAnothersAuthority() {
        put(OLD, "utopia.cer");
        put(CertificateOrder.authority("C=AT,CN=CSCA", "P-256").signedBy(OLD), "atlantis.cer");
        assertThatThrownBy(this::load).hasMessageContaining("leads to no self-signed one");
    }

    @Test
    void anAuthorityThatIsOutOfDateIssuesNothing() {
        Instant now = Instant.now();
        Holder expired = CertificateOrder.authority("C=UT,CN=CSCA", "P-256")
                .valid(now.minus(Duration.ofDays(9)), now.minus(Duration.ofDays(1)))
                .selfSigned();
        put(expired, "expired.cer");
        Holder signer = signerOf(expired);
        assertThat(load().issuerOf(signer.certificate(), now)).isEmpty();
        assertThat(load().everIssuerOf(signer.certificate())).isPresent();
    }

    @Test
    void loadingForOneIssuerFindsItsLinksAndNothingElse() {
        Holder second = CertificateOrder.authority("C=UT,CN=CSCA 2", "P-256").signedBy(OLD);
        put(OLD, "old.cer");
        put(second, "second.cer");
        put(CertificateOrder.authority("C=AT,CN=CSCA", "P-256").selfSigned(), "other.cer");
        CountryAuthorities some =
                CountryAuthorities.loadLeadingTo(second.certificate().getSubject(), sources(Set.of()), Instant.now());
        assertThat(some.size()).isEqualTo(2);
        assertThat(some.issuerOf(signerOf(second).certificate(), Instant.now())).isPresent();
    }

    @Test
    void aListInDateTellsAndAStaleOneOnlyTellsWhatItHas() {
        put(OLD, "old.cer");
        Holder signer = signerOf(OLD);
        Holder revoked = signerOf(OLD);
        var serials = Set.of(revoked.certificate().getSerialNumber());
        assertThat(status(signer)).isEqualTo(Status.UNKNOWN);
        assertThat(state()).isEqualTo(RevocationState.MISSING);

        TrustFiles.write(crls(), "list.crl", TrustFiles.revocationList(OLD, serials, Duration.ofDays(1)));
        assertThat(status(signer)).isEqualTo(Status.GOOD);
        assertThat(status(revoked)).isEqualTo(Status.REVOKED);
        assertThat(state()).isEqualTo(RevocationState.IN_DATE);

        TrustFiles.write(crls(), "list.crl", TrustFiles.revocationList(OLD, serials, Duration.ofSeconds(1)));
        assertThat(status(signer)).isEqualTo(Status.UNKNOWN);
        assertThat(status(revoked)).isEqualTo(Status.REVOKED);
        assertThat(state()).isEqualTo(RevocationState.STALE);
    }

    @Test
    void whoMayNotSignRevocationListsSaysNothing() {
        Holder noLists = CertificateOrder.of("C=UT,CN=CSCA", "P-256")
                .with(Extension.basicConstraints, true, new BasicConstraints(0))
                .with(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign))
                .selfSigned();
        put(noLists, "csca.cer");
        TrustFiles.write(crls(), "list.crl", TrustFiles.revocationList(noLists, Set.of(), Duration.ofDays(1)));
        assertThat(status(signerOf(noLists))).isEqualTo(Status.UNKNOWN);
    }

    @Test
    void thePolicyNamesCountries() {
        put(OLD, "old.cer");
        assertThat(lists(sources(Set.of())).isRequiredOf(OLD.certificate().getSubject()))
                .isTrue();
        assertThat(lists(sources(Set.of("AT"))).isRequiredOf(OLD.certificate().getSubject()))
                .isTrue();
        assertThat(lists(sources(Set.of(" ut"))).isRequiredOf(OLD.certificate().getSubject()))
                .isFalse();
    }

    @Test
    void saysWhatIsInIt() {
        Instant soon =
                Instant.ofEpochSecond(Instant.now().plus(Duration.ofDays(3)).getEpochSecond());
        put(OLD, "old.cer");
        put(
                CertificateOrder.authority("C=ut,CN=CSCA", "P-256")
                        .valid(Instant.now().minusSeconds(60), soon)
                        .selfSigned(),
                "soon.cer");
        put(CertificateOrder.authority("C=AT,CN=CSCA", "P-256").selfSigned(), "other.cer");
        TrustContent content = content();
        assertThat(content.countries()).containsOnlyKeys("AT", "UT");
        assertThat(content.countries().get("UT"))
                .isEqualTo(new TrustContent.Country(2, Optional.of(soon), RevocationState.MISSING, Optional.empty()));
        assertThat(content.leftOut()).isZero();
    }

    private RevocationState state() {
        return content().countries().get("UT").revocation();
    }

    private TrustContent content() {
        return TrustContent.of(load(), lists(sources(Set.of())), Instant.now());
    }

    private Status status(Holder signer) {
        return lists(sources(Set.of()))
                .statusOf(signer.certificate(), OLD.certificate().getSubject(), Instant.now());
    }

    private RevocationLists lists(TrustSources sources) {
        return RevocationLists.load(sources, load());
    }

    private CountryAuthorities load() {
        return CountryAuthorities.load(sources(Set.of()), Instant.now());
    }

    private TrustSources sources(Set<String> withoutLists) {
        crls().toFile().mkdirs();
        return new TrustSources(List.of(folder.resolve("csca")), List.of(), List.of(crls()), withoutLists);
    }

    private Path crls() {
        return folder.resolve("crl");
    }

    private static Holder signerOf(Holder authority) {
        return CertificateOrder.of("C=UT,CN=signer", "P-256").asSigner().signedBy(authority);
    }

    private void put(Holder holder, String name) {
        try {
            TrustFiles.write(folder.resolve("csca"), name, holder.certificate().getEncoded());
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
