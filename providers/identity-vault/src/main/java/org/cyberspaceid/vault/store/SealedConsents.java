package org.cyberspaceid.vault.store;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.cyberspaceid.core.consent.Consent;
import org.cyberspaceid.core.consent.ConsentLedger;
import org.cyberspaceid.core.consent.Receipt;
import org.cyberspaceid.core.document.Age;
import org.cyberspaceid.core.networknumber.Sector;

/** The ledger in rows that name nobody, see {@link PairwisePlace}. */
public final class SealedConsents implements ConsentLedger {
    private static final String CONSENT = "consent";
    private static final String RECEIPTS = "receipts";
    private static final String EPOCH = "epoch";

    /** Claims arising from a disclosure lapse after three years (Civil Code of the PRC, article 188). */
    private static final Period RECEIPTS_KEPT = Period.ofYears(3);

    private static final int MONTHS = 12;

    private final PairwiseRows rows;
    private final SealedIdentities people;
    private final Clock clock;

    public SealedConsents(EntityManager entities, SealedIdentities people, Clock clock) {
        this.rows = new PairwiseRows(entities);
        this.people = people;
        this.clock = clock;
    }

    @Override
    public Optional<Consent> read(String userId, String clientId) {
        return people.person(userId)
                .flatMap(person -> rows.read(person.pairwise(CONSENT, clientId)))
                .map(PairwiseJson::consent)
                .filter(this::holds);
    }

    @Override
    public Remembered remembered(String userId, String clientId, Sector sector) {
        Map<String, byte[]> found = people.person(userId)
                .map(person -> Map.of(CONSENT, person.pairwise(CONSENT, clientId), EPOCH, Epochs.place(person, sector)))
                .map(places -> rows.readAll(places.keySet(), places::get))
                .orElse(Map.of());
        return new Remembered(
                Optional.ofNullable(found.get(CONSENT))
                        .map(PairwiseJson::consent)
                        .filter(this::holds),
                Epochs.decode(Optional.ofNullable(found.get(EPOCH))));
    }

    @Override
    public void write(String userId, String clientId, Consent consent) {
        rows.write(
                citizen(userId).pairwise(CONSENT, clientId),
                PairwiseJson.write(consent),
                number(YearMonth.from(consent.until())));
    }

    @Override
    public boolean withdraw(String userId, String clientId) {
        return people.person(userId)
                .map(person -> rows.delete(person.pairwise(CONSENT, clientId)))
                .orElse(false);
    }

    @Override
    public Map<String, Consent> all(String userId, Collection<String> clientIds) {
        return people
                .person(userId)
                .map(person -> rows.readAll(clientIds, client -> person.pairwise(CONSENT, client)))
                .orElse(Map.of())
                .entrySet()
                .stream()
                .map(entry -> Map.entry(entry.getKey(), PairwiseJson.consent(entry.getValue())))
                .filter(entry -> holds(entry.getValue()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public void receive(String userId, String clientId, Receipt receipt) {
        PairwisePlace place = citizen(userId).pairwise(RECEIPTS, clientId);
        List<Receipt> receipts = new ArrayList<>(
                rows.readToChange(place).map(PairwiseJson::receipts).orElse(List.of()));
        receipts.removeIf(old -> !isKept(old));
        receipts.add(receipt);
        rows.write(place, PairwiseJson.write(receipts), number(receipt.month().plus(RECEIPTS_KEPT)));
    }

    @Override
    public List<Receipt> receipts(String userId, String clientId) {
        return people
                .person(userId)
                .flatMap(person -> rows.read(person.pairwise(RECEIPTS, clientId)))
                .map(PairwiseJson::receipts)
                .orElse(List.of())
                .stream()
                .filter(this::isKept)
                .toList();
    }

    private OpenPerson citizen(String userId) {
        return people.person(userId).orElseThrow(() -> new IllegalArgumentException("the user has no record"));
    }

    private boolean holds(Consent consent) {
        return !LocalDate.now(clock.withZone(Age.ZONE)).isAfter(consent.until());
    }

    private boolean isKept(Receipt receipt) {
        return !YearMonth.now(clock.withZone(Age.ZONE)).isAfter(receipt.month().plus(RECEIPTS_KEPT));
    }

    /** Deletes what nobody will ask for again. */
    public static void purge(EntityManager entities, Clock clock) {
        new PairwiseRows(entities).purge(number(YearMonth.now(clock.withZone(Age.ZONE))));
    }

    public static void removeRealm(EntityManager entities, String realmId) {
        new PairwiseRows(entities).removeRealm(realmId);
    }

    private static int number(YearMonth month) {
        return month.getYear() * MONTHS + month.getMonthValue();
    }
}
