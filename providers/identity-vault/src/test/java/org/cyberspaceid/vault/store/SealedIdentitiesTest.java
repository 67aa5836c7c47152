package org.cyberspaceid.vault.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.cyberspaceid.core.document.PersonReference;
import org.cyberspaceid.core.document.VerifiedDocument;
import org.cyberspaceid.core.networknumber.NetworkNumber;
import org.cyberspaceid.core.networknumber.Sector;
import org.cyberspaceid.core.vault.IdentityVault;
import org.cyberspaceid.core.vault.IdentityVault.EnrolResult;
import org.cyberspaceid.core.vault.NewIdentity;
import org.cyberspaceid.vault.keys.Deployment;
import org.cyberspaceid.vault.keys.Keyring;
import org.cyberspaceid.vault.keys.SealBrokenException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Deployment.class)
class SealedIdentitiesTest {
    private static final String REALM = "realm";
    private static final Sector SHOP = new Sector("shop.example");

    private final VaultDatabase database = VaultDatabase.running();

    @Parameter
    Deployment deployment;

    @TempDir
    Path folder;

    private final IdentityVault vault = vaultOf(REALM);
    private final IdentityVault other = vaultOf("other-realm");

    private Keyring keys;

    @BeforeEach
    void startEmpty() throws SQLException {
        keys = deployment.keys(folder);
        database.execute("delete from user_entity");
    }

    @Test
    void enrolsAndFindsAgain() throws SQLException {
        NewIdentity person = People.person(1, 1);
        String user = enrolled(person);

        assertThat(vault.userWithDocument(person.document().number())).contains(user);
        assertThat(vault.userWithMobile(person.mobile())).contains(user);
        assertThat(vault.read(user)).hasValueSatisfying(record -> {
            assertThat(record.document()).isEqualTo(person.document());
            assertThat(record.mobile()).isEqualTo(person.mobile());
            assertThat(record.mobileVerified()).isTrue();
            assertThat(record.noticeVersion()).isEqualTo("2026-11");
            assertThat(record.enrolledAt()).isEqualTo(People.ENROLLED);
        });
    }

    @Test
    void knowsNobodyElse() throws SQLException {
        String user = enrolled(People.person(1, 1));
        assertThat(vault.userWithDocument(People.passport(2))).isEmpty();
        assertThat(vault.userWithMobile(People.mobile(2))).isEmpty();
        assertThat(vault.isEnrolled(user)).isTrue();
        assertThat(vault.isEnrolled("nobody")).isFalse();
        assertThat(other.isEnrolled(user)).isFalse();
        assertThat(vault.read("nobody")).isEmpty();
        assertThat(vault.networkNumber("nobody", SHOP)).isEmpty();
        assertThat(other.read(user)).isEmpty();
        assertThat(other.userWithMobile(People.mobile(1))).isEmpty();
        assertThat(other.remove(user)).isFalse();
    }

