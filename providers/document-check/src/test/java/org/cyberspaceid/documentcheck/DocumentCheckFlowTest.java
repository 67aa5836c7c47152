package org.cyberspaceid.documentcheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.bouncycastle.cert.X509CertificateHolder;
import org.cyberspaceid.core.document.DocumentType;
import org.cyberspaceid.document.submission.Submission.ChipFiles;
import org.cyberspaceid.document.submission.Submission.Statement;
import org.cyberspaceid.document.submission.SubmissionReader;
import org.cyberspaceid.virtual.CertificateOrder;
import org.cyberspaceid.virtual.DocumentOrder;
import org.cyberspaceid.virtual.Holder;
import org.cyberspaceid.virtual.PlainPortrait;
import org.cyberspaceid.virtual.PortraitFormat;
import org.cyberspaceid.virtual.SandboxAuthority;
import org.cyberspaceid.virtual.TrustFiles;
import org.cyberspaceid.virtual.Variant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** {@code java -jar document-check.jar}, as a process, on what a generator of documents made. */
class DocumentCheckFlowTest {
    private static final byte[] CHALLENGE = {1, 2, 3, 4, 5, 6, 7, 8};
    private static final String CHALLENGE_HEX = HexFormat.of().formatHex(CHALLENGE);
    private static final String AUDIENCE = "https://id.example/realms/cyberspace-id";
    private static final byte[] JPEG = PlainPortrait.jpeg();
    /** Stays for whoever measures: see providers/docs/document-check.md. */
    private static final Path KIT = Path.of("target", "kit");

    private static final int LISTED = 512;

    private static SandboxAuthority authority;

    @BeforeAll
    static void openTheAuthority() {
        authority = SandboxAuthority.openOrCreate(KIT.resolve("authority"));
    }

    @Test
    void everyCheckOfAGenuineChipSucceeds() {
        Command command = chip(Variant.GENUINE, "--type", "passport", "--challenge", CHALLENGE_HEX);
        assertThat(command.verdict()).as(command.out()).isEqualTo("SUCCESS");
        assertThat(command.exitStatus()).isZero();
        for (String check : List.of(
                "signature",
                "certificate_chain",
                "revocation",
                "data_group_hashes",
                "country_agreement",
                "active_authentication",
                "machine_readable_zone",
                "number_rule",
                "validity_period")) {
            assertThat(command.check(check)).as(check).isEqualTo("SUCCESS");
        }
        assertThat(command.check("statement")).isEqualTo("NOT_PERFORMED");
        assertThat(command.out())
                .as("nothing about the person")
                .doesNotContain("WANG")
                .doesNotContain("900724");
    }

    @Test
    void theSodAloneIsEnough() {
        put(issue(Variant.GENUINE));
        Command command = Command.run(
                "--trust", authority.cscaFolder(), "--crl", authority.crlFolder(), "--sod", KIT.resolve("sod.bin"));
        assertThat(command.exitStatus()).as(command.out()).isZero();
        assertThat(command.check("signature")).isEqualTo("SUCCESS");
        assertThat(command.check("certificate_chain")).isEqualTo("SUCCESS");
        assertThat(command.check("revocation")).isEqualTo("SUCCESS");
        assertThat(command.check("data_group_hashes")).isEqualTo("NOT_PERFORMED");
    }

    @Test
    void withoutARevocationListItIsUndetermined() {
        put(issue(Variant.GENUINE));
        Command command = Command.run("--trust", authority.cscaFolder(), "--sod", KIT.resolve("sod.bin"));
        assertThat(command.exitStatus()).isEqualTo(2);
        assertThat(command.verdict()).isEqualTo("UNDETERMINED");
        assertThat(command.check("revocation")).isEqualTo("UNDETERMINED revocation_list_missing");
    }

    @Test
    void eachForgeryFailsItsOwnCheck() {
        Map<Variant, List<String>> expected = Map.of(
                Variant.EXPIRED, List.of("validity_period", "FAILED document_expired"),
                Variant.REVOKED, List.of("revocation", "FAILED signer_revoked"),
                Variant.TAMPERED, List.of("data_group_hashes", "FAILED hash_differs_or_group_not_listed"),
                Variant.FOREIGN_AUTHORITY, List.of("certificate_chain", "FAILED issuer_key_unknown"),
                Variant.CLONE, List.of("active_authentication", "FAILED chip_did_not_sign_the_challenge"),
                Variant.OTHER_COUNTRY, List.of("country_agreement", "FAILED countries_differ"),
                Variant.WRONG_KEY_USAGE, List.of("certificate_chain", "FAILED signer_profile"),
                Variant.WRONG_CHECK_DIGIT, List.of("machine_readable_zone", "FAILED check_digit_or_date"),
                Variant.WRONG_NUMBER, List.of("number_rule", "FAILED number_rule"));
        expected.forEach((variant, check) -> {
            Command command = chip(variant, "--type", "passport", "--challenge", CHALLENGE_HEX);
            assertThat(command.exitStatus()).as(variant + command.out()).isEqualTo(1);
            assertThat(command.check(check.get(0))).as(variant.code()).isEqualTo(check.get(1));
        });
    }

