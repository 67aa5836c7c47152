package org.cyberspaceid.vault.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.prf.Prf;
import java.security.AuthProvider;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import org.junit.jupiter.api.Test;

class Pkcs11KeyCustodyTest extends KeyCustodyContract {
    private static final SoftHsm.Token TOKEN = SoftHsm.freshToken();
    private static final byte[] PLAIN = {1, 2, 3};
    private static final byte[] PLACE = {4};

    @Override
    protected KeyCustody open() {
        return TOKEN.open();
    }

    private static Pkcs11Connection connect(SoftHsm.Token token) {
        return Pkcs11Connection.open(Pkcs11Slots.find(token.settings()), new Pkcs11Pin(token.pinFile()));
    }

    @Test
    void namesKeysByTheirLabel() {
        assertThat(open().uri("record-1")).isEqualTo("pkcs11:object=cid-seal-record-1");
    }

    @Test
    void putsAFreshIvInFrontAndATagBehind() throws GeneralSecurityException {
        KeyCustody custody = open();
        String name = freshName();
        custody.createSealingKey(name);
        Aead key = custody.getAead(custody.uri(name));
        Set<String> ivs = new HashSet<>();
        for (int at = 0; at < 100; at++) {
            byte[] sealed = key.encrypt(PLAIN, PLACE);
            assertThat(sealed).hasSize(12 + PLAIN.length + 16);
            ivs.add(HexFormat.of().formatHex(sealed, 0, 12));
        }
        assertThat(ivs).hasSize(100);
    }

    @Test
    void aSealingKeyCannotLeaveNorDoAnythingElse() throws GeneralSecurityException {
        String name = freshName();
        open().createSealingKey(name);
        Pkcs11Connection token = connect(TOKEN);
        SecretKey key = token.key("cid-seal-" + name).orElseThrow();
        assertStaysInTheToken(key);
        assertThat(key.getAlgorithm()).isEqualTo("AES");
        Mac mac = Mac.getInstance("HmacSHA256", token.provider());
        assertThatThrownBy(() -> mac.init(key)).isInstanceOf(InvalidKeyException.class);
    }

    @Test
    void aDerivationKeyCannotLeaveNorDoAnythingElse() throws GeneralSecurityException {
        SoftHsm.Token other = SoftHsm.freshToken();
        assertThat(other.open().derivationKey(KeyPurpose.BLIND_INDEX)).isEmpty();
        other.open().createDerivationKey(KeyPurpose.BLIND_INDEX);
        Pkcs11Connection token = connect(other);
        assertThat(token.labels()).containsExactly("cid-derive-blind-index");
        SecretKey key = token.key("cid-derive-blind-index").orElseThrow();
        assertStaysInTheToken(key);
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding", token.provider());
        assertThatThrownBy(() -> cipher.init(Cipher.ENCRYPT_MODE, key)).isInstanceOf(InvalidKeyException.class);
    }

    /** {@code P11Key.toString} tells the attributes CKA_TOKEN, CKA_SENSITIVE and CKA_EXTRACTABLE as the token has them. */
    private static void assertStaysInTheToken(SecretKey key) {
        assertThat(key.getFormat()).isNull();
        assertThat(key.getEncoded()).isNull();
        assertThat(key.toString()).contains("token object, sensitive, unextractable");
    }

