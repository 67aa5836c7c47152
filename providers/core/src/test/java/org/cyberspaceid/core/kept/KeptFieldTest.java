package org.cyberspaceid.core.kept;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class KeptFieldTest {
    private static final String WHERE = "a_table.a_column";

    @Test
    void everyPlaceIsListedOnce() {
        assertThat(KeptField.all()).extracting(KeptField::where).doesNotHaveDuplicates();
    }

    @Test
    void aFieldWithoutReasonOrEndCannotBeMade() {
        assertThatNullPointerException()
                .isThrownBy(() -> new KeptField(WHERE, "x", Protection.PLAIN, null, Retention.LOG, NoticeCategory.LOG))
                .withMessage(WHERE);
        assertThatNullPointerException()
                .isThrownBy(() -> new KeptField(WHERE, "x", Protection.PLAIN, Purpose.KEYS, null, NoticeCategory.LOG))
                .withMessage(WHERE);
    }

    @Test
    void everyReasonEndAndLineOfTheNoticeIsInUse() {
        assertThat(used(KeptField::purpose)).containsExactlyInAnyOrder(Purpose.values());
        assertThat(used(KeptField::retention)).containsExactlyInAnyOrder(Retention.values());
        assertThat(used(KeptField::category)).containsExactlyInAnyOrder(NoticeCategory.values());
        assertThat(used(KeptField::protection)).containsExactlyInAnyOrder(Protection.values());
    }

    @Test
    void theRecordIsSealedAndGoesWithTheId() {
        assertThat(KeptField.all())
                .filteredOn(f -> f.holder().equals(KeptField.RECORD))
                .isNotEmpty()
                .allSatisfy(f -> assertThat(f.protection()).isEqualTo(Protection.SEALED))
                .allSatisfy(f -> assertThat(f.retention().outlivesTheId()).isFalse());
    }

    @Test
    void whatOutlivesTheIdIsNoIdentity() {
        assertThat(KeptField.all())
                .filteredOn(f -> f.retention().outlivesTheId())
                .filteredOn(f -> f.category() != NoticeCategory.MESSAGE)
                .allSatisfy(f -> assertThat(f.protection()).isNotEqualTo(Protection.SEALED))
                .allSatisfy(f -> assertThat(f.category())
                        .isIn(NoticeCategory.COUNTER, NoticeCategory.LOG, NoticeCategory.CLOSED));
    }

    /** An ISP can hear of the end only after it: its own number of the person waits, and nothing else of theirs. */
    @Test
    void theNewsOfTheEndOutlivesTheId() {
        assertThat(KeptField.all())
                .filteredOn(f -> f.category() == NoticeCategory.MESSAGE)
                .allSatisfy(f -> assertThat(f.holder()).isEqualTo("cid_security_event"))
                .filteredOn(f -> f.protection() == Protection.SEALED)
                .extracting(KeptField::name)
                .containsExactly("sealed");
    }

    @Test
    void onlyTheMachinesOwnIsNotOnThePage() {
        List<String> onThePage = NoticeCategory.onThePage();

        assertThat(onThePage).startsWith("document", "mobile").doesNotContain("machine");
        assertThat(KeptField.all())
                .filteredOn(f -> !onThePage.contains(f.category().code()))
                .extracting(KeptField::holder)
                .containsOnly("cid_key_check", "cid_record_key");
    }

    private static <T> Set<T> used(java.util.function.Function<KeptField, T> part) {
        return KeptField.all().stream().map(part).collect(Collectors.toSet());
    }
}
