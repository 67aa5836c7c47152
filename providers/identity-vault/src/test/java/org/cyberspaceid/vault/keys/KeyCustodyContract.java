package org.cyberspaceid.vault.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.prf.Prf;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What every {@link KeyCustody} must do. A test of one extends this class and says how it is opened; the place may be one for all
 * tests of the class, or another for each.
 */
public abstract class KeyCustodyContract {
    private static final AtomicInteger NAMES = new AtomicInteger();
    private static final byte[] PLAIN = "a data key of 32 bytes, 王小明 x".getBytes(StandardCharsets.UTF_8);
    private static final byte[] PLACE = "realm/person/field".getBytes(StandardCharsets.UTF_8);
    private static final byte[] NOTHING = {};
    private static final int DERIVED_BYTES = 32;

    private KeyCustody custody;

    /** Opens the custody on the place under test; called again, opens it a second time, as another node or after a restart. */
    protected abstract KeyCustody open();

    @BeforeEach
    void openCustody() {
        custody = open();
    }

    /** A name that no other test uses. */
    protected static String freshName() {
        return "record-20260131t235959z-" + NAMES.incrementAndGet();
    }

    private static Aead aead(KeyCustody custody, String name) throws GeneralSecurityException {
        return custody.getAead(custody.uri(name));
    }

    private Aead freshKey() throws GeneralSecurityException {
        String name = freshName();
        custody.createSealingKey(name);
        return aead(custody, name);
    }

    private static void refuses(Aead key, byte[] sealed, byte[] place) {
        assertThatThrownBy(() -> key.decrypt(sealed, place)).isInstanceOf(GeneralSecurityException.class);
    }

    @Test
    void opensWhatItSealed() throws GeneralSecurityException {
        Aead key = freshKey();
        assertThat(key.decrypt(key.encrypt(PLAIN, PLACE), PLACE)).isEqualTo(PLAIN);
        assertThat(key.decrypt(key.encrypt(NOTHING, PLACE), PLACE)).isEmpty();
        assertThat(key.decrypt(key.encrypt(PLAIN, NOTHING), NOTHING)).isEqualTo(PLAIN);
        byte[] large = new byte[100_000];
        assertThat(key.decrypt(key.encrypt(large, PLACE), PLACE)).isEqualTo(large);
    }

    @Test
    void sealsTheSameDifferentlyEachTime() throws GeneralSecurityException {
        Aead key = freshKey();
        assertThat(key.encrypt(PLAIN, PLACE)).isNotEqualTo(key.encrypt(PLAIN, PLACE));
    }

    @Test
    void opensInNoOtherPlaceAndWithNoOtherKey() throws GeneralSecurityException {
        Aead key = freshKey();
        byte[] sealed = key.encrypt(PLAIN, PLACE);
        refuses(key, sealed, "realm/person/other".getBytes(StandardCharsets.UTF_8));
        refuses(key, sealed, NOTHING);
        refuses(freshKey(), sealed, PLACE);
    }

