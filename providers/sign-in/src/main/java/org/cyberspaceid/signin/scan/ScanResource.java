package org.cyberspaceid.signin.scan;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.Optional;
import org.cyberspaceid.liveface.BrowserTab;
import org.cyberspaceid.liveface.JsonAnswer;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.util.LocaleUtil;

/** Where the QR code leads, and what the waiting page's script asks ({@code docs/pages.md}). */
public final class ScanResource {
    /** Path of the waiting page's question. */
    static final String STATUS = "status";

    private static final String SAME_ORIGIN = "same-origin";

    private final KeycloakSession session;
    private final Clock clock = Clock.systemUTC();

    ScanResource(KeycloakSession session) {
        this.session = session;
    }

    /** @param state {@code waiting}, {@code opened} or {@code ended} */
    record Status(String state) {}

    /** How far the phone got; {@code ended} also when there is no attempt (any more), or when it is not this browser's. */
    @GET
    @Path(STATUS)
    @Produces(MediaType.APPLICATION_JSON)
    public Response status(@QueryParam("client_id") String clientId, @QueryParam("tab_id") String tabId) {
        String state = BrowserTab.find(session, clientId, tabId)
                .map(tab -> tab.getAuthNote(ScanStep.HANDLE))
                .flatMap(PhoneSignIn.attempts(session, clock)::read)
                .filter(attempt -> !attempt.isOverAt(clock.instant()))
                .map(attempt -> ScanPages.visible(attempt.stage()))
                .orElse("ended");
        return JsonAnswer.ok(new Status(state));
    }

    /**
     * What the phone opens: a page whose script hands over the fragment. Afterwards the same address says how it ended.
     *
     * @param answer from the authorization response: whether the person approved
     */
    @GET
    @Produces(MediaType.TEXT_HTML)
    public Response open(@QueryParam("kc_action_status") String answer, @QueryParam("error") String error) {
        boolean answered = answer != null || error != null;
        return page().setAttribute("approved", "success".equals(answer))
                .createForm(answered ? "scan-told.ftl" : "scan-open.ftl");
    }

    /** The link's handle, from our own page: another site's could otherwise have people asked whenever it likes. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response handOver(@HeaderParam("Sec-Fetch-Site") String site) {
        Optional<String> handle = Optional.ofNullable(session.getContext()
                        .getHttpRequest()
                        .getDecodedFormParameters()
                        .getFirst("handle"))
                .filter(given -> site == null || site.equals(SAME_ORIGIN))
                .filter(given -> PhoneSignIn.attempts(session, clock)
                        .read(given)
                        .filter(attempt -> attempt.isOpenAt(clock.instant()))
                        .isPresent());
        handle.ifPresent(new ScanCookie(session)::set);
        return handle.isPresent()
                ? Response.seeOther(PhoneSignIn.approval(session)).build()
                : page().setAttribute("problem", "scan_expired").createForm("scan-open.ftl");
    }

    private LoginFormsProvider page() {
        LocaleUtil.processLocaleParam(session, session.getContext().getRealm(), null);
        return session.getProvider(LoginFormsProvider.class)
                .setActionUri(PhoneSignIn.address(session))
                .setResponseHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    }
}
