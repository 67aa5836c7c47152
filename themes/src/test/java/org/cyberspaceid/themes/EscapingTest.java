package org.cyberspaceid.themes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever text a person, a document or an ISP brings along stays text. */
class EscapingTest {
    private static final String HOSTILE = "\"'><b id=injected onmouseover=alert(1)>x</b><script>alert(1)</script>";
    private static final Set<String> CODES = Set.of(
            "documentType",
            "chipProof",
            "expiresOn",
            "lastUsedOn",
            "state",
            "wayOn",
            "type",
            "bring",
            "text",
            "until",
            "settled");

    private final Renderer renderer = new Renderer();

    static Stream<Sample> samples() {
        return SampleData.all().stream();
    }

    @ParameterizedTest
    @MethodSource("samples")
    @SuppressWarnings("unchecked")
    void nothingHandedInBecomesMarkup(Sample sample) {
        Map<String, Object> hostile = (Map<String, Object>) poison("", sample.data());
        hostile.put("client", poison("", SampleData.client("x")));
        Page page = renderer.render(new Sample(sample.name(), sample.template(), hostile), Language.EN);

        assertThat(page.document().select("#injected, b, script:not([src])")).isEmpty();
        assertThat(page.document().select("[onmouseover]")).isEmpty();
    }

    private static Object poison(String key, Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> poisoned = new HashMap<>();
            map.forEach((k, v) -> poisoned.put(String.valueOf(k), poison(String.valueOf(k), v)));
            return poisoned;
        }
        if (value instanceof List<?> list && !CODES.contains(key)) {
            return list.stream().map(v -> poison(key, v)).toList();
        }
        return value instanceof String && !CODES.contains(key) ? HOSTILE : value;
    }
}
