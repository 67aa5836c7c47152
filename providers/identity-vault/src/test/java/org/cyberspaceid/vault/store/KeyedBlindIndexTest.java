package org.cyberspaceid.vault.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import org.cyberspaceid.core.document.DocumentType;
import org.cyberspaceid.vault.keys.TestKeys;
import org.junit.jupiter.api.Test;

class KeyedBlindIndexTest {
    private final KeyedBlindIndex index = new KeyedBlindIndex(TestKeys.fixed(), "realm");

    @Test
    void isTheSameForTheSame() {
        assertThat(index.index("sms-limit", "+8613800138000"))
                .hasSize(32)
                .isEqualTo(new KeyedBlindIndex(TestKeys.fixed(), "realm").index("sms-limit", "+8613800138000"));
    }

    @Test
    void realmPurposeAndValueNeverRunTogether() {
        Set<String> seen = new HashSet<>();
        add(seen, index.index("a", "bc"));
        add(seen, index.index("ab", "c"));
        add(seen, index.index("abc", ""));
        add(seen, new KeyedBlindIndex(TestKeys.fixed(), "realma").index("", "bc"));
        add(seen, new KeyedBlindIndex(TestKeys.fixed(), "other").index("a", "bc"));
        assertThat(seen).hasSize(5);
    }

    @Test
    void noPurposeReachesTheVaultsOwn() {
        assertThat(index.index("mobile", "+8613800138000")).isNotEqualTo(index.mobile(People.mobile(138000)));
        assertThat(index.index("document", "passportE00000001")).isNotEqualTo(index.document(People.passport(1)));
    }

    @Test
    void sameNumberOnTwoTypesOfDocumentAreTwo() {
        // Both types allow eight digits after different letters only; the type is part of the index all the same.
        assertThat(index.document(People.number(DocumentType.TRAVEL_PERMIT_TAIWAN, "12345678")))
                .isNotEqualTo(index.document(People.number(DocumentType.PASSPORT, "E12345678")));
    }

    @Test
    void saysNothingOfTheValue() {
        String hex = HexFormat.of().formatHex(index.index("sms-limit", "+8613800138000"));
        assertThat(hex).doesNotContain(HexFormat.of().formatHex("8000".getBytes(StandardCharsets.UTF_8)));
    }

    private static void add(Set<String> seen, byte[] value) {
        seen.add(HexFormat.of().formatHex(value));
    }
}
