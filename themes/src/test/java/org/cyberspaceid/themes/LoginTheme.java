package org.cyberspaceid.themes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.List;
import java.util.Properties;
import org.keycloak.theme.ClassLoaderTheme;
import org.keycloak.theme.Theme;

/** The theme as Keycloak assembles it: ours, then {@code keycloak.v2}, then {@code base}. */
final class LoginTheme extends ClassLoaderTheme {
    static final String NAME = "cyberspace-id";
    static final String ROOT = "theme/" + NAME + "/login/";

    private final List<ClassLoaderTheme> parents;

    private LoginTheme(List<ClassLoaderTheme> parents) throws IOException {
        super(NAME, Theme.Type.LOGIN, LoginTheme.class.getClassLoader());
        this.parents = parents;
    }

    static LoginTheme load() {
        try {
            return new LoginTheme(List.of(parent("keycloak.v2"), parent("base")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ClassLoaderTheme parent(String name) throws IOException {
        return new ClassLoaderTheme(name, Theme.Type.LOGIN, LoginTheme.class.getClassLoader());
    }

    @Override
    public URL getTemplate(String name) {
        URL own = super.getTemplate(name);
        return own != null
                ? own
                : parents.stream()
                        .map(p -> p.getTemplate(name))
                        .filter(u -> u != null)
                        .findFirst()
                        .orElse(null);
    }

    /** The messages of this theme alone. */
    Properties ownMessages(Language language) {
        return messages(this, language);
    }

    /** The messages of all three, ours winning. */
    Properties allMessages(Language language) {
        Properties all = new Properties();
        for (int i = parents.size() - 1; i >= 0; i--) {
            all.putAll(messages(parents.get(i), language));
        }
        all.putAll(ownMessages(language));
        return all;
    }

    /** The properties of all three, ours winning, with the mode that the environment would set. */
    Properties allProperties(String mode) {
        Properties all = new Properties();
        for (int i = parents.size() - 1; i >= 0; i--) {
            all.putAll(parents.get(i).getProperties());
        }
        all.putAll(getProperties());
        all.setProperty("mode", mode);
        return all;
    }

    private static Properties messages(ClassLoaderTheme theme, Language language) {
        try {
            return theme.getMessages(language.locale());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
