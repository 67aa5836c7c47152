package org.cyberspaceid.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DemoIspTest {
    @Test
    void theTwoAreInTwoSectors() {
        List<DemoIsp> isps = DemoIsp.both(8090);

        assertThat(isps)
                .extracting(isp -> isp.baseUrl().toString())
                .containsExactly("http://localhost:8090", "http://127.0.0.1:8091");
        assertThat(isps).extracting(isp -> isp.baseUrl().getHost()).doesNotHaveDuplicates();
        assertThat(isps).extracting(DemoIsp::clientId).doesNotHaveDuplicates();
    }

    @Test
    void registersExactlyWhereItAnswers() {
        assertThat(DemoIsp.both(9000).get(1).registration().redirectUris())
                .containsExactly("http://127.0.0.1:9001/login/oauth2/code/cyberspace-id");
    }
}
