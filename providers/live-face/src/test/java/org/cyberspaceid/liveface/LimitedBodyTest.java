package org.cyberspaceid.liveface;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

class LimitedBodyTest {
    @Test
    void readsUpToTheCap() throws IOException {
        assertThat(LimitedBody.read(new ByteArrayInputStream(new byte[10]), null, 10))
                .hasValueSatisfying(b -> assertThat(b).hasSize(10));
    }

    @Test
    void takesOneByteBeyondTheCapAndNoMore() throws IOException {
        CountingStream endless = new CountingStream();

        assertThat(LimitedBody.read(endless, null, 1000)).isEmpty();
        assertThat(endless.taken).isEqualTo(1001);
    }

    @Test
    void readsNothingWhenTheHeaderSaysTooMuch() throws IOException {
        CountingStream endless = new CountingStream();

        assertThat(LimitedBody.read(endless, "1001", 1000)).isEmpty();
        assertThat(LimitedBody.read(endless, "99999999999999999999", 1000)).isEmpty();
        assertThat(endless.taken).isZero();
    }

    private static final class CountingStream extends InputStream {
        private int taken;

        @Override
        public int read() {
            taken++;
            return 0;
        }
    }
}
