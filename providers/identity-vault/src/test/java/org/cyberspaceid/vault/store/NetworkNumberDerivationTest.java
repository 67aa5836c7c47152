package org.cyberspaceid.vault.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.cyberspaceid.core.document.DocumentType;
import org.cyberspaceid.core.document.VerifiedDocument;
import org.cyberspaceid.core.networknumber.NetworkNumber;
import org.cyberspaceid.core.networknumber.Sector;
import org.cyberspaceid.core.vault.NewIdentity;
import org.cyberspaceid.vault.keys.KeyPurpose;
import org.cyberspaceid.vault.keys.Keyring;
import org.cyberspaceid.vault.keys.TestKeys;
import org.junit.jupiter.api.Test;

/** The formulas of {@code oidc.md}, computed a second time without Tink: a change here loses every account at every service. */
class NetworkNumberDerivationTest {
    private final Keyring keys = TestKeys.fixed();

    @Test
    void followsTheFormulas() throws GeneralSecurityException {
        byte[] personKey = hmac(KeyPurpose.PERSON_KEY, parts("document", "resident_id_card", "11010519491231002X"));
        byte[] number = hmac(
                KeyPurpose.NETWORK_NUMBER,
                parts(utf8("network-number"), personKey, utf8("shop.example"), new byte[Long.BYTES]));
        assertThat(numberOf("11010519491231002X", "shop.example")).isEqualTo(NetworkNumber.of(number));
    }

    @Test
    void hasTheValueItAlwaysHad() {
        assertThat(numberOf("11010519491231002X", "shop.example").value()).isEqualTo("24360V78ZB701KBPDAR34QQHNM");
    }

    private NetworkNumber numberOf(String number, String sector) {
        NewIdentity person = People.person(1, 1);
        VerifiedDocument document = new VerifiedDocument(
                People.number(DocumentType.RESIDENT_ID_CARD, number),
                person.document().name(),
                person.document().birthDate(),
                person.document().expiresOn(),
                person.document().chipProof());
        byte[] personKey = Pseudonyms.personKey(
                keys, new NewIdentity(document, person.mobile(), person.noticeVersion(), person.enrolledAt()));
        return Pseudonyms.networkNumber(keys, personKey, new Sector(sector), 0);
    }

    private static byte[] hmac(KeyPurpose purpose, byte[] input) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(TestKeys.fixedBytes(purpose), "HmacSHA256"));
        return mac.doFinal(input);
    }

    private static byte[] parts(String... parts) {
        byte[][] bytes = new byte[parts.length][];
        for (int i = 0; i < parts.length; i++) {
            bytes[i] = utf8(parts[i]);
        }
        return parts(bytes);
    }

    private static byte[] parts(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(ByteBuffer.allocate(4).putInt(part.length).array());
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
