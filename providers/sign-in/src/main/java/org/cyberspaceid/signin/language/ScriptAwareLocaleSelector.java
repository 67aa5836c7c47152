package org.cyberspaceid.signin.language;

import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.cookie.CookieProvider;
import org.keycloak.cookie.CookieType;
import org.keycloak.locale.LocaleSelectorProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * The language of a page. Who may say it, and in which order, is as in Keycloak's own selector: the language chosen on the page, the
 * user's profile, the ISP ({@code ui_locales}, OpenID Connect Core 3.1.2.1), the cookie of an earlier choice, the browser, the realm. Only
 * the matching differs ({@link LanguageMatch}).
 */
final class ScriptAwareLocaleSelector implements LocaleSelectorProvider {
    private final KeycloakSession session;

    ScriptAwareLocaleSelector(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public Locale resolveLocale(RealmModel realm, UserModel user) {
        return resolveLocale(realm, user, false);
    }

    @Override
    public Locale resolveLocale(RealmModel realm, UserModel user, boolean ignoreAcceptLanguageHeader) {
        if (!realm.isInternationalizationEnabled()) {
            return Locale.ENGLISH;
        }
        List<Locale> supported =
                realm.getSupportedLocalesStream().map(Locale::forLanguageTag).toList();
        return wishes(user, ignoreAcceptLanguageHeader)
                .filter(Objects::nonNull)
                .flatMap(tag -> LanguageMatch.of(tag, supported).stream())
                .findFirst()
                .or(() -> Optional.ofNullable(realm.getDefaultLocale()).map(Locale::forLanguageTag))
                .orElse(Locale.ENGLISH);
    }

    /** What was asked for, the strongest first. */
    private Stream<String> wishes(UserModel user, boolean ignoreBrowser) {
        Stream<String> profile =
                user == null ? Stream.empty() : Stream.ofNullable(user.getFirstAttribute(UserModel.LOCALE));
        Optional<HttpHeaders> request = request();
        Stream<String> cookie = request.isEmpty()
                ? Stream.empty()
                : Stream.ofNullable(session.getProvider(CookieProvider.class).get(CookieType.LOCALE));
        Stream<String> browser = ignoreBrowser
                ? Stream.empty()
                : request.stream()
                        .flatMap(r -> r.getAcceptableLanguages().stream())
                        .map(Locale::toLanguageTag);
        return Stream.of(chosen(), profile, isp(), cookie, browser).flatMap(s -> s);
    }

    /** Chosen on the page; where no sign-in is under way, by this very request. */
    private Stream<String> chosen() {
        AuthenticationSessionModel signIn = session.getContext().getAuthenticationSession();
        return Stream.ofNullable(
                signIn == null
                        ? session.getAttribute(USER_REQUEST_LOCALE, String.class)
                        : signIn.getAuthNote(USER_REQUEST_LOCALE));
    }

    private Stream<String> isp() {
        return Stream.ofNullable(session.getContext().getAuthenticationSession())
                .map(signIn -> signIn.getClientNote(CLIENT_REQUEST_LOCALE))
                .filter(Objects::nonNull)
                .flatMap(tags -> Stream.of(tags.split(" ")));
    }

    /** Absent in a background task. */
    private Optional<HttpHeaders> request() {
        try {
            return Optional.ofNullable(session.getContext().getRequestHeaders());
        } catch (ContextNotActiveException background) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        // Holds nothing.
    }
}
