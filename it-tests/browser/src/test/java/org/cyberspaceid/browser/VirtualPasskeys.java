package org.cyberspaceid.browser;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;

/** Chromium's virtual authenticator (DevTools protocol, domain {@code WebAuthn}): a phone's own, with screen lock. */
final class VirtualPasskeys {
    private final CDPSession devTools;
    private final String id;

    VirtualPasskeys(Page page) {
        devTools = page.context().newCDPSession(page);
        devTools.send("WebAuthn.enable");
        JsonObject options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("ctap2Version", "ctap2_1");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        JsonObject add = new JsonObject();
        add.add("options", options);
        id = devTools.send("WebAuthn.addVirtualAuthenticator", add)
                .get("authenticatorId")
                .getAsString();
    }

    /** Whether the person passes the screen lock. */
    void userVerified(boolean verified) {
        JsonObject call = call();
        call.addProperty("isUserVerified", verified);
        devTools.send("WebAuthn.setUserVerified", call);
    }

    int count() {
        return devTools.send("WebAuthn.getCredentials", call())
                .getAsJsonArray("credentials")
                .size();
    }

    private JsonObject call() {
        JsonObject call = new JsonObject();
        call.addProperty("authenticatorId", id);
        return call;
    }
}
