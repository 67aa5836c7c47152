package org.cyberspaceid.vault.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Security;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.junit.jupiter.api.Test;

/** The national suite against published values and a second implementation of the modes (BouncyCastle's JCE provider). */
class SuiteTest {
    private static final HexFormat HEX = HexFormat.of();

    /** RFC 8998, A.1. */
    @Test
    void sm4GcmOpensThePublishedExample() throws GeneralSecurityException {
        byte[] key = HEX.parseHex("0123456789abcdeffedcba9876543210");
        byte[] iv = HEX.parseHex("00001234567800000000abcd");
        byte[] associated = HEX.parseHex("feedfacedeadbeeffeedfacedeadbeefabaddad2");
        byte[] plain = HEX.parseHex("aaaaaaaaaaaaaaaabbbbbbbbbbbbbbbbccccccccccccccccdddddddddddddddd"
                + "eeeeeeeeeeeeeeeeffffffffffffffffeeeeeeeeeeeeeeeeaaaaaaaaaaaaaaaa");
        byte[] sealed = HEX.parseHex("17f399f08c67d5ee19d0dc9969c4bb7d5fd46fd3756489069157b282bb200735"
                + "d82710ca5c22f0ccfa7cbf93d496ac15a56834cbcf98c397b4024a2691233b8d"
                + "83de3541e4c2b58177e065a9bf7b62ec");
        assertThat(new Sm4GcmAead(key).decrypt(concat(iv, sealed), associated)).isEqualTo(plain);
    }

    @Test
    void whatSm4GcmSealsAnotherImplementationOpens() throws GeneralSecurityException {
        byte[] key = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
        byte[] sealed = new Sm4GcmAead(key).encrypt("王".getBytes(StandardCharsets.UTF_8), new byte[] {1});
        Cipher other = Cipher.getInstance("SM4/GCM/NoPadding", new BouncyCastleProvider());
        other.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "SM4"), new GCMParameterSpec(128, sealed, 0, 12));
        other.updateAAD(new byte[] {1});
        assertThat(other.doFinal(sealed, 12, sealed.length - 12)).isEqualTo("王".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void hmacSm3IsWhatAnotherImplementationComputes() throws GeneralSecurityException {
        byte[] key = new byte[HmacSm3Prf.KEY_BYTES];
        Arrays.fill(key, (byte) 7);
        Mac other = Mac.getInstance("HMACSM3", new BouncyCastleProvider());
        other.init(new SecretKeySpec(key, "HMACSM3"));
        byte[] expected = other.doFinal("abc".getBytes(StandardCharsets.US_ASCII));
        assertThat(new HmacSm3Prf(key).compute("abc".getBytes(StandardCharsets.US_ASCII), 32))
                .isEqualTo(expected);
        assertThatThrownBy(() -> new HmacSm3Prf(key).compute(new byte[1], 33))
                .isInstanceOf(GeneralSecurityException.class);
    }

    @Test
    void nothingIsRegisteredInTheJvm() {
        TinkSetup.register();
        assertThat(Security.getProvider(BouncyCastleProvider.PROVIDER_NAME)).isNull();
    }

    private static byte[] concat(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