    /** As SoftHSM wrote them down; the last three say that the key was made in the token and that no copy of it ever left. */
    @Test
    void theTokenLimitsWhatAKeyIsFor() {
        KeyCustody custody = SoftHsm.freshToken().open();
        assertThat(SoftHsm.setAttributesOfWhat(() -> custody.createSealingKey("a")))
                .contains("CKA_TOKEN", "CKA_PRIVATE", "CKA_SENSITIVE", "CKA_ENCRYPT", "CKA_DECRYPT")
                .contains("CKA_LOCAL", "CKA_ALWAYS_SENSITIVE", "CKA_NEVER_EXTRACTABLE")
                .doesNotContain("CKA_EXTRACTABLE", "CKA_SIGN", "CKA_VERIFY", "CKA_WRAP", "CKA_UNWRAP", "CKA_DERIVE");
        assertThat(SoftHsm.setAttributesOfWhat(() -> custody.createDerivationKey(KeyPurpose.PERSON_KEY)))
                .contains("CKA_TOKEN", "CKA_PRIVATE", "CKA_SENSITIVE", "CKA_SIGN", "CKA_VERIFY")
                .contains("CKA_LOCAL", "CKA_ALWAYS_SENSITIVE", "CKA_NEVER_EXTRACTABLE")
                .doesNotContain(
                        "CKA_EXTRACTABLE", "CKA_ENCRYPT", "CKA_DECRYPT", "CKA_WRAP", "CKA_UNWRAP", "CKA_DERIVE");
    }

    @Test
    void aKeyInUseThatAnotherNodeDestroyedOpensNoMore() throws GeneralSecurityException {
        KeyCustody custody = open();
        String name = freshName();
        custody.createSealingKey(name);
        Aead key = custody.getAead(custody.uri(name));
        byte[] sealed = key.encrypt(PLAIN, PLACE);
        open().destroySealingKey(name);
        assertThatThrownBy(() -> key.decrypt(sealed, PLACE))
                .isInstanceOf(GeneralSecurityException.class)
                .isNotInstanceOf(HsmUnreachableException.class)
                .hasMessageContaining("no key");
        assertThatThrownBy(() -> key.encrypt(PLAIN, PLACE)).isInstanceOf(GeneralSecurityException.class);
    }

    @Test
    void logsInAnewWhenTheLoginEnded() throws Exception {
        SoftHsm.Token other = SoftHsm.freshToken();
        KeyCustody custody = other.open();
        custody.createSealingKey("a");
        custody.createDerivationKey(KeyPurpose.PERSON_KEY);
        Aead key = custody.getAead(custody.uri("a"));
        Prf derivation = custody.derivationKey(KeyPurpose.PERSON_KEY).orElseThrow();
        byte[] sealed = key.encrypt(PLAIN, PLACE);
        byte[] derived = derivation.compute(PLACE, 32);

        logOut(other);
        assertThat(key.decrypt(sealed, PLACE)).isEqualTo(PLAIN);
        logOut(other);
        assertThat(derivation.compute(PLACE, 32)).isEqualTo(derived);
        logOut(other);
        assertThat(custody.sealingKeys()).containsExactly("a");
        logOut(other);
        custody.createSealingKey("b");
        assertThat(custody.sealingKeys()).containsExactly("a", "b");
    }

    private static void logOut(SoftHsm.Token token) throws Exception {
        ((AuthProvider) connect(token).provider()).logout();
    }

    @Test
    void sharesTheTokenWithOtherProcesses() throws Exception {
        KeyCustody custody = open();
        String ours = freshName();
        custody.createSealingKey(ours);
        String theirs = freshName();
        byte[] sealed = OtherProcess.run(TOKEN, "create-and-seal", theirs, ours);

        assertThat(custody.getAead(custody.uri(ours)).decrypt(sealed, PLACE)).isEqualTo(PLAIN);
        assertThat(custody.sealingKeys()).contains(ours, theirs);
        Aead key = custody.getAead(custody.uri(theirs));
        byte[] sealedByTheirs = key.encrypt(PLAIN, PLACE);

        OtherProcess.run(TOKEN, "destroy", theirs, ours);
        assertThatThrownBy(() -> key.decrypt(sealedByTheirs, PLACE)).isInstanceOf(GeneralSecurityException.class);
        assertThat(custody.sealingKeys()).contains(ours).doesNotContain(theirs);
    }

