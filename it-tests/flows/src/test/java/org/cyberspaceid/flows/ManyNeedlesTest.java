package org.cyberspaceid.flows;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ManyNeedlesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 27);
    private static final ObjectMapper ASCII_JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    static List<String> values() {
        return List.of(
                "王芳",
                "陈晓雨",
                "欧阳娜",
                "李㛃敏",
                "何𠮷辉",
                "阿卜杜拉·买买提",
                "GARCÍA LÓPEZ MARIA",
                "CHEN<<XIAOYU",
                "11010519491231002X",
                "EA1234567",
                "DEU111239003041",
                "1949-12-31",
                "19491231",
                "+8613758301947",
                "13758301947",
                "58301947");
    }

    private static ManyNeedles all() {
        return new ManyNeedles(
                values().stream().map(value -> Needle.text(value, value)).toList());
    }

    /** By the needles' own account: each form that is looked for is found in running text. */
    @ParameterizedTest
    @MethodSource("values")
    void eachFormIsFound(String value) {
        ManyNeedles needles = all();
        Needle needle = Needle.text(value, value);
        Stream.concat(Stream.of(needle), needle.digests().stream())
                .forEach(each -> each.forms().forEach((form, text) -> {
                    if (!ByChance.wouldBeFound(form, text)) {
                        assertThat(needles.findIn("before " + text + " after"))
                                .as(form)
                                .contains(each.what() + " (" + form + ")");
                    }
                }));
    }

    /** By what others make of the value. */
    @ParameterizedTest
    @MethodSource("values")
    void itIsFoundAsOthersEncodeIt(String value) throws Exception {
        ManyNeedles needles = all();
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        String json = ASCII_JSON.writeValueAsString(Map.of("v", value));
        for (String text : List.of(
                value,
                json,
                ASCII_JSON.writeValueAsString(json),
                ASCII_JSON.writeValueAsString(ASCII_JSON.writeValueAsString(json)),
                HexFormat.of().formatHex(bytes),
                HexFormat.of().withUpperCase().formatHex(bytes))) {
            assertThat(needles.findIn("\t" + text + "\n")).as(text).anyMatch(found -> found.startsWith(value + " ("));
        }
        assertFoundInBase64(needles, value, bytes);
        for (String algorithm : List.of("MD5", "SHA-1", "SHA-256")) {
            byte[] digest = MessageDigest.getInstance(algorithm).digest(bytes);
            String what = algorithm + " of " + value;
            assertThat(needles.findIn("\\\\x" + HexFormat.of().formatHex(digest)))
                    .containsExactly(what + " (hex)");
            assertFoundInBase64(needles, what, digest);
        }
    }

    private static void assertFoundInBase64(ManyNeedles needles, String what, byte[] bytes) {
        for (int before = 0; before < 6; before++) {
            byte[] larger = new byte[before + bytes.length + 4];
            new Random(before).nextBytes(larger);
            System.arraycopy(bytes, 0, larger, before, bytes.length);
            for (Base64.Encoder encoder :
                    List.of(Base64.getEncoder(), Base64.getUrlEncoder().withoutPadding())) {
                assertThat(needles.findIn("{\"t\":\"" + encoder.encodeToString(larger) + "\"}"))
                        .as(before + " bytes before " + what)
                        .anyMatch(found -> found.startsWith(what + " (base64"));
            }
        }
    }

    @Test
    void backslashesThatQuotingDoubledHideNothing() {
        ManyNeedles needles = new ManyNeedles(List.of(Needle.text("name", "陈雨")));
        for (String backslashes : List.of("\\", "\\\\", "\\\\\\\\")) {
            assertThat(needles.findIn("{" + backslashes + "u9648" + backslashes + "u96e8}"))
                    .containsExactly("name (\\u escapes)");
        }
    }

    @Test
    void shortFormsAreLeftOutAndTheValueIsStillFound() {
        ManyNeedles needles = new ManyNeedles(List.of(Needle.text("one", "王")));
        assertThat(needles.findIn("姓王的")).containsExactly("one (UTF-8)");
        assertThat(needles.findIn("\\u738B")).containsExactly("one (\\u escapes, upper case)");
        assertThat(needles.findIn("00e78e8b00")).as("hex of three bytes").isEmpty();
        assertThat(needles.findIn("546L")).as("base64 of three bytes").isEmpty();
    }

    @Test
    void placesAreToldApartAndBrokenTextHidesNothing(@TempDir Path folder) throws Exception {
        Path clean = Files.writeString(folder.resolve("clean.log"), "nothing here, 陈大雨");
        Path one = Files.write(folder.resolve("one.log"), broken("陈晓雨"));
        Path two = Files.writeString(folder.resolve("two.sql"), "1949-12-31\t58301947\t58301947\n");

        assertThat(all().find(List.of(clean, one, two)))
                .containsExactly(
                        Map.entry(one.toString(), List.of("陈晓雨 (UTF-8)")),
                        Map.entry(two.toString(), List.of("1949-12-31 (UTF-8)", "58301947 (UTF-8)")));
    }

    /** The first bytes of a character that does not go on, then the text. */
    private static byte[] broken(String text) {
        byte[] good = text.getBytes(StandardCharsets.UTF_8);
        byte[] broken = new byte[good.length + 2];
        broken[0] = (byte) 0xf0;
        broken[1] = (byte) 0xa0;
        System.arraycopy(good, 0, broken, 2, good.length);
        return broken;
    }

    @ParameterizedTest
    @ValueSource(strings = {"hex", "HEX", "base64", "base64url", "numbers"})
    void nothingIsFoundInRandomText(String kind) {
        ManyNeedles needles = new ManyNeedles(needlesOfPeople());
        String text = random(kind);
        assertThat(text.length()).isGreaterThan(5_000_000);
        long start = System.nanoTime();

        List<String> found = needles.findIn(text);

        System.out.println("ManyNeedles: " + needles.size() + " texts in " + text.length() + " characters of " + kind
                + ": " + (System.nanoTime() - start) / 1_000_000 + " ms");
        assertThat(found).isEmpty();
    }

    private static List<Needle> needlesOfPeople() {
        return ManyPeople.make(200, TODAY).stream()
                .flatMap(person -> person.needles().stream())
                .toList();
    }

    private static String random(String kind) {
        Random random = new Random(2026);
        StringBuilder text = new StringBuilder();
        while (text.length() <= 5_000_000) {
            byte[] bytes = new byte[16 + random.nextInt(300)];
            random.nextBytes(bytes);
            text.append(
                            switch (kind) {
                                case "hex" -> HexFormat.of().formatHex(bytes);
                                case "HEX" -> HexFormat.of().withUpperCase().formatHex(bytes);
                                case "base64" -> Base64.getEncoder().encodeToString(bytes);
                                case "base64url" -> Base64.getUrlEncoder().encodeToString(bytes);
                                default -> Long.toString(1_764_000_000_000L + random.nextInt(1_000_000_000));
                            })
                    .append('\n');
        }
        return text.toString();
    }

    /** What that test is worth: the same people's values, each on a line of its own in the same text, are all found. */
    @Test
    void everyValueOfEveryPersonIsFoundInThatText() {
        List<Needle> values = needlesOfPeople();
        Iterator<Needle> next = values.iterator();
        StringBuilder text = new StringBuilder();
        random("hex").lines().forEach(line -> {
            text.append(line).append('\n');
            if (next.hasNext()) {
                text.append(new String(next.next().value(), StandardCharsets.UTF_8))
                        .append('\n');
            }
        });
        assertThat(next).isExhausted();

        assertThat(new ManyNeedles(values).findIn(text.toString()))
                .containsAll(
                        values.stream().map(value -> value.what() + " (UTF-8)").toList());
    }
}
