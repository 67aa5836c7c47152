package org.cyberspaceid.relyingparty.getstarted;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.keycloak.locale.LocaleSelectorProvider;
import org.keycloak.models.KeycloakSession;

/** The pages, and the button's two files. Nothing here knows anybody: no cookie is set and none is read but the language's. */
public final class IspPages {
    private final KeycloakSession session;

    IspPages(KeycloakSession session) {
        this.session = session;
    }

    @GET
    public Response getStarted(@QueryParam(LocaleSelectorProvider.KC_LOCALE_PARAM) String unverifiedLanguage) {
        return page("get-started.ftl", "", unverifiedLanguage);
    }

    @GET
    @Path("button")
    public Response button(@QueryParam(LocaleSelectorProvider.KC_LOCALE_PARAM) String unverifiedLanguage) {
        return page("button.ftl", "/button", unverifiedLanguage);
    }

    /** {@code button.js} or {@code button.css}. */
    @GET
    @Path("{file: button\\.(?:js|css)}")
    public Response file(
            @PathParam("file") String name, @HeaderParam(HttpHeaders.IF_NONE_MATCH) String unverifiedEtag) {
        return ButtonFile.in(session, name).response(unverifiedEtag);
    }

    private Response page(String template, String path, String unverifiedLanguage) {
        if (unverifiedLanguage != null) {
            session.setAttribute(LocaleSelectorProvider.USER_REQUEST_LOCALE, unverifiedLanguage);
        }
        return Response.ok(new IspPage(session, path).render(template), MediaType.TEXT_HTML_TYPE.withCharset("utf-8"))
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE + ", " + HttpHeaders.COOKIE)
                .build();
    }
}
