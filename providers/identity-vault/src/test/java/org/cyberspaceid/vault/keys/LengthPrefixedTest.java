package org.cyberspaceid.vault.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LengthPrefixedTest {
    @Test
    void hasTheBytesThatEveryIndexAndNumberRestsOn() {
        assertThat(LengthPrefixed.of("a", "王").and(1L).bytes())
                .containsExactly(0, 0, 0, 1, 'a', 0, 0, 0, 3, 0xE7, 0x8E, 0x8B, 0, 0, 0, 8, 0, 0, 0, 0, 0, 0, 0, 1);
    }

    @Test
    void noTwoListsMeet() {
        String[] parts = {"", "a", "b", "ab", "ba", "aab", "\0", "\0\0\0\1a"};
        Set<String> seen = new HashSet<>();
        int lists = 0;
        for (String first : parts) {
            lists += add(seen, LengthPrefixed.of(first));
            for (String second : parts) {
                lists += add(seen, LengthPrefixed.of(first, second));
                for (String third : parts) {
                    lists += add(seen, LengthPrefixed.of(first, second, third));
                }
            }
        }
        assertThat(lists).isEqualTo(8 + 64 + 512);
        assertThat(seen).hasSize(lists);
    }

    private static int add(Set<String> seen, LengthPrefixed list) {
        seen.add(java.util.HexFormat.of().formatHex(list.bytes()));
        return 1;
    }
}
