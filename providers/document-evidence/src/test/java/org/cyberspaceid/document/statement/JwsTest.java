package org.cyberspaceid.document.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.cyberspaceid.document.format.MalformedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JwsTest {
    @Test
    void takesThreePartsApart() {
        Jws jws = Jws.parse("e30.eyJhIjoxfQ._-8");
        assertThat(jws.header()).asString().isEqualTo("{}");
        assertThat(jws.payload()).asString().isEqualTo("{\"a\":1}");
        assertThat(jws.signingInput()).asString().isEqualTo("e30.eyJhIjoxfQ");
        assertThat(jws.signature()).containsExactly(0xFF, 0xEF);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "e30",
                "e30.e30",
                "e30.e30.AA.AA",
                "e30.e30.",
                ".e30.AA",
                "e30..AA",
                "e30.e30.AA==",
                "e30.e30.A+",
                "e30.e30.A/",
                "e30 .e30.AA",
                "e30.e30.AAAAA"
            })
    void anythingElseIsMalformed(String unverified) {
        assertThatThrownBy(() -> Jws.parse(unverified)).isInstanceOf(MalformedException.class);
    }

    @Test
    void headerAndSignatureAreBounded() {
        String header = "A".repeat(8 * 1024);
        String signature = "A".repeat(128);
        assertThat(Jws.parse(header + ".e30." + signature).header()).hasSize(6 * 1024);
        assertThatThrownBy(() -> Jws.parse(header + "AA.e30." + signature)).hasMessage("too long");
        assertThatThrownBy(() -> Jws.parse(header + ".e30." + signature + "AA")).hasMessage("too long");
    }
}
