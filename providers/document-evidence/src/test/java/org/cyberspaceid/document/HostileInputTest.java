package org.cyberspaceid.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cyberspaceid.document.Readings.issue;
import static org.cyberspaceid.document.Readings.problem;
import static org.cyberspaceid.document.Readings.submission;
import static org.cyberspaceid.document.Readings.verify;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.cyberspaceid.core.document.DocumentType;
import org.cyberspaceid.core.outcome.Problem;
import org.cyberspaceid.virtual.Variant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostileInputTest {
    private static final long FEW_MEGABYTES = 8L << 20;

    @Test
    void aLengthOfTwoGigabytesInDg15CostsNothing() {
        byte[] hostile = submission(issue(DocumentType.PASSPORT, Variant.OVERSIZED_DG15));
        assertThat(problem(verify(DocumentType.PASSPORT, hostile))).contains(Problem.READING_MALFORMED);
        assertThat(allocatedBy(hostile)).isLessThan(FEW_MEGABYTES);
    }

    @ParameterizedTest
    @CsvSource({"1, 96", "2, 131073", "11, 8193", "12, 8193", "14, 16385", "15, 4097"})
    void aGroupAboveItsCapIsNotEvenDecoded(String group, int size) {
        byte[] genuine = submission(issue(DocumentType.PASSPORT, Variant.GENUINE));
        // four more characters than the cap can need
        String text = "A".repeat((size + 2) / 3 * 4 + 4);
        byte[] large = Json.change(genuine, s -> Json.groups(s).put(group, text));
        assertThat(problem(verify(DocumentType.PASSPORT, large))).contains(Problem.READING_TOO_LARGE);
        assertThat(allocatedBy(large)).isLessThan(FEW_MEGABYTES);
    }

    @Test
    void aBodyAboveItsCapIsNotEvenParsed() {
        byte[] body = new byte[512 * 1024 + 1];
        assertThat(problem(verify(DocumentType.PASSPORT, body))).contains(Problem.READING_TOO_LARGE);
        assertThat(allocatedBy(body)).isLessThan(64 * 1024);
    }

    @Test
    void aSodAnAnswerOrAStatementAboveItsCapIsRefused() {
        byte[] genuine = submission(issue(DocumentType.PASSPORT, Variant.GENUINE));
        byte[] sod = Json.change(genuine, s -> s.put("sod", "A".repeat(43_700)));
        assertThat(problem(verify(DocumentType.PASSPORT, sod))).contains(Problem.READING_TOO_LARGE);
        byte[] answer = Json.change(genuine, s -> s.put("activeAuthentication", "A".repeat(1_400)));
        assertThat(problem(verify(DocumentType.PASSPORT, answer))).contains(Problem.READING_TOO_LARGE);
        byte[] statement = ("{\"statement\":\"" + "A".repeat(256 * 1024 + 1) + "\"}").getBytes(StandardCharsets.UTF_8);
        assertThat(problem(verify(DocumentType.RESIDENT_ID_CARD, statement))).contains(Problem.READING_TOO_LARGE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "{\"sod\":\"AA==\"}",
                "{\"sod\":1,\"dataGroups\":{}}",
                "{\"sod\":\"AA==\",\"sod\":\"AA==\",\"dataGroups\":{}}",
                "{\"sod\":\"AA==\",\"dataGroups\":{\"1\":\"AA==\",\"1\":\"AA==\"}}",
                "{\"sod\":\"AA==\",\"dataGroups\":{\"01\":\"AA==\"}}",
                "{\"sod\":\"AA==\",\"dataGroups\":{\"3\":\"AA==\"}}",
                "{\"sod\":\"AA==\",\"dataGroups\":{\"1\":\"***\"}}",
                "{\"sod\":\"AA==\",\"dataGroups\":{}} {}",
                "{\"sod\":\"AA==\",\"dataGroups\":{},\"statement\":\"a.b.c\"}",
                "{\"sod\":\"AA==\",\"dataGroups\":{},\"csca\":\"AA==\"}",
                "{\"dataGroups\":{\"1\":{\"1\":{\"1\":{}}}}}",
                "{\"statement\":\"a.b\"}",
                "{\"statement\":\"e30.e30.AA\"}",
                "{\"statement\":\"....\"}",
                "{\"statement\":null}",
            })
    void whatIsNoSubmissionIsMalformed(String json) {
        byte[] submission = json.getBytes(StandardCharsets.UTF_8);
        assertThat(problem(verify(DocumentType.TRAVEL_PERMIT_TAIWAN, submission)))
                .contains(Problem.READING_MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "7784FFFFFFFF", // 4 GB
                "7785010000000000", // a length of five bytes
                "778000000000", // indefinite
                "77033000", // shorter than it says
                "7702300000", // longer than it says
                "7F7F7F7F7F7F", // a tag without end
                "77",
                "",
            })
    void aSodOfAnyShapeIsMalformedAndCheap(String hex) {
        byte[] genuine = submission(issue(DocumentType.PASSPORT, Variant.GENUINE));
        byte[] hostile = Json.change(genuine, s -> s.put("sod", HexFormat.of().parseHex(hex)));
        assertThat(problem(verify(DocumentType.PASSPORT, hostile))).contains(Problem.READING_MALFORMED);
        assertThat(allocatedBy(hostile)).isLessThan(FEW_MEGABYTES);
    }

    /** 7000 sequences inside each other would overflow the stack of a parser that recurses. */
    @Test
    void aSodOfGreatDepthIsMalformed() {
        int depth = 7_000;
        byte[] nested = new byte[0];
        for (int i = 0; i < depth; i++) {
            nested = wrapped(0x30, nested);
        }
        byte[] sod = wrapped(0x77, nested);
        byte[] genuine = submission(issue(DocumentType.PASSPORT, Variant.GENUINE));
        byte[] hostile =
                Json.change(genuine, s -> s.put("sod", Base64.getEncoder().encodeToString(sod)));
        assertThat(problem(verify(DocumentType.PASSPORT, hostile))).contains(Problem.READING_MALFORMED);
    }

    private static byte[] wrapped(int tag, byte[] content) {
        int length = content.length;
        byte[] header = length < 0x80
                ? new byte[] {(byte) tag, (byte) length}
                : new byte[] {(byte) tag, (byte) 0x82, (byte) (length >> 8), (byte) length};
        byte[] all = Arrays.copyOf(header, header.length + length);
        System.arraycopy(content, 0, all, header.length, length);
        return all;
    }

    /** Bytes that this thread allocates while it verifies. */
    private static long allocatedBy(byte[] submission) {
        ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = thread.getCurrentThreadAllocatedBytes();
        verify(DocumentType.PASSPORT, submission);
        return thread.getCurrentThreadAllocatedBytes() - before;
    }
}
