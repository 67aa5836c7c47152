package org.cyberspaceid.virtual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.cyberspaceid.core.document.ChipClass;
import org.cyberspaceid.core.document.DocumentNumber;
import org.cyberspaceid.core.document.DocumentType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SandboxAuthorityTest {
    @TempDir
    static Path folder;

    @Test
    void staysTheSameWhenOpenedAgain() throws Exception {
        Path csca = SandboxAuthority.openOrCreate(folder).cscaFolder().resolve("sandbox-csca.cer");
        byte[] before = Files.readAllBytes(csca);
        SandboxAuthority again = SandboxAuthority.openOrCreate(folder);
        assertThat(csca).hasBinaryContent(before);
        assertThat(again.crlFolder()).isDirectoryContaining("glob:**.crl");
        assertThat(again.readerServiceFolder()).isDirectoryContaining("glob:**.cer");
    }

    @ParameterizedTest
    @EnumSource(DocumentType.class)
    void givesEachTypeANumberByItsRule(DocumentType type) {
        SandboxAuthority authority = SandboxAuthority.openOrCreate(folder);
        for (int i = 0; i < 20; i++) {
            VirtualDocument document = authority.issue(Orders.order(type, PortraitFormat.JPEG, Variant.GENUINE));
            Optional<DocumentNumber> number = DocumentNumber.parse(type, document.number(), LocalDate.of(2026, 11, 22));
            assertThat(number).isPresent();
            assertThat(number.flatMap(DocumentNumber::birthDate).orElse(Orders.BORN))
                    .isEqualTo(Orders.BORN);
        }
    }

    @Test
    void issuesNoNumberTwice() {
        List<SandboxAuthority> openedThrice = Stream.generate(() -> SandboxAuthority.openOrCreate(folder))
                .limit(3)
                .toList();
        Set<String> numbers = new HashSet<>();
        for (int i = 0; i < 300; i++) {
            numbers.add(openedThrice
                    .get(i % 3)
                    .issue(Orders.order(DocumentType.RESIDENT_ID_CARD, PortraitFormat.JPEG, Variant.GENUINE))
                    .number());
        }
        assertThat(numbers).hasSize(300);
    }

    @Test
    void saysThatNoNumberIsLeft() throws Exception {
        IssuedNumbers issued = new IssuedNumbers(folder.resolve("another"));
        assertThat(issued.firstUnused(() -> "1")).isEqualTo("1");
        assertThatThrownBy(() -> issued.firstUnused(() -> "1")).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @EnumSource(
            value = DocumentType.class,
            names = {"PASSPORT", "RESIDENT_ID_CARD"})
    void survivesJson(DocumentType type) throws Exception {
        VirtualDocument document =
                SandboxAuthority.openOrCreate(folder).issue(Orders.order(type, PortraitFormat.JPEG, Variant.GENUINE));
        VirtualDocument read = VirtualDocument.fromJson(document.toJson());
        assertThat(read.toJson()).isEqualTo(document.toJson());
        ObjectMapper mapper = new ObjectMapper();
        assertThat(mapper.readValue(mapper.writeValueAsString(document), VirtualDocument.class)
                        .toJson())
                .isEqualTo(document.toJson());
        assertThat(read.expiresOn()).isEqualTo(document.expiresOn());
        JsonNode submission = mapper.readTree(read.submission(Orders.CHALLENGE, "aud"));
        assertThat(submission.has(type == DocumentType.PASSPORT ? "activeAuthentication" : "statement"))
                .isTrue();
    }

    @Test
    void everyVariantOfEveryTypeFitsTheCaps() throws Exception {
        SandboxAuthority authority = SandboxAuthority.openOrCreate(folder);
        for (DocumentType type : new DocumentType[] {DocumentType.PASSPORT, DocumentType.RESIDENT_ID_CARD}) {
            for (Variant variant : Variant.values()) {
                if (variant.fits(type)) {
                    byte[] submission = authority
                            .issue(Orders.order(type, PortraitFormat.JPEG, variant))
                            .submission(Orders.CHALLENGE, "aud");
                    assertThat(submission).as("%s %s", type, variant).hasSizeLessThan(256 * 1024);
                }
            }
        }
    }

    @Test
    void shrinksALargePortrait() throws Exception {
        DocumentOrder small = Orders.passport(PortraitFormat.JPEG, Variant.GENUINE);
        for (PortraitFormat format : PortraitFormat.values()) {
            DocumentOrder large = new DocumentOrder(
                    small.type(),
                    small.name(),
                    Optional.empty(),
                    small.birthDate(),
                    Orders.portrait(1200, 1600),
                    format,
                    small.variant());
            VirtualDocument document = SandboxAuthority.openOrCreate(folder).issue(large);
            byte[] dg2 = ((TravelChip) document.stored().chip()).dataGroups().get(2);
            assertThat(dg2).hasSizeLessThan(128 * 1024);
        }
    }

    @Test
    void refusesWhatCannotBe() {
        assertThatThrownBy(() -> Orders.order(
                        DocumentType.RESIDENT_ID_CARD, PortraitFormat.JPEG, Variant.NO_ACTIVE_AUTHENTICATION))
                .isInstanceOf(IllegalArgumentException.class);
        DocumentOrder order = Orders.passport(PortraitFormat.JPEG, Variant.GENUINE);
        DocumentOrder noImage = new DocumentOrder(
                order.type(), "X", Optional.empty(), Orders.BORN, new byte[3], PortraitFormat.JPEG, Variant.GENUINE);
        assertThatThrownBy(() -> SandboxAuthority.openOrCreate(folder).issue(noImage))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @EnumSource(Variant.class)
    void aVariantHasACode(Variant variant) {
        assertThat(Variant.ofCode(variant.code())).contains(variant);
        assertThat(variant.code()).matches("[a-z0-9-]+");
        assertThat(variant.fits(DocumentType.PASSPORT)).isTrue();
        assertThat(DocumentType.PASSPORT.chipClass()).isEqualTo(ChipClass.TRAVEL);
    }
}
