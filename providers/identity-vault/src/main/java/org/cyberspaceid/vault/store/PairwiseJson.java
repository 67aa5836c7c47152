package org.cyberspaceid.vault.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.cyberspaceid.core.consent.Consent;
import org.cyberspaceid.core.consent.Receipt;

/** Consents and receipts as JSON, filled up with blanks so that the length of a row tells nothing. */
final class PairwiseJson {
    static final int BLOCK = 512;

    private static final ObjectMapper JSON = new ObjectMapper();

    private PairwiseJson() {}

    static byte[] write(Consent consent) {
        return filled(new Answer(
                new TreeSet<>(consent.agreed()),
                new TreeSet<>(consent.declined()),
                consent.until().toString()));
    }

    static Consent consent(byte[] json) {
        Answer answer = read(json, Answer.class);
        return new Consent(answer.agreed(), answer.declined(), LocalDate.parse(answer.until()));
    }

    static byte[] write(List<Receipt> receipts) {
        return filled(receipts.stream()
                .map(r -> new Slip(
                        r.legalBasis(), new TreeSet<>(r.values()), r.month().toString()))
                .toArray(Slip[]::new));
    }

    static List<Receipt> receipts(byte[] json) {
        return Arrays.stream(read(json, Slip[].class))
                .map(slip -> new Receipt(slip.basis(), slip.values(), YearMonth.parse(slip.month())))
                .toList();
    }

    private static <T> T read(byte[] json, Class<T> type) {
        try {
            return JSON.readValue(json, type);
        } catch (IOException broken) {
            // Without the cause: its message could quote the row.
            throw new IllegalStateException("a pairwise row is not " + type.getSimpleName());
        }
    }

    private static byte[] filled(Object value) {
        try {
            byte[] json = JSON.writeValueAsBytes(value);
            byte[] filled = Arrays.copyOf(json, (json.length / BLOCK + 1) * BLOCK);
            Arrays.fill(filled, json.length, filled.length, (byte) ' ');
            return filled;
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("always JSON", impossible);
        }
    }

    private record Answer(Set<String> agreed, Set<String> declined, String until) {}

    private record Slip(String basis, Set<String> values, String month) {}
}
