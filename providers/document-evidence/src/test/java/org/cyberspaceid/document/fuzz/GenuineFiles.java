package org.cyberspaceid.document.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.icao.ICAOObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.cyberspaceid.core.document.DocumentType;
import org.cyberspaceid.virtual.CertificateOrder;
import org.cyberspaceid.virtual.ChipSuite;
import org.cyberspaceid.virtual.DocumentOrder;
import org.cyberspaceid.virtual.GenuineForm;
import org.cyberspaceid.virtual.Holder;
import org.cyberspaceid.virtual.PlainPortrait;
import org.cyberspaceid.virtual.PortraitFormat;
import org.cyberspaceid.virtual.SandboxAuthority;
import org.cyberspaceid.virtual.SigningSuite;
import org.cyberspaceid.virtual.SuiteAuthority;
import org.cyberspaceid.virtual.TrustFiles;
import org.cyberspaceid.virtual.Variant;

/** Writes the genuine files that the fuzzer starts from. To be run when there are new kinds of files; the kept inputs that edit them then mean others. */
final class GenuineFiles {
    private static final Instant NOW = Instant.parse("2026-11-22T04:00:00Z");
    private static final byte[] CHALLENGE = {1, 2, 3, 4, 5, 6, 7, 8};
    private static final String AUDIENCE = "https://id.example/realms/cyberspace-id";
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Base64.Decoder DECODER = Base64.getDecoder();
    /** The people of ICAO 9303-5 and -6. */
    private static final List<String> SPECIMENS = List.of(
            "I<UTOD231458907<<<<<<<<<<<<<<<7408122F1204159UTO<<<<<<<<<<<6ERIKSSON<<ANNA<MARIA<<<<<<<<<<",
            "I<UTOD23145890<7349<<<<<<<<<<<3407127M9507122UTO<<<<<<<<<<<2STEVENSON<<PETER<JOHN<<<<<<<<<",
            "I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<D231458907UTO7408122F1204159<<<<<<<6");

    private final Map<String, Integer> counts = new HashMap<>();
    private final Set<String> written = new HashSet<>();

    private GenuineFiles() {}

    public static void main(String[] none) throws IOException, CMSException {
        GenuineFiles files = new GenuineFiles();
        files.chip(SigningSuite.P256_SHA256, GenuineForm.USUAL, ChipSuite.P256_PLAIN_SHA256);
        files.chip(SigningSuite.PSS_2048_SHA256, GenuineForm.SIGNER_NAMED_BY_KEY, ChipSuite.RSA_1024_SHA1);
        files.chip(
                SigningSuite.BRAINPOOL_P384_EXPLICIT_SHA384,
                GenuineForm.AUTHORITY_INSIDE,
                ChipSuite.P384_EXPLICIT_DER_SHA384);
        files.chip(SigningSuite.RSA_2048_SHA1, GenuineForm.ID_DATA, ChipSuite.BRAINPOOL_P512_DER_SHA512);
        files.chip(SigningSuite.P224_SHA224, GenuineForm.LDS_VERSION_1, ChipSuite.P224_PLAIN_SHA224);
        files.chip(SigningSuite.P256_SHA1, GenuineForm.SIGNED_WITHIN_PRIVATE_KEY_USAGE, ChipSuite.P256_PLAIN_SHA1);
        for (String zone : SPECIMENS) {
            files.write("DG1", specimen(zone));
        }
        files.masterList();
        files.statements();
    }

    private void chip(SigningSuite suite, GenuineForm form, ChipSuite chip) throws IOException, CMSException {
        byte[] submission =
                form.submission(new SuiteAuthority(suite, Clock.fixed(NOW, ZoneOffset.UTC)), chip, CHALLENGE);
        JsonNode json = MAPPER.readTree(submission);
        byte[] sod = DECODER.decode(json.get("sod").asText());
        write("SUBMIT_BODY", submission);
        write("SOD", sod);
        int header = sod[1] == (byte) 0x82 ? 4 : 3;
        CMSSignedData signed = new CMSSignedData(Arrays.copyOfRange(sod, header, sod.length));
        write("LDS", (byte[]) signed.getSignedContent().getContent());
        json.get("dataGroups")
                .fields()
                .forEachRemaining(group -> write(
                        "DG" + group.getKey(), DECODER.decode(group.getValue().asText())));
    }

