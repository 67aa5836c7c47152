package org.cyberspaceid.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cyberspaceid.document.Readings.issue;
import static org.cyberspaceid.document.Readings.submission;
import static org.cyberspaceid.document.Readings.verify;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.cyberspaceid.core.document.DocumentType;
import org.cyberspaceid.core.document.DocumentVerdict;
import org.cyberspaceid.core.document.DocumentVerdict.Accepted;
import org.cyberspaceid.core.document.DocumentVerdict.Refused;
import org.cyberspaceid.core.outcome.Problem;
import org.cyberspaceid.virtual.Variant;
import org.junit.jupiter.api.Test;

/** Readings broken at random, from a fixed seed: always a typed outcome, and never a document that says something else. */
class BrokenReadingsTest {
    private static final int ROUNDS = 800;

    private final Random random = new Random(9303);

    @Test
    void noBrokenFileOfAChipIsAccepted() {
        byte[] genuine = submission(issue(DocumentType.PASSPORT, Variant.GENUINE));
        byte[] portrait = ((Accepted) verify(DocumentType.PASSPORT, genuine)).portrait();
        Map<Problem, Integer> problems = new EnumMap<>(Problem.class);
        for (int round = 0; round < ROUNDS; round++) {
            byte[] broken = Json.change(genuine, this::breakOneFile);
            DocumentVerdict verdict = verify(DocumentType.PASSPORT, broken);
            if (verdict instanceof Accepted accepted) {
                // only bytes of the SOD that no signature covers (unsigned parts of CMS) can be broken without harm
                assertThat(withoutSod(broken)).isEqualTo(withoutSod(genuine));
                assertThat(accepted.portrait()).isEqualTo(portrait);
            } else {
                problems.merge(((Refused) verdict).problem(), 1, Integer::sum);
            }
        }
        assertThat(problems)
                .containsKeys(Problem.READING_MALFORMED, Problem.DOCUMENT_TAMPERED, Problem.DOCUMENT_AUTHORITY_UNKNOWN);
        assertThat(problems.values().stream().mapToInt(n -> n).sum()).isGreaterThan(ROUNDS * 9 / 10);
    }

    @Test
    void noBrokenBodyThrows() {
        for (DocumentType type : List.of(DocumentType.PASSPORT, DocumentType.RESIDENT_ID_CARD)) {
            byte[] genuine = submission(issue(type, Variant.GENUINE));
            for (int round = 0; round < ROUNDS; round++) {
                byte[] broken = genuine.clone();
                flip(broken);
                assertThat(verify(type, broken)).isInstanceOfAny(Refused.class, Accepted.class);
            }
        }
    }

    @Test
    void noBrokenStatementIsAccepted() {
        byte[] genuine = submission(issue(DocumentType.RESIDENT_ID_CARD, Variant.GENUINE));
        for (int round = 0; round < ROUNDS; round++) {
            byte[] broken = Json.change(genuine, this::breakStatement);
            assertThat(verify(DocumentType.RESIDENT_ID_CARD, broken)).isInstanceOf(Refused.class);
        }
    }

    private void breakOneFile(ObjectNode submission) {
        List<String> groups = new ArrayList<>();
        Json.groups(submission).fieldNames().forEachRemaining(groups::add);
        int choice = random.nextInt(groups.size() + 4);
        if (choice < groups.size()) {
            Json.bytes(Json.groups(submission), groups.get(choice), this::broken);
        } else if (choice == groups.size()) {
            Json.bytes(submission, "activeAuthentication", this::broken);
        } else {
            Json.bytes(submission, "sod", this::broken);
        }
    }

    /** A character that decodes to other bits, away from the last of each part, whose low bits mean nothing. */
    private void breakStatement(ObjectNode submission) {
        StringBuilder jws = new StringBuilder(submission.get("statement").asText());
        int at;
        do {
            at = random.nextInt(jws.length() - 1);
        } while (jws.charAt(at) == '.' || jws.charAt(at + 1) == '.');
        jws.setCharAt(at, jws.charAt(at) == 'Q' ? 'B' : 'Q');
        submission.put("statement", jws.toString());
    }

    private byte[] broken(byte[] file) {
        byte[] broken = file.clone();
        if (random.nextInt(8) == 0) {
            return Arrays.copyOf(broken, random.nextInt(broken.length));
        }
        flip(broken);
        return broken;
    }

    private void flip(byte[] bytes) {
        bytes[random.nextInt(bytes.length)] ^= (byte) (1 + random.nextInt(255));
    }

    private static ObjectNode withoutSod(byte[] submission) {
        ObjectNode json = Json.parse(submission);
        json.remove("sod");
        return json;
    }
}
