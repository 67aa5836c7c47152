package org.cyberspaceid.themes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.cyberspaceid.core.networknumber.NetworkNumber;
import org.junit.jupiter.api.Test;

/** The page's check of a network number, run by Node.js, agrees with the product's. */
class CheckNumberSnippetTest {
    private static final Path SNIPPET = Path.of("src/main/resources", LoginTheme.ROOT, "isp/snippets/check-number.mjs")
            .toAbsolutePath();
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    @Test
    void agreesOnNumbersAndOnMistypedOnes() throws Exception {
        List<String> numbers = numbers(new Random(7));

        assertThat(numbers.stream()
                        .filter(n -> NetworkNumber.parse(n).isPresent())
                        .count())
                .isBetween(200L, 300L);
        assertThat(answersOfTheSnippet(numbers))
                .isEqualTo(numbers.stream()
                        .map(n -> Boolean.toString(NetworkNumber.parse(n).isPresent()))
                        .toList());
    }

    private static List<String> numbers(Random random) {
        List<String> numbers = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            byte[] bytes = new byte[32];
            random.nextBytes(bytes);
            String number = NetworkNumber.of(bytes).value();
            int at = random.nextInt(number.length());
            char other = ALPHABET.charAt(random.nextInt(ALPHABET.length()));
            numbers.add(number);
            numbers.add(number.substring(0, at) + other + number.substring(at + 1));
        }
        numbers.add("");
        numbers.add("7".repeat(25));
        return numbers;
    }

    private static List<String> answersOfTheSnippet(List<String> numbers) throws IOException, InterruptedException {
        String program = "import { isNetworkNumber } from '" + SNIPPET.toUri() + "';" + "for (const n of '"
                + String.join(" ", numbers) + "'.split(' ')) console.log(isNetworkNumber(n));";
        Process node = new ProcessBuilder("node", "--input-type=module", "--eval", program)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String out = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(node.waitFor()).isZero();
        return out.lines().toList();
    }
}
