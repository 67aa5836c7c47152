package org.cyberspaceid.themes;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.keycloak.theme.FreeMarkerException;
import org.keycloak.theme.KeycloakSanitizerMethod;
import org.keycloak.theme.beans.AdvancedMessageFormatterMethod;
import org.keycloak.theme.freemarker.DefaultFreeMarkerProvider;

/** Renders a template with Keycloak's own FreeMarker set-up (HTML output format, so values are escaped), without a server. */
final class Renderer {
    static final String ISSUER = "https://id.city.example/realms/cyberspace-id";

    private final LoginTheme theme = LoginTheme.load();
    private final String resourcesPath;

    Renderer() {
        this("/resources/x/login/cyberspace-id");
    }

    Renderer(String resourcesPath) {
        this.resourcesPath = resourcesPath;
    }

    Page render(Sample sample, Language language) {
        return render(sample, language, "production");
    }

    Page render(Sample sample, Language language, String mode) {
        Properties messages = theme.allMessages(language);
        RecordingMessages msg = new RecordingMessages(language.locale(), messages);
        Map<String, Object> data = new HashMap<>(common(sample, language));
        data.put("msg", msg);
        data.put("advancedMsg", new AdvancedMessageFormatterMethod(language.locale(), messages));
        data.put("properties", theme.allProperties(mode));
        data.putAll(sample.data());
        try {
            String html = new DefaultFreeMarkerProvider(null, new KeycloakSanitizerMethod())
                    .processTemplate(data, sample.template(), theme);
            return new Page(html, Jsoup.parse(html), msg.missing());
        } catch (FreeMarkerException e) {
            throw new IllegalStateException(sample.name() + " in " + language.tag(), e);
        }
    }

    /** A page for ISPs' developers, with the data that its provider gives. */
    Document renderIspPage(String page, String language) {
        Map<String, Object> data = new HashMap<>(Map.of(
                "lang",
                language,
                "issuer",
                ISSUER,
                "isp",
                ISSUER + "/isp",
                "address",
                ISSUER + "/isp",
                "resourcesPath",
                resourcesPath,
                "integrity",
                Map.of("js", "sha384-j", "css", "sha384-c")));
        try {
            return Jsoup.parse(new DefaultFreeMarkerProvider(null, new KeycloakSanitizerMethod())
                    .processTemplate(data, "isp/" + page + ".ftl", theme));
        } catch (FreeMarkerException e) {
            throw new IllegalStateException(page + " in " + language, e);
        }
    }

    private Map<String, Object> common(Sample sample, Language language) {
        List<Map<String, String>> supported = List.of(Language.values()).stream()
                .map(l -> Map.of(
                        "languageTag",
                        l.tag(),
                        "label",
                        l.label(),
                        "url",
                        "../" + l.tag() + "/" + sample.name() + ".html"))
                .toList();
        return Map.of(
                "lang", language.tag(),
                "pageId", sample.template().replace(".ftl", ""),
                "realm",
                        Map.of(
                                "internationalizationEnabled",
                                true,
                                "registrationAllowed",
                                true,
                                "name",
                                "cyberspace-id"),
                "locale", Map.of("currentLanguageTag", language.tag(), "supported", supported, "rtl", false),
                "client", SampleData.client("星河书城"),
                "login", Map.of(),
                "scripts", List.of(),
                "url", urls());
    }

    private Map<String, String> urls() {
        String actions = "/realms/cyberspace-id/login-actions/";
        return Map.of(
                "resourcesPath", resourcesPath,
                "loginAction", actions + "authenticate?execution=e&client_id=c&tab_id=t",
                "registrationUrl", actions + "registration?client_id=c&tab_id=t",
                "loginRestartFlowUrl", actions + "restart?client_id=c&tab_id=t",
                "ssoLoginInOtherTabsUrl", actions + "restart?client_id=c&tab_id=t&skip_logout=true",
                "logoutConfirmAction", "/realms/cyberspace-id/protocol/openid-connect/logout/logout-confirm");
    }
}
