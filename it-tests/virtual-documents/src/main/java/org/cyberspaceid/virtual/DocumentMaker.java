package org.cyberspaceid.virtual;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.cyberspaceid.core.document.ChipClass;

/** Makes documents to order. */
final class DocumentMaker {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final Clock clock;
    private final ChipMaker chips;
    private final StatementMaker statements;
    private final IssuedNumbers issued;
    private final PopulationRegister register;

    DocumentMaker(AuthorityKeys keys, IssuedNumbers issued, PopulationRegister register, Clock clock) {
        this.clock = clock;
        this.issued = issued;
        this.register = register;
        this.chips = new ChipMaker(keys);
        this.statements = new StatementMaker(keys);
    }

    /** A wrong number keeps its length and its letters; the last character is no digit and no X. */
    private String number(DocumentOrder order, LocalDate today) {
        String number = issued.firstUnused(() -> NumberMaker.make(order.type(), order.birthDate(), today));
        return order.variant() == Variant.WRONG_NUMBER ? number.substring(0, number.length() - 1) + "Z" : number;
    }

    VirtualDocument make(DocumentOrder order, ChipProfile profile) {
        LocalDate today = today();
        LocalDate expiresOn = order.variant() == Variant.EXPIRED ? today.minusDays(1) : today.plusYears(5);
        return make(order, profile, number(order, today), expiresOn);
    }

    VirtualDocument make(DocumentOrder order, LocalDate expiresOn) {
        return make(order, ChipProfile.USUAL, number(order, today()), expiresOn);
    }

    /** As authorities do for a card that expires or is lost: another card of the same number. */
    VirtualDocument makeAgain(VirtualDocument before, DocumentOrder order) {
        return make(
                order, ChipProfile.USUAL, before.number(), before.expiresOn().plusYears(10));
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(SHANGHAI));
    }

    private VirtualDocument make(DocumentOrder order, ChipProfile profile, String number, LocalDate expiresOn) {
        Printed printed = new Printed(
                order.type(),
                number,
                order.name(),
                order.latinName().orElseGet(() -> LatinName.of(order.name())),
                order.birthDate(),
                expiresOn);
        byte[] portrait = Portrait.of(order);
        VirtualChip chip = order.type().chipClass() == ChipClass.TRAVEL
                ? chips.make(printed, portrait, order.variant(), profile)
                : statements.make(printed, portrait, order.variant());
        register.put(RegisteredDocument.of(printed, order.variant()));
        return new VirtualDocument(new StoredDocument(
                UUID.randomUUID().toString(),
                order.type().name(),
                printed.number(),
                printed.name(),
                printed.birthDate().toString(),
                expiresOn.toString(),
                order.variant().name(),
                chip));
    }
}
