package org.cyberspaceid.relyingparty.getstarted;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.Urls;
import org.keycloak.theme.FreeMarkerException;
import org.keycloak.theme.Theme;
import org.keycloak.theme.freemarker.FreeMarkerProvider;
import org.keycloak.urls.UrlType;

/** A page of the theme's folder {@code isp}, with the real addresses in it. */
final class IspPage {
    static final String THEME = "cyberspace-id";
    private static final String FOLDER = "isp/";

    private final KeycloakSession session;
    private final String path;

    /** @param path of the page below {@code /isp} */
    IspPage(KeycloakSession session, String path) {
        this.session = session;
        this.path = path;
    }

    String render(String template) {
        try {
            return session.getProvider(FreeMarkerProvider.class)
                    .processTemplate(data(), FOLDER + template, theme(session));
        } catch (FreeMarkerException broken) {
            throw new IllegalStateException("the template " + template + " is broken", broken);
        }
    }

    private Map<String, Object> data() {
        URI base = session.getContext().getUri(UrlType.FRONTEND).getBaseUri();
        String issuer = Urls.realmIssuer(base, session.getContext().getRealm().getName());
        String isp = issuer + "/" + IspPagesFactory.PROVIDER_ID;
        Map<String, Object> data = new HashMap<>();
        data.put("lang", session.getContext().resolveLocale(null).toLanguageTag());
        data.put("issuer", issuer);
        data.put("isp", isp);
        data.put("address", isp + path);
        data.put("resourcesPath", Urls.themeRoot(base).getPath() + "/login/" + THEME);
        data.put("integrity", Map.of("js", integrity("button.js"), "css", integrity("button.css")));
        return data;
    }

    private String integrity(String name) {
        return ButtonFile.in(session, name).integrity();
    }

    static Theme theme(KeycloakSession session) {
        try {
            return session.theme().getTheme(THEME, Theme.Type.LOGIN);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
