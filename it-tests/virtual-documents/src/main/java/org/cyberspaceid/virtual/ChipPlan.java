package org.cyberspaceid.virtual;

import java.security.KeyPair;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.cyberspaceid.core.document.DocumentType;

/** A passport's chip to be made: genuine until something is changed. */
final class ChipPlan {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final LocalDate BORN = LocalDate.of(1990, 7, 24);
    /** The first bytes of a JPEG, and some that no decoder will see. */
    private static final byte[] PORTRAIT = {
        (byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0, 0, 16, 'J', 'F', 'I', 'F'
    };

    final SuiteAuthority authority;
    final ChipSuite chip;
    final LocalDate today;
    final SodPlan sod;

    LocalDate expiresOn;
    String number;
    UnaryOperator<byte[]> dg1 = file -> file;
    boolean activeAuthentication = true;
    /** What becomes of the groups after signing. */
    Consumer<SortedMap<Integer, byte[]>> afterwards = groups -> {};

    UnaryOperator<byte[]> sodAfterwards = file -> file;
    final Set<Integer> withheld = new HashSet<>();
    KeyPair answersWith;
    boolean answers = true;
    UnaryOperator<byte[]> challenge = c -> c;
    UnaryOperator<byte[]> answer = a -> a;

    ChipPlan(SuiteAuthority authority, ChipSuite chip) {
        this.authority = authority;
        this.chip = chip;
        this.today = LocalDate.ofInstant(authority.now, SHANGHAI);
        this.expiresOn = today.plusYears(5);
        this.number = NumberMaker.make(DocumentType.PASSPORT, BORN, today);
        this.sod = new SodPlan(authority.suite, authority.signer);
        this.answersWith = chip.key("chip");
    }

    /** Signed by another, under whichever authority. */
    void signedBy(Holder signer) {
        sod.signers.clear();
        sod.signers.add(signer);
    }

    /** The submission of a reader. */
    byte[] make(byte[] freshChallenge) {
        SortedMap<Integer, byte[]> groups = groups();
        byte[] file = sodAfterwards.apply(sod.make(groups));
        afterwards.accept(groups);
        groups.keySet().removeAll(withheld);
        Optional<byte[]> answered = activeAuthentication && answers
                ? Optional.of(answer.apply(chip.answer(answersWith, challenge.apply(freshChallenge))))
                : Optional.empty();
        return TravelChip.json(file, groups, answered);
    }

    private SortedMap<Integer, byte[]> groups() {
        Printed printed = new Printed(DocumentType.PASSPORT, number, "王小明", "WANG XIAOMING", BORN, expiresOn);
        SortedMap<Integer, byte[]> groups = new TreeMap<>();
        groups.put(1, dg1.apply(DataGroups.dg1(printed)));
        groups.put(2, DataGroups.dg2(PORTRAIT));
        groups.put(11, DataGroups.dg11(printed));
        if (activeAuthentication) {
            chip.dg14().ifPresent(dg14 -> groups.put(14, dg14));
            groups.put(15, chip.dg15(chip.key("chip")));
        }
        return groups;
    }
}