    private static byte[] specimen(String zone) {
        byte[] text = zone.getBytes(StandardCharsets.US_ASCII);
        byte[] dg1 = new byte[text.length + 5];
        System.arraycopy(new byte[] {0x61, (byte) (text.length + 3), 0x5F, 0x1F, (byte) text.length}, 0, dg1, 0, 5);
        System.arraycopy(text, 0, dg1, 5, text.length);
        return dg1;
    }

    private void masterList() throws IOException, CMSException {
        Holder one = authority(CertificateOrder.authority("C=UT,CN=CSCA", "P-256"));
        Holder two = authority(CertificateOrder.withExplicitCurve("C=AT,CN=CSCA", "brainpoolP256r1")
                .asAuthority());
        Holder three = authority(CertificateOrder.authority("C=EU,CN=CSCA", "RSA-2048"));
        Holder link = CertificateOrder.authority("C=UT,CN=CSCA 2", "P-256")
                .valid(NOW.minus(Duration.ofDays(1)), NOW.plus(Duration.ofDays(3650)))
                .signedBy(one);
        Holder signer = TrustFiles.masterListSigner("C=UT,CN=lists", "P-256")
                .valid(NOW.minus(Duration.ofDays(1)), NOW.plus(Duration.ofDays(3650)))
                .signedBy(one);
        List<X509CertificateHolder> all =
                List.of(one.certificate(), two.certificate(), three.certificate(), link.certificate());
        byte[] list = TrustFiles.masterList(all, signer);
        write("MASTER_LIST", list);
        write("MASTER_LIST_PIN", signer.certificate().getEncoded());
        CMSSignedData signed = new CMSSignedData(list);
        if (!signed.getSignedContentTypeOID().equals(ICAOObjectIdentifiers.id_icao_cscaMasterList.getId())) {
            throw new IllegalStateException();
        }
        write("CSCA_LIST", (byte[]) signed.getSignedContent().getContent());
    }

    private static Holder authority(CertificateOrder order) {
        return order.valid(NOW.minus(Duration.ofDays(1)), NOW.plus(Duration.ofDays(3650)))
                .selfSigned();
    }

    private void statements() throws IOException {
        SandboxAuthority authority = SandboxAuthority.openOrCreate(Files.createTempDirectory("authority"));
        byte[] submission = authority
                .issue(new DocumentOrder(
                        DocumentType.RESIDENT_ID_CARD,
                        "王小明",
                        Optional.of("WANG XIAOMING"),
                        LocalDate.of(1990, 7, 24),
                        PlainPortrait.jpeg(),
                        PortraitFormat.JPEG,
                        Variant.GENUINE))
                .submission(CHALLENGE, AUDIENCE);
        String[] parts = MAPPER.readTree(submission).get("statement").asText().split("\\.");
        write(
                "SUBMIT_BODY",
                ("{\"statement\":\"" + parts[0] + ".e30." + parts[2] + "\"}").getBytes(StandardCharsets.UTF_8));
        write("STATEMENT_HEADER", Base64.getUrlDecoder().decode(parts[0]));
        String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        write(
                "STATEMENT_CLAIMS",
                claims.replaceAll("\"portrait\":\"[^\"]+\"", "\"portrait\":\"/9j/4AAQSkZJRg==\"")
                        .replaceAll("\"iat\":\\d+", "\"iat\":" + NOW.getEpochSecond())
                        .replaceAll(
                                "\"exp\":\\d+",
                                "\"exp\":" + NOW.plusSeconds(120).getEpochSecond())
                        .getBytes(StandardCharsets.UTF_8));
    }

    private void write(String folder, byte[] file) {
        if (!written.add(folder + Arrays.toString(file))) {
            return;
        }
        int number = counts.merge(folder, 1, Integer::sum) - 1;
        String ending = folder.equals("MASTER_LIST_PIN") ? ".cer" : ".bin";
        Path place = Seeds.FOLDER.resolve(folder);
        TrustFiles.write(place, "genuine-" + number + ending, file);
    }
}
