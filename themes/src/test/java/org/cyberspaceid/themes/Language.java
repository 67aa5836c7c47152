package org.cyberspaceid.themes;

import java.util.Locale;

/** The languages the theme speaks, as Keycloak names them. */
enum Language {
    ZH_HANS("zh-Hans", "简体中文"),
    ZH_HANT("zh-Hant", "繁體中文"),
    EN("en", "English");

    private final String tag;
    private final String label;

    Language(String tag, String label) {
        this.tag = tag;
        this.label = label;
    }

    String tag() {
        return tag;
    }

    String label() {
        return label;
    }

    Locale locale() {
        return Locale.forLanguageTag(tag);
    }
}