    @Test
    void laterTheDocumentHasExpired() {
        Command command = chip(Variant.GENUINE, "--at", Instant.now().plus(Duration.ofDays(365 * 12)));
        assertThat(command.exitStatus()).isEqualTo(1);
        assertThat(command.check("validity_period")).isEqualTo("FAILED document_expired");
        assertThat(command.check("revocation")).isEqualTo("UNDETERMINED revocation_list_out_of_date");
    }

    @Test
    void aSodOfAnUnknownIssuerAgainstAMasterListOfFiveHundred() throws Exception {
        Holder listSigner = writeMasterList();
        Holder stranger = CertificateOrder.authority("C=XZ,CN=CSCA", "P-256").selfSigned();
        Holder signer =
                CertificateOrder.of("C=XZ,CN=signer", "P-256").asSigner().signedBy(stranger);
        TreeMap<Integer, byte[]> groups = new TreeMap<>(Map.of(1, new byte[93], 2, new byte[9]));
        Path sod = TrustFiles.write(KIT, "unknown-issuer.sod", TrustFiles.securityObject(groups, signer));
        Object[] line = {
            "--trust", KIT.resolve("list.ml"), "--master-list-signer", KIT.resolve("list-signer.cer"), "--sod", sod
        };
        List<Long> took = new ArrayList<>();
        for (int run = 0; run < 5; run++) {
            Command command = Command.run(line);
            took.add(command.took().toMillis());
            assertThat(command.exitStatus()).as(command.err()).isEqualTo(1);
            assertThat(command.check("certificate_chain")).isEqualTo("FAILED issuer_unknown");
            assertThat(command.check("signature")).isEqualTo("SUCCESS");
            assertThat(command.check("revocation")).isEqualTo("NOT_PERFORMED");
        }
        System.out.printf("document-check, %d certificates, milliseconds of 5 runs: %s%n", LISTED, took);
        // and one of the list is known
        Holder known = CertificateOrder.of("C=UT,CN=signer", "P-256").asSigner().signedBy(listAuthority);
        TrustFiles.write(KIT, "unknown-issuer.sod", TrustFiles.securityObject(groups, known));
        assertThat(Command.run(line).check("certificate_chain")).isEqualTo("SUCCESS");
        TrustFiles.write(KIT, "unknown-issuer.sod", TrustFiles.securityObject(groups, signer));
        assertThat(listSigner.certificate().getSubject()).hasToString("C=UT,CN=lists");
    }

    private Holder listAuthority;

    /** 512 authorities of 128 countries, their keys of the kinds that real lists have. */
    private Holder writeMasterList() throws Exception {
        listAuthority = CertificateOrder.authority("C=UT,CN=CSCA", "P-256").selfSigned();
        List<KeyPair> keys = List.of(rsa(2048), rsa(3072), rsa(4096), ec("secp256r1"), ec("secp384r1"));
        List<X509CertificateHolder> all = new ArrayList<>(List.of(listAuthority.certificate()));
        for (int i = 1; i < LISTED; i++) {
            String country = "" + (char) ('A' + i / 4 % 26) + (char) ('A' + i / 104);
            all.add(CertificateOrder.of("C=" + country + ",CN=CSCA " + i % 4, keys.get(i % keys.size()))
                    .asAuthority()
                    .selfSigned()
                    .certificate());
        }
        Holder signer = TrustFiles.masterListSigner("C=UT,CN=lists", "RSA-3072").signedBy(listAuthority);
        TrustFiles.write(KIT, "list.ml", TrustFiles.masterList(all, signer));
        TrustFiles.write(KIT, "list-signer.cer", signer.certificate().getEncoded());
        return signer;
    }

