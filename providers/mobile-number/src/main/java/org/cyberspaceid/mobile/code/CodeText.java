package org.cyberspaceid.mobile.code;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/** The message that carries a code. Each text fits one UCS-2 message of 70 characters and says not to pass the code on. */
final class CodeText {
    private static final String BUNDLE = "org.cyberspaceid.mobile.code.messages";
    private static final Control NO_FALLBACK = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

    private CodeText() {}

    /** In the language of the locale, else in Chinese. */
    static String of(String purpose, String code, Locale locale) {
        ResourceBundle texts = ResourceBundle.getBundle(BUNDLE, locale, CodeText.class.getClassLoader(), NO_FALLBACK);
        return MessageFormat.format(texts.getString("sms.code." + purpose), code);
    }
}
