package org.cyberspaceid.signin.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DeviceTest {
    private static final String USER = UUID.randomUUID().toString();

    @Test
    void comesBackAsItWas() {
        Device device = Device.fresh(USER);
        assertThat(Device.read(device.bytes())).contains(device);
    }

    @Test
    void isAnotherEachTime() {
        assertThat(Device.fresh(USER).id())
                .hasSize(32)
                .isNotEqualTo(Device.fresh(USER).id());
    }

    /** The same key seals the token of a remembered device: eight bytes of time and 32 of randomness. */
    @Test
    void isNoOtherSealedThing() {
        byte[] token = new byte[40];
        Arrays.fill(token, 8, 40, (byte) 7);
        assertThat(Device.read(token)).isEmpty();
        assertThat(Device.read(new byte[0])).isEmpty();
        assertThat(Device.read(Arrays.copyOf(Device.fresh(USER).bytes(), 17))).isEmpty();
    }
}
