package org.cyberspaceid.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import org.cyberspaceid.enrolment.HandOffs.Claim;
import org.junit.jupiter.api.Test;

class HandOffsTest {
    private final States.MovingClock clock = new States.MovingClock();
    private final InMemoryRows rows = new InMemoryRows(clock);
    private final HandOffs handOffs = new HandOffs(rows, clock);

    @Test
    void aHandleServesOnce() {
        String handle = handOffs.offer("enrolment-1");

        assertThat(handOffs.claim(handle)).isEqualTo(new Claim.Taken("enrolment-1"));
        assertThat(handOffs.claim(handle)).isEqualTo(new Claim.Used());
    }

    @Test
    void ofTwoClaimsThatReadTheSameRowOnlyOneWins() {
        String handle = handOffs.offer("enrolment-1");
        HandOffs other = new HandOffs(new RacingRows(rows, () -> handOffs.claim(handle)), clock);

        assertThat(other.claim(handle)).isEqualTo(new Claim.Used());
    }

    @Test
    void anOldHandleIsUnknown() {
        String handle = handOffs.offer("enrolment-1");
        clock.pass(HandOffs.CLAIMABLE);

        assertThat(handOffs.claim(handle)).isEqualTo(new Claim.Unknown());
        assertThat(HandOffs.CLAIMABLE).isBetween(Duration.ofSeconds(180), Duration.ofSeconds(300));
    }

    @Test
    void aReadingLeadsToItsEnrolmentWhileTheChallengeLives() {
        String reading = handOffs.openReading("enrolment-1");

        assertThat(handOffs.enrolmentOfReading(reading)).contains("enrolment-1");
        clock.pass(HandOffs.READABLE);
        assertThat(handOffs.enrolmentOfReading(reading)).isEmpty();
        assertThat(HandOffs.READABLE).isLessThanOrEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void aReadingIsNoHandOffAndAHandOffNoReading() {
        assertThat(handOffs.claim(handOffs.openReading("enrolment-1"))).isEqualTo(new Claim.Used());
        assertThat(handOffs.enrolmentOfReading(handOffs.offer("enrolment-1"))).isEmpty();
    }

    @Test
    void theHandleStandsInTheFragmentAndTheQrCodeSaysThatItWasScanned() {
        HandOffLink link = new HandOffLink("https://id.example/realms/cyberspace-id", "abc");

        assertThat(URI.create(link.sameDevice()).getFragment()).isEqualTo("abc");
        assertThat(URI.create(link.sameDevice()).getQuery()).isNull();
        assertThat(HandOffLink.isScanned(URI.create(link.scanned()).getFragment()))
                .isTrue();
        assertThat(HandOffLink.isScanned("abc")).isFalse();
        assertThat(HandOffLink.handleOf(URI.create(link.scanned()).getFragment()))
                .isEqualTo("abc");
    }

    @Test
    void closingAnEnrolmentLeavesNoRow() {
        EnrolmentStore store = new EnrolmentStore(rows);
        String id = store.open(States.begun());
        String handle = handOffs.offer(id);
        String reading = handOffs.openReading(id);
        store.change(
                id,
                s -> s.withReading(ReadingState.waiting(handle, 1).claimed(reading, "k", "1", new byte[8], false, 1)));

        assertThat(store.close(id)).isTrue();
        assertThat(rows.count()).isZero();
    }
}