    @Test
    void aTakenDocumentLeavesNothing() throws SQLException {
        enrolled(People.person(1, 1));
        assertThat(enrol(database.newUser(), People.person(1, 2))).isEqualTo(new EnrolResult.PersonTaken());
        assertThat(vault.userWithMobile(People.mobile(2))).isEmpty();
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void aTakenMobileNumberLeavesNothing() throws SQLException {
        enrolled(People.person(1, 1));
        assertThat(enrol(database.newUser(), People.person(2, 1))).isEqualTo(new EnrolResult.MobileTaken());
        assertThat(vault.userWithDocument(People.passport(2))).isEmpty();
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void aProvenNumberMovesAndTheFormerOwnerHasNone() throws SQLException {
        String before = enrolled(People.person(1, 1));
        String now = enrolled(People.person(2, 2));
        NetworkNumber number = number(before, SHOP);
        assertThat(vault.changeMobile(now, People.mobile(1))).isTrue();

        assertThat(vault.userWithMobile(People.mobile(1))).contains(now);
        assertThat(vault.userWithMobile(People.mobile(2))).as("given up").isEmpty();
        assertThat(vault.read(now).orElseThrow().reachableAt()).contains(People.mobile(1));
        assertThat(vault.read(before).orElseThrow().reachableAt())
                .as("no message goes there")
                .isEmpty();
        assertThat(number(before, SHOP)).as("no ISP sees it").isEqualTo(number);

        assertThat(vault.changeMobile(before, People.mobile(3))).isTrue();
        assertThat(vault.userWithMobile(People.mobile(3))).contains(before);
        assertThat(vault.read(before).orElseThrow().mobileVerified()).isTrue();
        assertThat(vault.changeMobile("nobody", People.mobile(4))).isFalse();
        assertThat(other.changeMobile(now, People.mobile(4)))
                .as("of another realm")
                .isFalse();
    }

    @Test
    void aReleasedNumberIsFreeToEnrolWith() throws SQLException {
        String before = enrolled(People.person(1, 1));
        vault.releaseMobile(People.mobile(1));
        assertThat(vault.userWithMobile(People.mobile(1))).isEmpty();
        assertThat(vault.read(before).orElseThrow().mobileVerified()).isFalse();
        assertThat(vault.userWithMobile(People.mobile(1))).isEmpty();
        String now = enrolled(People.person(2, 1));
        assertThat(vault.userWithMobile(People.mobile(1))).contains(now);
    }

    @Test
    void aNewDocumentKeepsTheIdAndItsNumbers() throws SQLException {
        String user = enrolled(People.person(1, 1));
        String other = enrolled(People.person(2, 2));
        NetworkNumber number = number(user, SHOP);
        VerifiedDocument fresh = People.person(7, 7).document();
        assertThat(vault.renewDocument(user, fresh)).isTrue();

        assertThat(vault.userWithDocument(fresh.number())).contains(user);
        assertThat(vault.userWithDocument(People.passport(1))).isEmpty();
        assertThat(vault.read(user).orElseThrow().document()).isEqualTo(fresh);
        assertThat(vault.read(user).orElseThrow().reachableAt()).contains(People.mobile(1));
        assertThat(number(user, SHOP)).isEqualTo(number);
        assertThat(vault.renewDocument(user, People.person(2, 2).document()))
                .as("of another ID")
                .isFalse();
        assertThat(vault.userWithDocument(People.passport(2))).contains(other);
        assertThat(vault.renewDocument("nobody", People.person(8, 8).document()))
                .isFalse();
    }

    @Test
    void theRegistrysReferenceFindsWhoEnrolledWithIt() throws SQLException {
        PersonReference reference = new PersonReference("registry", "42");
        NewIdentity plain = People.person(1, 1);
        String user = enrolled(new NewIdentity(
                plain.document(), Optional.of(reference), plain.mobile(), plain.noticeVersion(), plain.enrolledAt()));
        enrolled(People.person(2, 2));
        assertThat(vault.userWithReference(reference)).contains(user);
        assertThat(vault.userWithReference(new PersonReference("registry", "43")))
                .isEmpty();
        assertThat(vault.userWithReference(new PersonReference("other", "42"))).isEmpty();
    }

    @Test
    void theTransactionStaysUsableAfterARefusal() throws SQLException {
        enrolled(People.person(1, 1));
        String user = database.newUser();
        EnrolResult second = together(v -> {
            assertThat(v.enrol(user, People.person(1, 2))).isEqualTo(new EnrolResult.PersonTaken());
            return v.enrol(user, People.person(2, 2));
        });
        assertThat(second).isEqualTo(new EnrolResult.Enrolled());
        assertThat(rows()).isEqualTo(2);
    }

    @Test
    void aRolledBackTransactionLeavesNothing() throws SQLException {
        String user = database.newUser();
        assertThatThrownBy(() -> together(v -> {
                    v.enrol(user, People.person(1, 1));
                    throw new IllegalArgumentException("the password page failed");
                }))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(rows()).isZero();
    }

    @Test
    void oneUserIsOnePerson() throws SQLException {
        String user = enrolled(People.person(1, 1));
        assertThatThrownBy(() -> enrol(user, People.person(2, 2))).isInstanceOf(IllegalStateException.class);
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void theSamePersonCanEnrolInAnotherRealm() throws SQLException {
        enrolled(People.person(1, 1));
        String user = database.newUser();
        assertThat(other.enrol(user, People.person(1, 1))).isEqualTo(new EnrolResult.Enrolled());
    }

    @Test
    void theNetworkNumberIsTheSameAgainAndAnotherPerSector() throws SQLException {
        String user = enrolled(People.person(1, 1));
        NetworkNumber first = number(user, SHOP);

        keys = deployment.keys(folder); // a restart
        assertThat(number(user, SHOP)).isEqualTo(first);
        assertThat(number(user, new Sector("bank.example"))).isNotEqualTo(first);
        assertThat(number(enrolled(People.person(2, 2)), SHOP)).isNotEqualTo(first);

        assertThat(vault.remove(user)).isTrue();
        assertThat(vault.networkNumber(user, SHOP)).isEmpty();
        assertThat(number(enrolled(People.person(1, 3)), SHOP)).isEqualTo(first);
    }

    @Test
    void removalFreesDocumentAndNumber() throws SQLException {
        String user = enrolled(People.person(1, 1));
        assertThat(vault.remove(user)).isTrue();
        assertThat(vault.remove(user)).isFalse();
        enrolled(People.person(1, 1));
    }

    @Test
    void theRecordGoesWithTheUserWhicheverWayTheUserGoes() throws SQLException {
        String user = enrolled(People.person(1, 1));
        database.execute("delete from user_entity where id = '" + user + "'");
        assertThat(rows()).isZero();
    }

    @Test
    void noRecordWithoutAUser() {
        assertThatThrownBy(() -> enrol("nobody", People.person(1, 1))).hasMessageContaining("cid_identity_user");
    }

    @Test
    void theRegistryMakesOnePersonOfSeveralDocuments() throws SQLException {
        PersonReference somebody = new PersonReference("population", "P-4711");
        String user = enrolled(known(People.person(1, 1), somebody));
        NetworkNumber first = number(user, SHOP);
        assertThat(enrol(database.newUser(), known(People.person(2, 2), somebody)))
                .isEqualTo(new EnrolResult.PersonTaken());
        assertThat(vault.userWithMobile(People.mobile(2))).isEmpty();

        // Deleted, and enrolled again with another document: the same person.
        assertThat(vault.remove(user)).isTrue();
        assertThat(number(enrolled(known(People.person(3, 3), somebody)), SHOP)).isEqualTo(first);
        enrolled(known(People.person(4, 4), new PersonReference("population", "P-4712")));
        enrolled(known(People.person(5, 5), new PersonReference("other", "P-4711")));
        enrolled(People.person(1, 1));
    }

    @Test
    void oneDocumentIsOnePersonsWhateverTheRegistrySays() throws SQLException {
        enrolled(known(People.person(1, 1), new PersonReference("population", "P-1")));
        assertThat(enrol(database.newUser(), known(People.person(1, 2), new PersonReference("population", "P-2"))))
                .isEqualTo(new EnrolResult.PersonTaken());
        assertThat(rows()).isEqualTo(1);
    }

    private static NewIdentity known(NewIdentity person, PersonReference reference) {
        return new NewIdentity(
                person.document(),
                Optional.of(reference),
                person.mobile(),
                person.noticeVersion(),
                person.enrolledAt());
    }

    @Test
    void anIndexThatWasMovedToAnotherPersonLetsNobodyIn() throws SQLException {
        String one = enrolled(People.person(1, 1));
        String two = enrolled(People.person(2, 2));
        database.execute("update cid_identity set mobile_index = 'x' where user_id = '" + one + "'");
        byte[] own = new KeyedBlindIndex(keys, REALM).mobile(People.mobile(1));
        database.execute("update cid_identity set mobile_index = '\\x"
                + java.util.HexFormat.of().formatHex(own) + "' where user_id = '" + two + "'");
        assertThatThrownBy(() -> vault.userWithMobile(People.mobile(1))).isInstanceOf(SealBrokenException.class);
    }

    /** Whoever reads a row whose key has aged writes it under the newest one. */
    @Test
    void readingSealsAnew() throws SQLException {
        String user = enrolled(People.person(1, 1));
        NetworkNumber number = number(user, SHOP);
        String newest = keys.recordKeys().makeNext(Instant.now().plusSeconds(60));
        assertThat(vault.read(user)).isPresent();
        assertThat(recordKeys()).containsExactly(newest);
        assertThat(number(user, SHOP)).isEqualTo(number);
    }

    private List<String> recordKeys() {
        return database.inTransaction(em -> em.createQuery("select i.recordKey from IdentityEntity i", String.class)
                .getResultList());
    }

    @Test
    void recordsThatWereExchangedDoNotOpenAndOthersDo() throws SQLException {
        String one = enrolled(People.person(1, 1));
        String two = enrolled(People.person(2, 2));
        String three = enrolled(People.person(3, 3));
        database.execute(
                "update cid_identity a set sealed_data_key = b.sealed_data_key, sealed_record = b.sealed_record,"
                        + " sealed_person_key = b.sealed_person_key"
                        + " from cid_identity b where a.user_id in ('" + one + "','" + two + "') and b.user_id in ('"
                        + one + "','"
                        + two + "') and a.user_id <> b.user_id");
        for (String user : new String[] {one, two}) {
            assertThatThrownBy(() -> vault.read(user)).isInstanceOf(SealBrokenException.class);
            assertThatThrownBy(() -> number(user, SHOP)).isInstanceOf(SealBrokenException.class);
        }
        assertThat(vault.read(three)).isPresent();
    }

    private String enrolled(NewIdentity person) throws SQLException {
        String user = database.newUser();
        assertThat(enrol(user, person)).isEqualTo(new EnrolResult.Enrolled());
        return user;
    }

    private EnrolResult enrol(String user, NewIdentity person) {
        return vault.enrol(user, person);
    }

    private NetworkNumber number(String user, Sector sector) {
        return vault.networkNumber(user, sector).orElseThrow();
    }

    private <T> T together(Function<IdentityVault, T> work) {
        return database.inTransaction(em -> work.apply(new SealedIdentities(em, REALM, keys)));
    }

    private IdentityVault vaultOf(String realm) {
        return database.eachInTransaction(IdentityVault.class, em -> new SealedIdentities(em, realm, keys));
    }

    private long rows() {
        return database.inTransaction(em -> em.createQuery("select count(*) from IdentityEntity", Long.class)
                .getSingleResult());
    }
}
