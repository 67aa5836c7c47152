package org.cyberspaceid.sandbox.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import org.cyberspaceid.clips.Portraits;
import org.cyberspaceid.core.document.DocumentNumber;
import org.cyberspaceid.core.document.DocumentType;
import org.cyberspaceid.core.document.PersonName;
import org.cyberspaceid.core.document.PersonReference;
import org.cyberspaceid.core.document.VerifiedDocument;
import org.cyberspaceid.core.document.VerifiedDocument.ChipProof;
import org.cyberspaceid.core.registry.RegistryAnswer;
import org.cyberspaceid.core.registry.RegistryAnswer.Confirmed;
import org.cyberspaceid.core.registry.RegistryAnswer.Denied;
import org.cyberspaceid.core.registry.RegistryAnswer.Reason;
import org.cyberspaceid.core.registry.RegistryAnswer.Unavailable;
import org.cyberspaceid.document.registry.HttpPopulationRegistry;
import org.cyberspaceid.document.registry.RegistryLimits;
import org.cyberspaceid.document.registry.RegistryTls;
import org.cyberspaceid.harness.Secrets;
import org.cyberspaceid.virtual.DocumentOrder;
import org.cyberspaceid.virtual.PortraitFormat;
import org.cyberspaceid.virtual.SandboxAuthority;
import org.cyberspaceid.virtual.TlsAuthority;
import org.cyberspaceid.virtual.Variant;
import org.cyberspaceid.virtual.VirtualDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What it answers to the adapter that Keycloak asks it by. */
class SandboxRegistryTest {
    private static final String NAME = "陈晓雨";
    private static final LocalDate BORN = LocalDate.of(1991, 4, 23);
    private static final RegistryLimits LIMITS = new RegistryLimits(
            Duration.ofSeconds(5), Duration.ofSeconds(5), 1, Duration.ofMillis(1), Duration.ofSeconds(1));

    @TempDir
    Path folder;

    private SandboxAuthority authority;
    private Secrets secrets;
    private SandboxRegistry registry;

    @BeforeEach
    void open() {
        authority = SandboxAuthority.openOrCreate(folder.resolve("authority"));
        secrets = new Secrets(folder.resolve("secrets"));
        registry = SandboxRegistry.start(authority.register(), folder.resolve("registry"), secrets);
    }

    @AfterEach
    void close() {
        registry.close();
    }

    @Test
    void confirmsWhatTheAuthorityIssuedWhoeverOpenedItsFolder() {
        SandboxAuthority elsewhere = SandboxAuthority.openOrCreate(folder.resolve("authority"));
        assertThat(ask(as(issue(elsewhere, Variant.GENUINE), NAME, BORN))).isEqualTo(new Confirmed(Optional.empty()));
    }

    @Test
    void saysNoForEachReason() {
        VirtualDocument genuine = issue(authority, Variant.GENUINE);
        Denied differs = new Denied(Reason.PERSON_DIFFERS);
        assertThat(ask(as(genuine, "王小明", BORN))).isEqualTo(differs);
        assertThat(ask(as(genuine, NAME, BORN.plusDays(1)))).isEqualTo(differs);
        assertThat(ask(as(issue(authority, Variant.REPORTED_LOST), NAME, BORN)))
                .isEqualTo(new Denied(Reason.NOT_VALID));
        VirtualDocument stranger = issue(SandboxAuthority.openOrCreate(folder.resolve("another")), Variant.GENUINE);
        assertThat(ask(as(stranger, NAME, BORN))).isEqualTo(new Denied(Reason.UNKNOWN));
    }

    @Test
    void refersToAPersonOfTwoDocumentsOnly() {
        VirtualDocument one = issue(authority, Variant.GENUINE);
        VirtualDocument other = issue(authority, Variant.GENUINE);
        registry.register().onePerson(one, other);
        RegistryAnswer answer = ask(as(one, NAME, BORN));
        Optional<PersonReference> person = ((Confirmed) answer).person();
        assertThat(person.map(PersonReference::registry)).contains("sandbox");
        assertThat(ask(as(other, NAME, BORN))).isEqualTo(answer);
    }

    @Test
    void isAwayWhenToldTo() {
        VerifiedDocument document = as(issue(authority, Variant.GENUINE), NAME, BORN);
        registry.setAway(true);
        assertThat(ask(document)).isEqualTo(new Unavailable());
        registry.setAway(false);
        assertThat(ask(document)).isInstanceOf(Confirmed.class);
    }

    @Test
    void answersNobodyWithoutItsCertificate() {
        VerifiedDocument document = as(issue(authority, Variant.GENUINE), NAME, BORN);
        Path stranger =
                new TlsAuthority("another", secrets.value("registry_store_password")).keyStore(folder, "cyberspace-id");
        assertThat(ask(document, stranger)).isEqualTo(new Unavailable());
    }

    private static VirtualDocument issue(SandboxAuthority by, Variant variant) {
        return by.issue(new DocumentOrder(
                DocumentType.RESIDENT_ID_CARD,
                NAME,
                Optional.of("CHEN XIAOYU"),
                BORN,
                Portraits.all().get(0).jpeg(),
                PortraitFormat.JPEG,
                variant));
    }

    private static VerifiedDocument as(VirtualDocument document, String name, LocalDate born) {
        return new VerifiedDocument(
                DocumentNumber.parse(document.type(), document.number(), LocalDate.now())
                        .orElseThrow(),
                new PersonName(name, Optional.empty()),
                born,
                document.expiresOn(),
                ChipProof.READER_VOUCHED);
    }

    private RegistryAnswer ask(VerifiedDocument document) {
        return ask(document, Path.of(setting("key-store-file")));
    }

    private RegistryAnswer ask(VerifiedDocument document, Path keyStore) {
        char[] password = secrets.value("registry_store_password").toCharArray();
        return new HttpPopulationRegistry(
                        setting("code"),
                        URI.create(setting("url")),
                        RegistryTls.of(keyStore, password, Path.of(setting("trust-store-file")), password),
                        LIMITS)
                .confirm(document);
    }

    private String setting(String name) {
        return registry.settings().get("spi-population-registry--https--" + name);
    }
}