    @Test
    void findsEveryFlippedBit() throws GeneralSecurityException {
        Aead key = freshKey();
        byte[] sealed = key.encrypt(PLAIN, PLACE);
        for (int bit = 0; bit < sealed.length * Byte.SIZE; bit++) {
            byte[] flipped = sealed.clone();
            flipped[bit / Byte.SIZE] ^= (byte) (1 << (bit % Byte.SIZE));
            refuses(key, flipped, PLACE);
        }
        assertThat(key.decrypt(sealed, PLACE)).isEqualTo(PLAIN);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 64})
    void findsEveryTruncationAndExtension(int length) throws GeneralSecurityException {
        Aead key = freshKey();
        byte[] sealed = key.encrypt(new byte[length], PLACE);
        for (int at = 0; at < sealed.length; at++) {
            refuses(key, Arrays.copyOf(sealed, at), PLACE);
        }
        refuses(key, Arrays.copyOf(sealed, sealed.length + 1), PLACE);
    }

    @Test
    void creatingRefusesANameThatThereIsAndLeavesItsKey() throws GeneralSecurityException {
        String name = freshName();
        custody.createSealingKey(name);
        byte[] sealed = aead(custody, name).encrypt(PLAIN, PLACE);
        for (KeyCustody node : List.of(custody, open())) {
            assertThatThrownBy(() -> node.createSealingKey(name))
                    .isInstanceOf(KeysUnusableException.class)
                    .hasMessageContaining(name);
        }
        assertThat(aead(custody, name).decrypt(sealed, PLACE)).isEqualTo(PLAIN);
        assertThat(aead(open(), name).decrypt(sealed, PLACE)).isEqualTo(PLAIN);
    }

    @Test
    void whatIsDestroyedIsGoneForGood() throws GeneralSecurityException {
        String name = freshName();
        custody.createSealingKey(name);
        byte[] sealed = aead(custody, name).encrypt(PLAIN, PLACE);
        assertThat(custody.sealingKeys()).contains(name);

        custody.destroySealingKey(name);
        assertThat(custody.sealingKeys()).doesNotContain(name);
        assertThatThrownBy(() -> aead(custody, name)).isInstanceOf(GeneralSecurityException.class);
        assertThatThrownBy(() -> aead(open(), name)).isInstanceOf(GeneralSecurityException.class);

        custody.createSealingKey(name);
        refuses(aead(custody, name), sealed, PLACE);
    }

    @Test
    void destroyingWhatIsGoneIsFineAndHitsNothingElse() throws GeneralSecurityException {
        Aead other = freshKey();
        String name = freshName();
        custody.destroySealingKey(name);
        custody.createSealingKey(name);
        custody.destroySealingKey(name);
        custody.destroySealingKey(name);
        assertThat(other.decrypt(other.encrypt(PLAIN, PLACE), PLACE)).isEqualTo(PLAIN);
    }

    @Test
    void nodesSeeWhatTheOthersDo() throws GeneralSecurityException {
        KeyCustody node = open();
        String name = freshName();
        custody.createSealingKey(name);
        assertThat(node.sealingKeys()).contains(name);
        byte[] sealed = aead(custody, name).encrypt(PLAIN, PLACE);
        assertThat(aead(node, name).decrypt(sealed, PLACE)).isEqualTo(PLAIN);

        String unlisted = freshName();
        node.createSealingKey(unlisted);
        assertThat(aead(custody, unlisted).encrypt(PLAIN, PLACE)).isNotNull();

        node.destroySealingKey(name);
        assertThat(custody.sealingKeys()).doesNotContain(name).contains(unlisted);
        assertThatThrownBy(() -> aead(custody, name)).isInstanceOf(GeneralSecurityException.class);
    }

    @Test
    void listsNamesInOrderAndOnlyThose() {
        List<String> names = IntStream.range(0, 3).mapToObj(at -> freshName()).toList();
        for (int at = names.size() - 1; at >= 0; at--) {
            custody.createSealingKey(names.get(at));
        }
        List<String> listed = List.copyOf(custody.sealingKeys());
        assertThat(listed).containsAll(names).isSorted().allMatch(name -> name.matches(KeyCustody.NAME));
    }

    @Test
    void knowsNoKeyThatThereIsNot() {
        assertThatThrownBy(() -> aead(custody, freshName())).isInstanceOf(GeneralSecurityException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-a", "A", "a_b", "a b", "a.b", "a/b", "../a", "a\n", "é", "a;type=cert", "a%2e", "王"})
    void refusesWhatIsNoName(String name) {
        refusesName(name);
    }

    @Test
    void refusesANameThatIsTooLong() {
        String start = freshName();
        String longest = start + "x".repeat(63 - start.length());
        assertThat(longest).matches(KeyCustody.NAME);
        custody.createSealingKey(longest);
        assertThat(custody.sealingKeys()).contains(longest);
        refusesName(longest + "x");
    }

    private void refusesName(String name) {
        assertThatThrownBy(() -> custody.createSealingKey(name)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> custody.destroySealingKey(name)).isInstanceOf(IllegalArgumentException.class);
        String like = freshName();
        String uri = custody.uri(like).replace(like, name);
        assertThatThrownBy(() -> custody.getAead(uri)).isInstanceOf(GeneralSecurityException.class);
    }

    @Test
    void supportsItsOwnUrisOnly() {
        assertThat(custody.doesSupport(custody.uri(freshName()))).isTrue();
        for (String foreign : List.of("", "aws-kms://a", "pkcs11:", "file:///etc/passwd", freshName())) {
            assertThat(custody.doesSupport(foreign)).as(foreign).isFalse();
            assertThatThrownBy(() -> custody.getAead(foreign)).isInstanceOf(GeneralSecurityException.class);
        }
    }

    @Test
    void servesEightThreadsAtOnce() throws Exception {
        Aead shared = freshKey();
        inEightThreads(thread -> {
            String name = freshName();
            for (int round = 0; round < 10; round++) {
                byte[] plain = (thread + "/" + round).getBytes(StandardCharsets.UTF_8);
                assertThat(shared.decrypt(shared.encrypt(plain, PLACE), PLACE)).isEqualTo(plain);
            }
            custody.createSealingKey(name);
            assertThat(custody.sealingKeys()).contains(name);
            byte[] sealed = aead(custody, name).encrypt(PLAIN, PLACE);
            assertThat(aead(custody, name).decrypt(sealed, PLACE)).isEqualTo(PLAIN);
            custody.destroySealingKey(name);
            return true;
        });
    }

    @Test
    void ofThreadsThatMakeTheSameKeyOneDoes() throws Exception {
        String name = freshName();
        List<Boolean> made = inEightThreads(thread -> {
            try {
                custody.createSealingKey(name);
                return true;
            } catch (KeysUnusableException madeByAnother) {
                return false;
            }
        });
        assertThat(made).containsOnlyOnce(true);
        assertThat(custody.sealingKeys()).contains(name);
    }

    /** Several nodes may all give up; but there is never a second key. */
    @Test
    void ofNodesThatMakeTheSameKeyOneDoesAtMost() throws Exception {
        List<KeyCustody> nodes = IntStream.range(0, 8).mapToObj(at -> open()).toList();
        String name = freshName();
        List<Boolean> made = inEightThreads(node -> {
            try {
                nodes.get(node).createSealingKey(name);
                return true;
            } catch (KeysUnusableException madeByAnother) {
                return false;
            }
        });
        assertThat(made.stream().filter(one -> one).count()).isLessThanOrEqualTo(1);
        custody.destroySealingKey(name);
        assertThat(custody.sealingKeys()).doesNotContain(name);
    }

    @ParameterizedTest
    @EnumSource
    void derivesForPurposesThatAreNeverReplacedOrNotAtAll(KeyPurpose purpose) throws GeneralSecurityException {
        if (!custody.derives() || !purpose.isNeverReplaced()) {
            assertThat(custody.derivationKey(purpose)).isEmpty();
            assertThatThrownBy(() -> custody.createDerivationKey(purpose))
                    .isInstanceOfAny(KeysUnusableException.class, IllegalArgumentException.class);
            assertThat(custody.derivationKey(purpose)).isEmpty();
            return;
        }
        Prf key = derivationKey(purpose);
        byte[] derived = key.compute(PLACE, DERIVED_BYTES);
        assertThat(derived).hasSize(DERIVED_BYTES).isEqualTo(key.compute(PLACE, DERIVED_BYTES));
        assertThat(derived).isNotEqualTo(key.compute(PLAIN, DERIVED_BYTES));
        assertThat(key.compute(NOTHING, DERIVED_BYTES)).hasSize(DERIVED_BYTES);
        assertThat(key.compute(new byte[100_000], DERIVED_BYTES)).hasSize(DERIVED_BYTES);
        assertThatThrownBy(() -> key.compute(PLACE, DERIVED_BYTES + 1)).isInstanceOf(GeneralSecurityException.class);
        assertThat(open().derivationKey(purpose).orElseThrow().compute(PLACE, DERIVED_BYTES))
                .isEqualTo(derived);
    }

    @Test
    void derivesDifferentlyForEachPurpose() throws GeneralSecurityException {
        if (custody.derives()) {
            assertThat(derived(KeyPurpose.BLIND_INDEX))
                    .isNotEqualTo(derived(KeyPurpose.PERSON_KEY))
                    .isNotEqualTo(derived(KeyPurpose.NETWORK_NUMBER));
            assertThat(derived(KeyPurpose.PERSON_KEY)).isNotEqualTo(derived(KeyPurpose.NETWORK_NUMBER));
        }
    }

    @Test
    void aDerivationKeyIsNeverMadeAnewNorListed() throws GeneralSecurityException {
        if (custody.derives()) {
            byte[] derived = derived(KeyPurpose.PERSON_KEY);
            for (KeyCustody node : List.of(custody, open())) {
                assertThatThrownBy(() -> node.createDerivationKey(KeyPurpose.PERSON_KEY))
                        .isInstanceOf(KeysUnusableException.class);
            }
            assertThat(derived(KeyPurpose.PERSON_KEY)).isEqualTo(derived);
            assertThat(custody.sealingKeys()).noneMatch(name -> name.contains(KeyPurpose.PERSON_KEY.code()));
        }
    }

    @Test
    void derivesInEightThreadsAtOnce() throws Exception {
        if (custody.derives()) {
            byte[] derived = derived(KeyPurpose.NETWORK_NUMBER);
            inEightThreads(thread -> {
                for (int round = 0; round < 20; round++) {
                    assertThat(derived(KeyPurpose.NETWORK_NUMBER)).isEqualTo(derived);
                }
                return true;
            });
        }
    }

    private byte[] derived(KeyPurpose purpose) throws GeneralSecurityException {
        return derivationKey(purpose).compute(PLACE, DERIVED_BYTES);
    }

    /** The key of the place, which another test may have made. */
    private Prf derivationKey(KeyPurpose purpose) {
        if (custody.derivationKey(purpose).isEmpty()) {
            custody.createDerivationKey(purpose);
        }
        return custody.derivationKey(purpose).orElseThrow();
    }

    private interface Work<T> {
        T in(int thread) throws Exception;
    }

    private static <T> List<T> inEightThreads(Work<T> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<T>> works = IntStream.range(0, 8)
                    .mapToObj(thread -> (Callable<T>) () -> work.in(thread))
                    .toList();
            List<T> results = new ArrayList<>();
            for (Future<T> result : threads.invokeAll(works)) {
                results.add(result.get());
            }
            return results;
        } finally {
            threads.shutdown();
        }
    }
}
