package org.cyberspaceid.interop.conformance;

import org.cyberspaceid.interop.TlsWorld;
import org.cyberspaceid.sandbox.citizen.PageView;
import org.cyberspaceid.sandbox.citizen.VirtualCitizen;

/**
 * What the modules of all plans share: the two clients that were registered for the suite, and a citizen who agreed once to what
 * they learn, in a browser that the provider knows. Nobody is asked for consent again, and no module answers that question.
 */
final class Suite {
    private static final String KNOWN_DEVICE = "__Secure-CID_DEVICE";
    private static Suite started;

    private final TlsWorld world = TlsWorld.get();
    private final Provider provider = Provider.discover(world.issuer());
    private final Rp rp = register("suite-of-tests");
    private final Rp second = register("suite-of-tests-2");
    private final VirtualCitizen citizen = world.citizen();

    private Suite() {
        citizen.browser().stopBefore(rp.redirectUri());
        citizen.enrol(new Request(rp).with("scope", "openid identity_verified").uri());
        citizen.browser().forgetEverything();
        world.sandbox().letSmsLimitsPass();
        open(new Request(rp));
        citizen.typeCredentialsAndBeRemembered();
        open(new Request(second));
        citizen.consent();
    }

    static synchronized Suite get() {
        if (started == null) {
            started = new Suite();
        }
        return started;
    }

    private Rp register(String clientId) {
        Rp client = new Rp(provider, clientId);
        world.register(client.registration(), client.secret());
        return client;
    }

    Provider provider() {
        return provider;
    }

    Rp rp() {
        return rp;
    }

    Rp second() {
        return second;
    }

    VirtualCitizen citizen() {
        return citizen;
    }

    /** Opens an authorization request in the citizen's browser. */
    PageView open(Request request) {
        citizen.browser().stopBefore(request.rp().redirectUri());
        return citizen.open(request.uri());
    }

    /** The same as a form does that is at another site. */
    PageView post(Request request) {
        citizen.browser().stopBefore(request.rp().redirectUri());
        return citizen.post(provider.metadata().getAuthorizationEndpointURI(), request.sent());
    }

    /** A request that no page comes between. */
    Response authorize(Request request) {
        return Response.at(open(request), request);
    }

    /** A request that brings the sign-in page and nothing else. */
    Response signIn(Request request) {
        open(request);
        return typeCredentials(request);
    }

    /** Number and password, at the sign-in page that a request brought. */
    Response typeCredentials(Request request) {
        citizen.expect("login");
        return Response.at(citizen.typeCredentials(), request);
    }

    /** Whatever a module left: the citizen is signed in at the first client. */
    void beSignedIn() {
        if (open(new Request(rp)).is("login")) {
            citizen.typeCredentials();
        }
    }

    /** A browser that was closed and opened again. */
    void closeBrowser() {
        citizen.browser().forgetEverythingBut(KNOWN_DEVICE);
    }
}
