package org.cyberspaceid.sandbox.persona;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.cyberspaceid.clips.Portrait;
import org.cyberspaceid.clips.Portraits;
import org.cyberspaceid.core.document.ChipClass;
import org.cyberspaceid.core.document.DocumentType;
import org.cyberspaceid.virtual.DocumentOrder;
import org.cyberspaceid.virtual.PortraitFormat;
import org.cyberspaceid.virtual.Variant;

/** Who the personas are. The numbers are around the well-known placeholder 138 0013 8000; the first and the last are ordinary adults. */
record PersonaPlan(
        String id,
        String label,
        DocumentType type,
        String name,
        String birthDate,
        int portrait,
        String mobile,
        String password) {

    static final List<PersonaPlan> ALL = List.of(
            plan(
                    "adult",
                    "普通成年人 An ordinary adult",
                    DocumentType.RESIDENT_ID_CARD,
                    "李明",
                    "1990-05-17",
                    0,
                    "01",
                    "73920518"),
            plan("passport", "护照持有人 A passport holder", DocumentType.PASSPORT, "王芳", "1985-11-02", 1, "02", "48201957"),
            plan("senior", "六十岁以上 Over sixty", DocumentType.RESIDENT_ID_CARD, "张建国", "1958-03-08", 2, "03", "91735028"),
            plan(
                    "hk-macao",
                    "港澳居民来往内地通行证 A travel permit for Hong Kong and Macao residents",
                    DocumentType.TRAVEL_PERMIT_HK_MACAO,
                    "陈嘉怡",
                    "1996-09-24",
                    3,
                    "04",
                    "60284719"),
            plan(
                    "taiwan",
                    "台湾居民来往大陆通行证 A travel permit for Taiwan residents",
                    DocumentType.TRAVEL_PERMIT_TAIWAN,
                    "林志豪",
                    "1979-01-30",
                    4,
                    "05",
                    "35917046"),
            plan(
                    "foreign-resident",
                    "外国人永久居留 A foreign permanent resident",
                    DocumentType.FOREIGN_PERMANENT_RESIDENT_ID,
                    "ANNA KELLER",
                    "1988-07-12",
                    5,
                    "06",
                    "82650391"),
            plan(
                    "adult-2",
                    "另一位普通成年人 A second ordinary adult",
                    DocumentType.RESIDENT_ID_CARD,
                    "赵磊",
                    "1993-12-05",
                    6,
                    "07",
                    "59380261"));

    private static PersonaPlan plan(
            String id,
            String label,
            DocumentType type,
            String name,
            String birthDate,
            int portrait,
            String mobileEnd,
            String password) {
        return new PersonaPlan(id, label, type, name, birthDate, portrait, "+86138001380" + mobileEnd, password);
    }

    Portrait face() {
        return Portraits.all().get(portrait);
    }

    DocumentOrder order() {
        PortraitFormat format = type.chipClass() == ChipClass.TRAVEL ? PortraitFormat.JPEG2000 : PortraitFormat.JPEG;
        return new DocumentOrder(
                type, name, Optional.empty(), LocalDate.parse(birthDate), face().jpeg(), format, Variant.GENUINE);
    }
}
