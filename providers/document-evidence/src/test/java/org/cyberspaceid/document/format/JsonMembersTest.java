package org.cyberspaceid.document.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonMembersTest {
    @Test
    void readsTextsAndWholeNumbers() {
        JsonMembers members = read("{\"a\":\"x\",\"n\":7}");
        assertThat(members.text("a")).contains("x");
        assertThat(members.requireText("a")).isEqualTo("x");
        assertThat(members.requireNumber("n")).isEqualTo(7);
        assertThat(members.has("a")).isTrue();
        assertThat(members.has("b")).isFalse();
        assertThat(members.text("b")).isEmpty();
    }

    @Test
    void knowsThatOtherKindsAreThereAndNothingElse() {
        JsonMembers members =
                read("{\"o\":{\"a\":\"in\"},\"l\":[1,[2]],\"t\":true,\"z\":null,\"f\":1.5,\"a\":\"out\"}");
        for (String name : new String[] {"o", "l", "t", "z", "f"}) {
            assertThat(members.has(name)).isTrue();
            assertThatThrownBy(() -> members.text(name)).hasMessage("a text");
            assertThatThrownBy(() -> members.requireNumber(name)).hasMessage("a whole number");
        }
        assertThat(members.text("a")).contains("out");
    }

    @Test
    void aTextIsNoNumberAndANumberNoText() {
        JsonMembers members = read("{\"a\":\"7\",\"n\":7}");
        assertThatThrownBy(() -> members.requireNumber("a")).hasMessage("a whole number");
        assertThatThrownBy(() -> members.requireNumber("b")).hasMessage("a whole number");
        assertThatThrownBy(() -> members.requireText("n")).hasMessage("a text");
        assertThatThrownBy(() -> members.requireText("b")).hasMessage("a claim is missing");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "\"a\"",
                "7",
                "{\"a\":1}{}",
                "{\"a\":1} 2",
                "{\"a\":1,\"a\":2}",
                "{\"a\":01}",
                "{a:1}",
                "{'a':1}",
                "{\"a\":1,}",
                "{\"a\":NaN}",
                "{\"a\":12345678901234567890}",
                "{\"a\":123456789012345678901}",
                "{\"a\":{\"b\":{\"c\":{}}}}",
                "{\"a\":",
            })
    void anythingElseIsRefused(String json) {
        assertThatThrownBy(() -> read(json)).isInstanceOf(MalformedException.class);
    }

    @Test
    void namesAndTokensAreBounded() {
        assertThat(read("{\"" + "n".repeat(64) + "\":1}").has("n".repeat(64))).isTrue();
        assertThatThrownBy(() -> read("{\"" + "n".repeat(65) + "\":1}")).isInstanceOf(MalformedException.class);
        assertThat(read("{\"a\":[" + "1,".repeat(194) + "1]}").has("a")).isTrue();
        assertThatThrownBy(() -> read("{\"a\":[" + "1,".repeat(200) + "1]}")).isInstanceOf(MalformedException.class);
    }

    private static JsonMembers read(String json) {
        return JsonMembers.read(json.getBytes(StandardCharsets.UTF_8));
    }
}
