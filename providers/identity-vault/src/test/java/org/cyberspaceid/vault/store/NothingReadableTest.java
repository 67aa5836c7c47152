package org.cyberspaceid.vault.store;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cyberspaceid.core.consent.Consent;
import org.cyberspaceid.core.consent.Receipt;
import org.cyberspaceid.core.document.VerifiedDocument;
import org.cyberspaceid.core.face.FaceTemplate;
import org.cyberspaceid.core.vault.NewIdentity;
import org.cyberspaceid.vault.keys.Keyring;
import org.cyberspaceid.vault.keys.TestKeys;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A dump of every column of the vault's tables, searched for every form of what is known about a person. */
class NothingReadableTest {
    private final VaultDatabase database = VaultDatabase.running();
    private final Keyring keys = TestKeys.fixed();
    private final NewIdentity person = People.person(31415926, 27182818);

    @BeforeEach
    void startEmpty() throws SQLException {
        database.execute("delete from user_entity");
        database.execute("delete from cid_enrolment");
    }

    @Test
    void theSearchFindsEachForm() throws Exception {
        Map<String, byte[]> forms = forms();
        for (byte[] form : forms.values()) {
            plant(form);
        }
        assertThat(forms).hasSizeGreaterThan(200);
        assertThat(found()).containsExactlyElementsOf(forms.keySet());
    }

    @Test
    void theTablesHoldNone() throws Exception {
        String user = database.newUser();
        database.inTransaction(em -> new SealedIdentities(em, "realm", keys).enrol(user, person));
        database.inTransaction(em -> new SealedEnrolments(em, "realm", keys, Clock.systemUTC())
                .open(RecordJson.write(record()), People.ENROLLED.plusSeconds(1800)));
        database.inTransaction(em -> agreed(em, user));
        assertThat(dump().length).isGreaterThan(2048);
        assertThat(found()).isEmpty();
    }

    private Void agreed(EntityManager em, String user) {
        SealedIdentities people = new SealedIdentities(em, "realm", keys);
        // The model's name is text in the template: where the search would find the mobile number, the face's numbers
        // would be readable too.
        new SealedFaceTemplates(em, people)
                .keep(user, new FaceTemplate(person.mobile().e164(), new float[] {0.5f}));
        SealedConsents ledger = new SealedConsents(em, people, Clock.systemUTC());
        ledger.write(user, "shop", new Consent(Set.of("number"), Set.of(), LocalDate.of(2099, 1, 1)));
        ledger.receive(user, "shop", new Receipt("passport", Set.of("name"), YearMonth.of(2098, 1)));
        return null;
    }

    private org.cyberspaceid.core.vault.IdentityRecord record() {
        return new org.cyberspaceid.core.vault.IdentityRecord(
                person.document(), person.mobile(), true, person.noticeVersion(), person.enrolledAt());
    }

    private void plant(byte[] form) throws SQLException {
        try (var connection = database.connection();
                PreparedStatement insert = connection.prepareStatement(
                        "insert into cid_enrolment values (convert_to(gen_random_uuid()::text, 'UTF8'), 'realm', 0, 0, ?, '', '')")) {
            insert.setBytes(1, form);
            insert.executeUpdate();
        }
    }

    private List<String> found() throws Exception {
        String dump = new String(dump(), StandardCharsets.ISO_8859_1);
        List<String> found = new ArrayList<>();
        forms().forEach((name, form) -> {
            if (dump.contains(new String(form, StandardCharsets.ISO_8859_1))) {
                found.add(name);
            }
        });
        return found;
    }

    /** The bytes of every column of every row of every table of ours. */
    private byte[] dump() throws SQLException {
        ByteArrayOutputStream dump = new ByteArrayOutputStream();
        try (var connection = database.connection();
                var statement = connection.createStatement()) {
            for (String table : tables()) {
                try (ResultSet rows = statement.executeQuery("select * from " + table)) {
                    while (rows.next()) {
                        for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                            byte[] value = rows.getBytes(column);
                            dump.writeBytes(value == null ? new byte[0] : value);
                        }
                    }
                }
            }
        }
        return dump.toByteArray();
    }

    private List<String> tables() throws SQLException {
        List<String> tables = new ArrayList<>();
        try (var connection = database.connection();
                var statement = connection.createStatement();
                ResultSet names = statement.executeQuery(
                        "select table_name from information_schema.tables where table_name like 'cid%'")) {
            while (names.next()) {
                tables.add(names.getString(1));
            }
        }
        assertThat(tables)
                .containsExactlyInAnyOrder(
                        "cid_identity",
                        "cid_enrolment",
                        "cid_key_check",
                        "cid_record_key",
                        "cid_deletion",
                        "cid_pairwise",
                        "cid_face_template");
        return tables;
    }

    private Map<String, byte[]> forms() throws GeneralSecurityException {
        VerifiedDocument document = person.document();
        Map<String, byte[]> forms = new LinkedHashMap<>();
        for (String value : List.of(
                document.name().inDocument(),
                document.name().latin().orElseThrow(),
                document.number().value(),
                document.birthDate().toString(),
                document.expiresOn().toString(),
                document.birthDate().toString().replace("-", ""),
                person.mobile().e164(),
                person.mobile().e164().substring(3),
                "passport")) {
            addForms(forms, value);
        }
        return forms;
    }

    private static void addForms(Map<String, byte[]> forms, String value) throws GeneralSecurityException {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        addEncodings(forms, value, utf8);
        forms.put(value + " as \\u", ascii(escaped(value)));
        for (String hash : List.of("MD5", "SHA-1", "SHA-256", "SHA-512")) {
            byte[] digest = MessageDigest.getInstance(hash).digest(utf8);
            addEncodings(forms, hash + " of " + value, digest);
        }
    }

    private static void addEncodings(Map<String, byte[]> forms, String name, byte[] bytes) {
        forms.put(name, bytes);
        forms.put(name + " in hex", ascii(HexFormat.of().formatHex(bytes)));
        forms.put(name + " in HEX", ascii(HexFormat.of().withUpperCase().formatHex(bytes)));
        forms.put(
                name + " in base64", ascii(Base64.getEncoder().withoutPadding().encodeToString(bytes)));
        forms.put(
                name + " in base64url",
                ascii(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes)));
    }

    private static String escaped(String value) {
        StringBuilder escaped = new StringBuilder();
        value.chars().forEach(c -> escaped.append("\\u%04x".formatted(c)));
        return escaped.toString();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
