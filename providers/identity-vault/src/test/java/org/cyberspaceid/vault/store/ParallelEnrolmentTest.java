package org.cyberspaceid.vault.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.cyberspaceid.core.document.PersonReference;
import org.cyberspaceid.core.vault.IdentityVault.EnrolResult;
import org.cyberspaceid.core.vault.NewIdentity;
import org.cyberspaceid.vault.keys.Keyring;
import org.cyberspaceid.vault.keys.TestKeys;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** People who press the last button at the same moment: all transactions are open before the first one writes. */
class ParallelEnrolmentTest {
    private static final int PEOPLE = 50;

    private final VaultDatabase database = VaultDatabase.running();
    private final Keyring keys = TestKeys.fixed();

    @BeforeEach
    void startEmpty() throws SQLException {
        database.execute("delete from user_entity");
    }

    @Test
    void ofOneDocumentExactlyOneWins() throws Exception {
        assertThat(enrolTogether(n -> People.person(1, n)))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(new EnrolResult.Enrolled(), 1L, new EnrolResult.PersonTaken(), PEOPLE - 1L));
    }

    /** The registry says that all these documents are the same person's. */
    @Test
    void ofOnePersonWithManyDocumentsExactlyOneWins() throws Exception {
        assertThat(enrolTogether(n -> {
                    NewIdentity own = People.person(n, n);
                    PersonReference same = new PersonReference("population", "P-1");
                    return new NewIdentity(
                            own.document(), Optional.of(same), own.mobile(), own.noticeVersion(), own.enrolledAt());
                }))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(new EnrolResult.Enrolled(), 1L, new EnrolResult.PersonTaken(), PEOPLE - 1L));
    }

    @Test
    void ofOneMobileNumberExactlyOneWins() throws Exception {
        assertThat(enrolTogether(n -> People.person(n, 1)))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(new EnrolResult.Enrolled(), 1L, new EnrolResult.MobileTaken(), PEOPLE - 1L));
    }

    /** Every document meets two numbers and every number two documents, in a ring: no deadlock, and whoever lost had a reason. */
    @Test
    void crossedDocumentsAndNumbersEnd() throws Exception {
        Map<EnrolResult, Long> results = enrolTogether(n -> People.person(n / 2, ((n + 1) / 2) % (PEOPLE / 2)));
        assertThat(results.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(PEOPLE);
        assertThat(results.get(new EnrolResult.Enrolled())).isBetween(PEOPLE / 4L, PEOPLE / 2L);
    }

    private Map<EnrolResult, Long> enrolTogether(IntFunction<NewIdentity> person) throws Exception {
        ExecutorService people = Executors.newFixedThreadPool(PEOPLE);
        try {
            CyclicBarrier together = new CyclicBarrier(PEOPLE);
            List<Callable<EnrolResult>> enrolments = new ArrayList<>();
            for (int n = 0; n < PEOPLE; n++) {
                String user = database.newUser();
                NewIdentity identity = person.apply(n);
                enrolments.add(() -> enrol(user, identity, together));
            }
            List<EnrolResult> results = new ArrayList<>();
            for (Future<EnrolResult> result : people.invokeAll(enrolments)) {
                results.add(result.get());
            }
            return results.stream().collect(Collectors.groupingBy(r -> r, Collectors.counting()));
        } finally {
            people.shutdown();
        }
    }

    private EnrolResult enrol(String user, NewIdentity identity, CyclicBarrier together) {
        return database.inTransaction(em -> {
            try {
                em.createNativeQuery("select 1").getSingleResult();
                together.await();
                return new SealedIdentities(em, "realm", keys).enrol(user, identity);
            } catch (Exception failed) {
                throw new IllegalStateException(failed);
            }
        });
    }
}
