package org.cyberspaceid.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;

/** A demo ISP in the browser. */
final class IspPages {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Page page;
    private final String base;

    IspPages(Page page, String base) {
        this.page = page;
        this.base = base;
    }

    void pressTheButton() {
        page.navigate(base + "/");
        page.locator("#sign-in").click();
    }

    void signOut() {
        page.navigate(base + "/");
        page.locator("form[action='/logout'] button").click();
        page.waitForURL(base + "/**");
    }

    /** What the ISP received, after the browser came back to it. */
    JsonNode received() {
        page.waitForURL(base + "/");
        APIResponse answer = page.context().request().get(base + "/session.json");
        try {
            return JSON.readTree(answer.body());
        } catch (java.io.IOException notJson) {
            throw new AssertionError("the ISP answered " + answer.status(), notJson);
        }
    }
}
