package org.cyberspaceid.themes;

import freemarker.template.TemplateMethodModelEx;
import freemarker.template.TemplateModelException;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.keycloak.theme.beans.MessageFormatterMethod;

/** Keycloak's own {@code msg}, which answers a missing key with the key: this one also remembers it. */
final class RecordingMessages implements TemplateMethodModelEx {
    private final MessageFormatterMethod keycloaks;
    private final Properties messages;
    private final Set<String> missing = new TreeSet<>();

    RecordingMessages(Locale locale, Properties messages) {
        this.keycloaks = new MessageFormatterMethod(locale, messages);
        this.messages = messages;
    }

    @Override
    @SuppressWarnings("rawtypes")
    public Object exec(List arguments) throws TemplateModelException {
        String key = String.valueOf(arguments.get(0));
        if (!messages.containsKey(key)) {
            missing.add(key);
        }
        return keycloaks.exec(arguments);
    }

    Set<String> missing() {
        return missing;
    }
}
