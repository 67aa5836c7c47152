package org.cyberspaceid.mobile.notice;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/** What a citizen is told by SMS: that something happened. Never a link, a name or a number: the phone may be somebody else's by now. */
public enum Notice {
    RECOVERY_BEGUN,
    RECOVERY_STOPPED,
    RECOVERY_DONE,
    MOBILE_CHANGED,
    DOCUMENT_60,
    DOCUMENT_30,
    DOCUMENT_7;

    private static final String BUNDLE = "org.cyberspaceid.mobile.notice.messages";
    /** A language without texts of its own reads the default's, not the server's. */
    private static final Control NO_FALLBACK = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

    /** The message; at most 70 characters, one UCS-2 message. */
    public String text(Locale locale) {
        ResourceBundle texts = ResourceBundle.getBundle(BUNDLE, locale, Notice.class.getClassLoader(), NO_FALLBACK);
        return texts.getString("sms.notice." + name().toLowerCase(Locale.ROOT));
    }
}
