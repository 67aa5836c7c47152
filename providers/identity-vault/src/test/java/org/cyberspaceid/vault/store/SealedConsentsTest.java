package org.cyberspaceid.vault.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.cyberspaceid.core.consent.Consent;
import org.cyberspaceid.core.consent.ConsentLedger;
import org.cyberspaceid.core.consent.ConsentLedger.Remembered;
import org.cyberspaceid.core.consent.Receipt;
import org.cyberspaceid.core.networknumber.NetworkNumber;
import org.cyberspaceid.core.networknumber.Sector;
import org.cyberspaceid.core.vault.IdentityVault;
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
class SealedConsentsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 27);
    private static final Consent ADULT =
            new Consent(Set.of("number", "age_over_18"), Set.of("identity_verified"), TODAY.plusYears(1));
    private static final Receipt RECEIPT =
            new Receipt("telecom-1", Set.of("name", "document_number"), YearMonth.from(TODAY));
    private static final Sector SHOP = new Sector("shop.example");
    private static final Sector BANK = new Sector("bank.example");

    private final VaultDatabase database = VaultDatabase.running();
    private final ConsentLedger ledger = ledgerOn("realm", TODAY);
    private final IdentityVault vault =
            database.eachInTransaction(IdentityVault.class, em -> new SealedIdentities(em, "realm", keys()));

    @Parameter
    Deployment deployment;

    @TempDir
    Path folder;

    private Keyring keys;
    private String user;

    @BeforeEach
    void startEmpty() throws SQLException {
        keys = deployment.keys(folder);
        database.execute("delete from user_entity");
        database.execute("delete from cid_pairwise");
        user = enrolled(1);
    }

    @Test
    void remembersAnAnswerForOnePersonAtOneIsp() throws SQLException {
        ledger.write(user, "shop", ADULT);
        assertThat(ledger.read(user, "shop")).contains(ADULT);
        assertThat(ledger.read(user, "bank")).isEmpty();
        assertThat(ledger.read(enrolled(2), "shop")).isEmpty();
        assertThat(ledger.read("nobody", "shop")).isEmpty();
        keys = deployment.keys(folder); // a restart
        assertThat(ledger.read(user, "shop")).contains(ADULT);
    }

    @Test
    void tellsASignInTheConsentAndTheEpochAtOnce() {
        assertThat(ledger.remembered(user, "shop", SHOP)).isEqualTo(new Remembered(Optional.empty(), 0));
        ledger.write(user, "shop", ADULT);
        vault.renewNumber(user, SHOP);
        assertThat(ledger.remembered(user, "shop", SHOP)).isEqualTo(new Remembered(Optional.of(ADULT), 1));
        assertThat(ledger.remembered(user, "shop", BANK)).isEqualTo(new Remembered(Optional.of(ADULT), 0));
        assertThat(ledger.remembered(user, "bank", SHOP)).isEqualTo(new Remembered(Optional.empty(), 1));
        assertThat(ledger.remembered("nobody", "shop", SHOP)).isEqualTo(new Remembered(Optional.empty(), 0));
        assertThat(ledgerOn("realm", ADULT.until().plusDays(1)).remembered(user, "shop", SHOP))
                .isEqualTo(new Remembered(Optional.empty(), 1));
        assertThat(vault.networkNumber(user, SHOP, 1)).contains(number(SHOP));
        assertThat(vault.networkNumber(user, SHOP, 0)).isPresent().isNotEqualTo(Optional.of(number(SHOP)));
    }

    @Test
    void theLaterAnswerStays() {
        Consent less = new Consent(Set.of("number"), Set.of(), TODAY.plusDays(3));
        ledger.write(user, "shop", ADULT);
        ledger.write(user, "shop", less);
        assertThat(ledger.read(user, "shop")).contains(less);
        assertThat(rows()).hasSize(1);
    }

    @Test
    void holdsToItsLastDay() {
        ledger.write(user, "shop", ADULT);
        assertThat(ledgerOn("realm", ADULT.until()).read(user, "shop")).contains(ADULT);
        assertThat(ledgerOn("realm", ADULT.until().plusDays(1)).read(user, "shop"))
                .isEmpty();
        assertThat(ledgerOn("realm", ADULT.until().plusDays(1)).all(user, List.of("shop")))
                .isEmpty();
    }

    @Test
    void withdrawingLeavesNoRow() {
        ledger.write(user, "shop", ADULT);
        assertThat(ledger.withdraw(user, "shop")).isTrue();
        assertThat(ledger.withdraw(user, "shop")).isFalse();
        assertThat(ledger.withdraw("nobody", "shop")).isFalse();
        assertThat(ledger.read(user, "shop")).isEmpty();
        assertThat(rows()).isEmpty();
    }

    @Test
    void findsTheListByTryingEveryIsp() {
        ledger.write(user, "shop", ADULT);
        ledger.write(user, "bank", ADULT);
        assertThat(ledger.all(user, List.of("shop", "club", "bank"))).isEqualTo(Map.of("shop", ADULT, "bank", ADULT));
        assertThat(ledger.all(user, List.of())).isEmpty();
        assertThat(ledger.all("nobody", List.of("shop"))).isEmpty();
    }

    @Test
    void keepsReceiptsForThreeYears() {
        ledger.receive(user, "bank", RECEIPT);
        ledger.withdraw(user, "bank");
        YearMonth month = RECEIPT.month();
        Receipt later = new Receipt("telecom-1", Set.of("name"), month.plusYears(3));
        assertThat(ledger.receipts(user, "bank")).containsExactly(RECEIPT);
        assertThat(ledger.receipts(user, "shop")).isEmpty();

        ConsentLedger then = ledgerOn("realm", month.plusYears(3).atDay(1));
        then.receive(user, "bank", later);
        assertThat(then.receipts(user, "bank")).containsExactly(RECEIPT, later);
        assertThat(ledgerOn("realm", month.plusYears(3).plusMonths(1).atDay(1)).receipts(user, "bank"))
                .containsExactly(later);
    }

    @Test
    void nobodyWithoutARecordGetsAnEntry() {
        assertThatThrownBy(() -> ledger.write("nobody", "shop", ADULT)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ledger.receive("nobody", "shop", RECEIPT))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theRowsOfTwoPeopleAtTwoIspsAreAlikeAndNameNobody() throws SQLException {
        String other = enrolled(2);
        ledger.write(user, "shop", ADULT);
        ledger.write(other, "bank", new Consent(Set.of("number"), Set.of(), ADULT.until()));
        vault.renewNumber(other, SHOP);
        assertThat(rows()).hasSize(3).allSatisfy(row -> {
            assertThat(new String(row, StandardCharsets.ISO_8859_1))
                    .doesNotContain("shop", "bank", "age_over", user, other, user.substring(0, 8));
            assertThat(row).hasSameSizeAs(rows().get(0));
        });
    }

    @Test
    void whoeverEnrolsAnewStartsWithoutAPast() throws SQLException {
        NetworkNumber first = number(SHOP);
        ledger.write(user, "shop", ADULT);
        assertThat(vault.renewNumber(user, SHOP)).isTrue();
        assertThat(number(SHOP)).isNotEqualTo(first);

        vault.remove(user);
        user = enrolled(1);
        assertThat(ledger.read(user, "shop")).isEmpty();
        assertThat(number(SHOP)).isEqualTo(first);
    }

    @Test
    void renewingChangesOneNumberAndForGood() {
        NetworkNumber shop = number(SHOP);
        NetworkNumber bank = number(BANK);
        vault.renewNumber(user, SHOP);
        NetworkNumber second = number(SHOP);
        vault.renewNumber(user, SHOP);
        assertThat(number(SHOP)).isNotIn(shop, second, bank).isEqualTo(number(SHOP));
        assertThat(number(BANK)).isEqualTo(bank);
        assertThat(vault.renewNumber("nobody", SHOP)).isFalse();
    }

    @Test
    void aRequestThatRenewsSeesTheNewNumber() {
        NetworkNumber[] numbers = database.inTransaction(em -> {
            SealedIdentities people = new SealedIdentities(em, "realm", keys);
            NetworkNumber before = people.networkNumber(user, SHOP).orElseThrow();
            people.renewNumber(user, SHOP);
            return new NetworkNumber[] {before, people.networkNumber(user, SHOP).orElseThrow()};
        });
        assertThat(numbers[0]).isNotEqualTo(numbers[1]);
        assertThat(number(SHOP)).isEqualTo(numbers[1]);
    }

    @Test
    void aKeyThatRotatesLosesNothing() {
        ledger.write(user, "shop", ADULT);
        vault.renewNumber(user, SHOP);
        NetworkNumber number = number(SHOP);
        keys.recordKeys().makeNext(java.time.Instant.now().plusSeconds(60));
        vault.read(user); // seals anew
        assertThat(ledger.read(user, "shop")).contains(ADULT);
        assertThat(number(SHOP)).isEqualTo(number);
    }

    @Test
    void rowsThatWereExchangedDoNotOpen() throws SQLException {
        ledger.write(user, "shop", ADULT);
        ledger.write(user, "bank", new Consent(Set.of("number"), Set.of(), ADULT.until()));
        database.execute("update cid_pairwise a set sealed = b.sealed from cid_pairwise b where a.row_id <> b.row_id");
        assertThatThrownBy(() -> ledger.read(user, "shop")).isInstanceOf(SealBrokenException.class);
        assertThatThrownBy(() -> ledger.all(user, List.of("bank"))).isInstanceOf(SealBrokenException.class);
    }

    @Test
    void everyOneOfManyWritersSucceeds() {
        List<CompletableFuture<Void>> writers = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.runAsync(() -> ledger.write(user, "shop", ADULT)))
                .toList();
        writers.forEach(CompletableFuture::join);
        assertThat(rows()).hasSize(1);
    }

    @Test
    void deletesWhatNobodyWillAskForAgain() {
        ledger.write(user, "shop", ADULT);
        ledger.receive(user, "shop", RECEIPT);
        vault.renewNumber(user, SHOP);
        assertThat(purged(ADULT.until())).isEqualTo(3);
        assertThat(purged(ADULT.until().plusMonths(1))).isEqualTo(2);
        assertThat(purged(TODAY.plusYears(3))).isEqualTo(2);
        assertThat(purged(TODAY.plusYears(3).plusMonths(1))).isEqualTo(1);
    }

    @Test
    void goesWithTheRealm() {
        ledger.write(user, "shop", ADULT);
        database.inTransaction(em -> {
            SealedConsents.removeRealm(em, "another");
            return null;
        });
        assertThat(rows()).hasSize(1);
        database.inTransaction(em -> {
            SealedConsents.removeRealm(em, "realm");
            return null;
        });
        assertThat(rows()).isEmpty();
    }

    private int purged(LocalDate day) {
        database.inTransaction(em -> {
            SealedConsents.purge(em, noon(day));
            return null;
        });
        return rows().size();
    }

    private Keyring keys() {
        return keys;
    }

    private NetworkNumber number(Sector sector) {
        return vault.networkNumber(user, sector).orElseThrow();
    }

    private String enrolled(int person) throws SQLException {
        String id = database.newUser();
        assertThat(vault.enrol(id, People.person(person, person)))
                .isInstanceOf(IdentityVault.EnrolResult.Enrolled.class);
        return id;
    }

    private ConsentLedger ledgerOn(String realm, LocalDate day) {
        return database.eachInTransaction(
                ConsentLedger.class, em -> new SealedConsents(em, new SealedIdentities(em, realm, keys()), noon(day)));
    }

    private static Clock noon(LocalDate day) {
        return Clock.fixed(day.atTime(12, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
    }

    private List<byte[]> rows() {
        try (var connection = database.connection();
                var statement = connection.createStatement();
                ResultSet found = statement.executeQuery("select row_id || sealed from cid_pairwise")) {
            List<byte[]> rows = new ArrayList<>();
            while (found.next()) {
                rows.add(found.getBytes(1));
            }
            return rows;
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
