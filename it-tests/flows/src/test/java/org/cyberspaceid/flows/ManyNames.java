package org.cyberspaceid.flows;

import java.util.List;
import java.util.Random;

/** Invented names of every kind that stands on the documents; none is a word of the language. */
final class ManyNames {
    private static final List<String> SURNAMES = words(
            "王 WANG,李 LI,张 ZHANG,刘 LIU,陈 CHEN,杨 YANG,赵 ZHAO,黄 HUANG,周 ZHOU,吴 WU,徐 XU,孙 SUN,胡 HU,朱 ZHU,林 LIN,何 HE,郭 GUO,罗 LUO");
    private static final List<String> DOUBLE_SURNAMES =
            words("欧阳 OUYANG,司马 SIMA,上官 SHANGGUAN,诸葛 ZHUGE,夏侯 XIAHOU,皇甫 HUANGFU,慕容 MURONG");
    private static final List<String> GIVEN = words(
            "芳 FANG,娜 NA,敏 MIN,静 JING,磊 LEI,洋 YANG,艳 YAN,勇 YONG,杰 JIE,娟 JUAN,涛 TAO,霞 XIA,刚 GANG,玲 LING,辉 HUI,鹏 PENG,婷 TING,浩 HAO");
    /** Of Unicode's extension A, and of B, C and E, which lie outside the basic plane. */
    private static final List<String> RARE = words("㛃 JIE,䶮 YAN,𠮷 JI,𫖯 FU,𫘧 LU,𬱖 DI");

    private static final List<String> OF_MINORITIES = words(
            "阿卜杜拉 ABUDULA,买买提 MAIMAITI,古丽娜尔 GULINAER,迪丽拜尔 DILIBAIER,艾尔肯 AIERKEN,帕提古丽 PATIGULI,吐尔逊 TUERXUN,热依汗 REYIHAN");
    private static final List<String> FOREIGN_SURNAMES =
            words("KELLER,MOREAU,GARCÍA LÓPEZ,NOVÁKOVÁ,OKAFOR,LINDQVIST,TANAKA,PETROVA,SILVA-COSTA,HAUGEN");
    private static final List<String> FOREIGN_GIVEN =
            words("ANNA,JEAN-LUC,MARIA,ELIŠKA,CHIDI,BJÖRN,HARUTO,OLGA,MIGUEL,INGRID");

    /** How a name is built. */
    enum Kind {
        TWO_CHARACTERS,
        THREE_CHARACTERS,
        DOUBLE_SURNAME,
        RARE_CHARACTER,
        MIDDLE_DOT,
        FOREIGN
    }

    /**
     * A name in its own script and in Latin letters, surname first.
     *
     * @param latin of a foreigner the same as {@code inDocument}
     */
    record Name(String inDocument, String latin) {}

    private ManyNames() {}

    static Name make(Kind kind, Random random) {
        return switch (kind) {
            case TWO_CHARACTERS -> join("", pick(SURNAMES, random), pick(GIVEN, random));
            case THREE_CHARACTERS -> join("", pick(SURNAMES, random), pick(GIVEN, random), pick(GIVEN, random));
            case DOUBLE_SURNAME -> join("", pick(DOUBLE_SURNAMES, random), pick(GIVEN, random));
            case RARE_CHARACTER -> join("", pick(SURNAMES, random), pick(RARE, random), pick(GIVEN, random));
            case MIDDLE_DOT -> join("·", pick(OF_MINORITIES, random), pick(OF_MINORITIES, random));
            case FOREIGN -> foreign(pick(FOREIGN_SURNAMES, random) + " " + pick(FOREIGN_GIVEN, random));
        };
    }

    private static Name foreign(String name) {
        return new Name(name, name);
    }

    /** Pinyin: the surname, a blank, the given name as one word. */
    private static Name join(String between, String... parts) {
        StringBuilder own = new StringBuilder();
        StringBuilder latin = new StringBuilder();
        for (int i = 0; i < parts.length; i++) {
            String[] both = parts[i].split(" ");
            own.append(i == 0 ? "" : between).append(both[0]);
            latin.append(i == 1 ? " " : "").append(both[1]);
        }
        return new Name(own.toString(), latin.toString());
    }

    private static List<String> words(String list) {
        return List.of(list.split(","));
    }

    private static String pick(List<String> from, Random random) {
        return from.get(random.nextInt(from.size()));
    }
}