    @Test
    void aMasterListOfAStrangerIsNotBelieved() throws Exception {
        writeMasterList();
        put(issue(Variant.GENUINE));
        Command command = Command.run(
                "--trust",
                KIT.resolve("list.ml"),
                "--master-list-signer",
                authority.cscaFolder(),
                "--sod",
                KIT.resolve("sod.bin"));
        assertThat(command.exitStatus()).isEqualTo(2);
        assertThat(command.err()).contains("list.ml").contains("not one of the pinned");
        assertThat(command.out()).isEmpty();
    }

    @Test
    void aStatementIsChecked() {
        String jws = ((Statement) SubmissionReader.read(authority
                        .issue(order(DocumentType.RESIDENT_ID_CARD, Variant.GENUINE))
                        .submission(CHALLENGE, AUDIENCE)))
                .jws();
        Path file = TrustFiles.write(KIT, "statement.jws", jws.getBytes(StandardCharsets.US_ASCII));
        Command good = statement(file, CHALLENGE_HEX);
        assertThat(good.exitStatus()).as(good.out() + good.err()).isZero();
        assertThat(good.check("statement")).isEqualTo("SUCCESS");
        Command replayed = statement(file, "0000000000000000");
        assertThat(replayed.exitStatus()).isEqualTo(1);
        assertThat(replayed.check("statement")).isEqualTo("FAILED statement_invalid");
    }

    private static Command statement(Path file, String challenge) {
        return Command.run(
                "--statement",
                file,
                "--reader-services",
                authority.readerServiceFolder(),
                "--type",
                "resident_id_card",
                "--challenge",
                challenge,
                "--audience",
                AUDIENCE);
    }

    @Test
    void garbageIsAVerdictAndAWrongCallIsNone() throws IOException {
        Path garbage = TrustFiles.write(KIT, "garbage.bin", new byte[] {0x77, 0x7F, 1, 2, 3});
        Command malformed = Command.run("--trust", authority.cscaFolder(), "--sod", garbage);
        assertThat(malformed.exitStatus()).isEqualTo(1);
        assertThat(malformed.check("signature")).isEqualTo("FAILED malformed");

        Path huge = TrustFiles.write(KIT, "huge.bin", new byte[64 * 1024]);
        for (Command wrong : List.of(
                Command.run(),
                Command.run("--sod", garbage),
                Command.run("--statement", garbage),
                Command.run("--trust", KIT.resolve("nowhere"), "--sod", KIT.resolve("unreadable")),
                Command.run("--trust", authority.cscaFolder(), "--sod", huge))) {
            assertThat(wrong.exitStatus()).isEqualTo(2);
            assertThat(wrong.out()).isEmpty();
            assertThat(wrong.err()).isNotBlank();
        }
        Files.delete(huge);
    }

    @Test
    void helpNamesOptionsAndExitStatus() {
        Command help = Command.run("--help");
        assertThat(help.exitStatus()).isZero();
        assertThat(help.out()).contains("--trust", "--sod", "--dg1", "--statement", "Exit status", "master list");
    }

    private static Command chip(Variant variant, Object... more) {
        ChipFiles chip = issue(variant);
        put(chip);
        List<Object> line = new ArrayList<>(List.of(
                "--trust", authority.cscaFolder(), "--crl", authority.crlFolder(), "--sod", KIT.resolve("sod.bin")));
        chip.dataGroups().forEach((number, file) -> {
            line.add("--dg" + number);
            line.add(KIT.resolve("dg" + number + ".bin"));
        });
        chip.activeAuthentication().ifPresent(answer -> {
            line.add("--answer");
            line.add(TrustFiles.write(KIT, "answer.bin", answer));
        });
        line.addAll(List.of(more));
        return Command.run(line.toArray());
    }

    private static void put(ChipFiles chip) {
        TrustFiles.write(KIT, "sod.bin", chip.sod());
        chip.dataGroups().forEach((number, file) -> TrustFiles.write(KIT, "dg" + number + ".bin", file));
    }

    private static ChipFiles issue(Variant variant) {
        return (ChipFiles) SubmissionReader.read(
                authority.issue(order(DocumentType.PASSPORT, variant)).submission(CHALLENGE, AUDIENCE));
    }

    private static DocumentOrder order(DocumentType type, Variant variant) {
        return new DocumentOrder(
                type,
                "王小明",
                Optional.of("WANG XIAOMING"),
                LocalDate.of(1990, 7, 24),
                JPEG,
                PortraitFormat.JPEG,
                variant);
    }

    private static KeyPair rsa(int bits) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(bits);
        return generator.generateKeyPair();
    }

    private static KeyPair ec(String curve) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec(curve));
        return generator.generateKeyPair();
    }
}
