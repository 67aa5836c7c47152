package org.cyberspaceid.vault.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.jcajce.provider.digest.SM3;
import org.cyberspaceid.vault.keys.Keyring;
import org.cyberspaceid.vault.keys.LengthPrefixed;
import org.cyberspaceid.vault.keys.Suite;
import org.cyberspaceid.vault.keys.TestKeys;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A thief who has every value of the database and a list of a million document numbers, the victim's among them, confirms none: by no
 * hash, by no encoding of ours, under no key that stands in the database. With the key exactly one is confirmed.
 */
@ParameterizedClass
@EnumSource(Suite.class)
class GuessTest {
    private static final int CANDIDATES = 1_000_000;
    private static final int VICTIM = 731_946;
    private static final String REALM = "realm";

    private final VaultDatabase database = VaultDatabase.running();

    @Parameter
    Suite suite;

    @TempDir
    Path folder;

    private Keyring keys;

    @BeforeEach
    void enrolTheVictim() throws SQLException {
        keys = TestKeys.in(folder, suite);
        database.execute("delete from user_entity");
        database.execute("delete from cid_key_check");
        String user = database.newUser();
        database.inTransaction(em -> {
            KeyCheck.require(em, keys);
            return new SealedIdentities(em, REALM, keys).enrol(user, People.person(VICTIM, 1));
        });
    }

    @Test
    void withoutTheKeyNoneOfAMillionIsConfirmed() throws SQLException {
        Set<ByteBuffer> stolen = stolen();
        List<Function<byte[], byte[]>> methods = methods(stolen);
        assertThat(methods).hasSizeGreaterThan(10);
        List<Integer> confirmed = candidates()
                .filter(n -> methods.stream()
                        .anyMatch(method -> inputs(n).stream()
                                .anyMatch(input -> stolen.contains(ByteBuffer.wrap(method.apply(input))))))
                .boxed()
                .toList();
        assertThat(confirmed).isEmpty();
    }

    @Test
    void withTheKeyExactlyTheRightOneIs() throws SQLException {
        Set<ByteBuffer> stolen = stolen();
        KeyedBlindIndex index = new KeyedBlindIndex(keys, REALM);
        int[] confirmed = candidates()
                .filter(n -> stolen.contains(ByteBuffer.wrap(index.document(People.passport(n)))))
                .toArray();
        assertThat(confirmed).containsExactly(VICTIM);
    }

    private static IntStream candidates() {
        return IntStream.range(0, CANDIDATES).parallel();
    }

    /** The number itself, and as our indexes and person keys encode it. */
    private static List<byte[]> inputs(int n) {
        String number = "E%08d".formatted(n);
        return List.of(
                number.getBytes(StandardCharsets.US_ASCII),
                LengthPrefixed.of("document", REALM, "passport", number).bytes());
    }

    private static List<Function<byte[], byte[]>> methods(Set<ByteBuffer> stolen) {
        List<Function<byte[], byte[]>> methods = new ArrayList<>();
        for (String hash : List.of("MD5", "SHA-1", "SHA-256", "SHA-512")) {
            methods.add(input -> digest(hash, input));
        }
        methods.add(input -> new SM3.Digest().digest(input));
        // What might be taken for a key by somebody careless: the realm, zeros, and each short value that stands in the
        // database.
        methods.add(input -> hmac(REALM.getBytes(StandardCharsets.US_ASCII), input));
        methods.add(input -> hmac(new byte[32], input));
        stolen.stream()
                .filter(value -> value.remaining() == 32)
                .map(ByteBuffer::array)
                .forEach(value -> methods.add(input -> hmac(value, input)));
        return methods;
    }

    private static byte[] digest(String hash, byte[] input) {
        try {
            return MessageDigest.getInstance(hash).digest(input);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] hmac(byte[] key, byte[] input) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(input);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Every binary value of the tables of people and of the key check. */
    private Set<ByteBuffer> stolen() throws SQLException {
        Set<ByteBuffer> values = new HashSet<>();
        for (String query : List.of(
                "select person_index, document_index, mobile_index, sealed_data_key, sealed_record, sealed_person_key"
                        + " from cid_identity",
                "select check_value from cid_key_check")) {
            try (Connection connection = database.connection();
                    Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(query)) {
                while (rows.next()) {
                    for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                        values.add(ByteBuffer.wrap(rows.getBytes(column)));
                    }
                }
            }
        }
        return values;
    }
}
