package org.cyberspaceid.themes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class WeightTest {
    private static final int LIMIT = 60 * 1024;
    private static final String PATH = "/resources/x/login/cyberspace-id/";
    private static final List<String> ROOTS = List.of(LoginTheme.ROOT, "theme/base/login/");

    /** The page with everything it loads, and what its scripts import, each compressed. */
    @Test
    void theSignInPageIsLight() {
        Sample login = SampleData.all().stream()
                .filter(s -> s.name().equals("login"))
                .findFirst()
                .orElseThrow();
        Page page = new Renderer().render(login, Language.ZH_HANS);
        List<String> loaded = Stream.concat(
                        Stream.concat(
                                page.document().select("link[href]").eachAttr("href").stream(),
                                page.document().select("script[src]").eachAttr("src").stream()),
                        Stream.of(PATH + "js/authChecker.js"))
                .toList();

        int bytes = compressed(page.html().getBytes(StandardCharsets.UTF_8))
                + loaded.stream().mapToInt(p -> compressed(resource(p))).sum();

        assertThat(loaded).hasSize(7);
        assertThat(bytes).isLessThanOrEqualTo(LIMIT);
        System.out.println("sign-in page: " + bytes + " bytes compressed, in " + (loaded.size() + 1) + " files");
    }

    private static byte[] resource(String path) {
        assertThat(path).startsWith(PATH);
        for (String root : ROOTS) {
            try (InputStream in = WeightTest.class
                    .getClassLoader()
                    .getResourceAsStream(root + "resources/" + path.substring(PATH.length()))) {
                if (in != null) {
                    return in.readAllBytes();
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        throw new AssertionError("the page loads " + path + ", which is not there");
    }

    private static int compressed(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.size();
    }
}