    @Test
    void derivationKeysSurviveARestart() throws Exception {
        SoftHsm.Token other = SoftHsm.freshToken();
        byte[] before = OtherProcess.run(other, "create-and-derive");
        byte[] after = OtherProcess.run(other, "derive");
        assertThat(after).hasSize(32).isEqualTo(before);
        assertThat(other.open()
                        .derivationKey(KeyPurpose.BLIND_INDEX)
                        .orElseThrow()
                        .compute(PLACE, 32))
                .isEqualTo(before);
    }

    @Test
    void aClaimOfANodeThatDiedIsNamedForTheOperator() throws GeneralSecurityException {
        KeyCustody custody = open();
        String name = freshName();
        String claim = "cid-claim-0123456789abcdef-cid-seal-" + name;
        Pkcs11Connection token = connect(TOKEN);
        token.generate(Pkcs11KeyKind.SEALING, claim);
        assertThatThrownBy(() -> custody.createSealingKey(name))
                .isInstanceOf(KeysUnusableException.class)
                .hasMessageContaining(claim);
        assertThat(custody.sealingKeys()).doesNotContain(name);
        custody.createSealingKey(name + "-longer");

        token.destroy(claim);
        custody.createSealingKey(name);
        assertThat(custody.sealingKeys()).contains(name);
        assertThat(token.labels()).noneMatch(label -> label.startsWith("cid-claim-") && label.endsWith(name));
    }

    @Test
    void twoKeysOfOneLabelAreToldAndTheOthersStillOpen() throws GeneralSecurityException {
        SoftHsm.Token other = SoftHsm.freshToken();
        KeyCustody custody = other.open();
        custody.createSealingKey("a");
        Aead key = custody.getAead(custody.uri("a"));
        byte[] sealed = key.encrypt(PLAIN, PLACE);
        Pkcs11Connection token = connect(other);
        token.generate(Pkcs11KeyKind.SEALING, "made elsewhere");
        token.generate(Pkcs11KeyKind.SEALING, "made elsewhere");
        assertThatThrownBy(custody::sealingKeys)
                .isInstanceOf(KeysUnusableException.class)
                .hasMessageContaining("[made elsewhere]");
        assertThatThrownBy(other::open)
                .isInstanceOf(KeysUnusableException.class)
                .hasMessageContaining("[made elsewhere]");
        assertThat(key.decrypt(sealed, PLACE)).isEqualTo(PLAIN);
        assertThat(custody.getAead(custody.uri("a")).decrypt(sealed, PLACE)).isEqualTo(PLAIN);
    }

    @Test
    void derivesOnlyWholeOutputs() {
        KeyCustody custody = SoftHsm.freshToken().open();
        custody.createDerivationKey(KeyPurpose.NETWORK_NUMBER);
        Prf key = custody.derivationKey(KeyPurpose.NETWORK_NUMBER).orElseThrow();
        for (int length : new int[] {-1, 0, 16, 31, 33, 64}) {
            assertThatThrownBy(() -> key.compute(PLACE, length)).isInstanceOf(GeneralSecurityException.class);
        }
    }

    @Test
    void limitsAndCountsDerivations() throws GeneralSecurityException {
        SoftHsm.Token other = SoftHsm.freshToken();
        KeyUseAudit audit = new KeyUseAudit(TestLimits.inAnHour(2));
        KeyCustody custody = new Pkcs11KeyCustody(other.settings(), audit);
        custody.createDerivationKey(KeyPurpose.BLIND_INDEX);
        custody.derivationKey(KeyPurpose.BLIND_INDEX).orElseThrow().compute(PLACE, 32);
        custody.derivationKey(KeyPurpose.BLIND_INDEX).orElseThrow().compute(PLACE, 32);
        Prf key = custody.derivationKey(KeyPurpose.BLIND_INDEX).orElseThrow();
        assertThatThrownBy(() -> key.compute(PLACE, 32)).isInstanceOf(KeyUseLimitedException.class);
        assertThat(audit.summary()).contains("key use in the HSM: blind-index used=2 refused=1");
    }
}
