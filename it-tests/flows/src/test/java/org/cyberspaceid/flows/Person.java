package org.cyberspaceid.flows;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cyberspaceid.core.document.ChipClass;
import org.cyberspaceid.core.document.DocumentType;
import org.cyberspaceid.core.document.VerifiedDocument;
import org.cyberspaceid.core.mobile.MobileNumber;

/** One of {@link ManyPeople}: invented, as every value of it. */
record Person(DocumentType type, VerifiedDocument document, MobileNumber mobile, String password) {

    /** All that must stand nowhere. Each is told by the person's mobile number. */
    List<Needle> needles() {
        List<Needle> needles = new ArrayList<>();
        needles.add(needle("name", document.name().inDocument()));
        Optional<String> latin = document.name().latin();
        latin.ifPresent(name -> needles.add(needle("Latin name", name)));
        latin.filter(name -> type.chipClass() == ChipClass.TRAVEL)
                .ifPresent(name -> needles.add(needle("MRZ name", name.replaceFirst(" ", "<<"))));
        needles.add(needle("document number", document.number().value()));
        needles.add(needle("birth date", document.birthDate().toString()));
        needles.add(needle("birth date, basic form", document.birthDate().format(DateTimeFormatter.BASIC_ISO_DATE)));
        needles.add(needle("expiry", document.expiresOn().toString()));
        needles.add(needle("mobile number", mobile.e164()));
        needles.add(needle("mobile number, national", mobile.e164().substring("+86".length())));
        needles.add(needle("password", password));
        return needles;
    }

    private Needle needle(String what, String value) {
        return Needle.text(what + " of " + mobile.e164(), value);
    }

    @Override
    public String toString() {
        return "Person[" + type.code() + "]";
    }
}
