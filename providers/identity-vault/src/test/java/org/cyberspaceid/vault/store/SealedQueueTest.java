package org.cyberspaceid.vault.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.cyberspaceid.core.vault.QueueSeal;
import org.cyberspaceid.vault.keys.Keyring;
import org.cyberspaceid.vault.keys.TestKeys;
import org.junit.jupiter.api.Test;

class SealedQueueTest {
    private static final byte[] ROW = {1};

    private final Keyring keys = TestKeys.fixed();
    private final SealedQueue queue = new SealedQueue(keys, "realm");

    @Test
    void opensWhatItSealedInItsRowAndRealmOnly() {
        byte[] sealed = queue.seal(ROW, "王 says {} ");
        assertThat(queue.open(ROW, sealed)).contains("王 says {}");
        assertThat(queue.open(new byte[] {2}, sealed)).isEmpty();
        assertThat(new SealedQueue(keys, "other").open(ROW, sealed)).isEmpty();
        sealed[20] ^= 1;
        assertThat(queue.open(ROW, sealed)).isEmpty();
        assertThat(queue.open(ROW, new byte[0])).isEmpty();
    }

    @Test
    void allMessagesAreOfOneLength() {
        String longest = "x".repeat(QueueSeal.LONGEST);
        assertThat(queue.open(ROW, queue.seal(ROW, longest))).contains(longest);
        assertThat(queue.seal(ROW, "x")).hasSameSizeAs(queue.seal(ROW, longest));
        assertThatThrownBy(() -> queue.seal(ROW, longest + "x")).isInstanceOf(IllegalArgumentException.class);
    }
}
