package org.cyberspaceid.sandbox.desk;

import java.util.Optional;
import java.util.Set;

/**
 * Who may talk to the desk. It stands on the loopback interface without a password, so a page of another site, or a name that
 * resolves to 127.0.0.1 (DNS rebinding), must not reach it through the visitor's browser.
 */
final class SameOriginOnly {
    private final Set<String> hosts;

    SameOriginOnly(int port) {
        hosts = Set.of("localhost:" + port, "127.0.0.1:" + port);
    }

    /**
     * Whether to answer.
     *
     * @param unverifiedHost the {@code Host} header
     * @param unverifiedOrigin the {@code Origin} header, which browsers send with every POST of a page
     * @param fetchSite the {@code Sec-Fetch-Site} header
     */
    boolean allows(
            Optional<String> unverifiedHost,
            Optional<String> unverifiedOrigin,
            Optional<String> fetchSite,
            boolean changes) {
        boolean ourHost = unverifiedHost.filter(hosts::contains).isPresent();
        boolean ourOrigin = unverifiedOrigin.isEmpty()
                || unverifiedOrigin
                        .filter(o -> o.startsWith("http://") && hosts.contains(o.substring("http://".length())))
                        .isPresent();
        boolean ourSite = fetchSite.isEmpty() || Set.of("same-origin", "none").contains(fetchSite.get());
        return ourHost && (!changes || (ourOrigin && ourSite));
    }
}
