package org.cyberspaceid.core.networknumber;

import java.net.URI;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cyberspaceid.core.mode.DeploymentMode;

/**
 * The sector of a client, OpenID Connect Core 1.0, 8.1: the host of its {@code sector_identifier_uri}; without one, the only
 * host of its redirect URIs. "If there are multiple hostnames in the registered redirect_uris, the Client MUST register a
 * sector_identifier_uri." The URIs are https; loopback http is let through in the sandbox only.
 */
public final class SectorRule {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private final DeploymentMode mode;

    /** The rule of this mode. */
    public SectorRule(DeploymentMode mode) {
        this.mode = mode;
    }

    /** What the rule says of a client. */
    public sealed interface Decision {
        /** @param sector the client's */
        record Known(Sector sector) implements Decision {}

        /** @param reason for the ISP's developer: plain English, names no person */
        record Refused(String reason) implements Decision {}
    }

    /**
     * Decides.
     *
     * @param sectorIdentifierUri null or blank when the client registered none
     * @param redirectUris as registered
     */
    public Decision decide(String sectorIdentifierUri, Collection<String> redirectUris) {
        if (sectorIdentifierUri != null && !sectorIdentifierUri.isBlank()) {
            return ofUri(sectorIdentifierUri, "sector_identifier_uri must be an https URI with a host");
        }
        Set<Decision> hosts = redirectUris.stream()
                .map(uri -> ofUri(uri, "redirect URIs without an https host need a sector_identifier_uri"))
                .collect(Collectors.toSet());
        return switch (hosts.size()) {
            case 0 -> new Decision.Refused("a client needs a redirect URI");
            case 1 -> hosts.iterator().next();
            default -> new Decision.Refused("redirect URIs on several hosts need a sector_identifier_uri");
        };
    }

    private Decision ofUri(String uri, String otherwise) {
        return hostOf(uri, mode)
                .<Decision>map(host -> new Decision.Known(new Sector(host)))
                .orElseGet(() -> new Decision.Refused(otherwise));
    }

    /** The host of an https address without a fragment; in the sandbox of a loopback http address too. Empty for anything else. */
    public static Optional<String> hostOf(String uri, DeploymentMode mode) {
        try {
            URI parsed = URI.create(uri);
            return Optional.ofNullable(parsed.getHost())
                    .filter(host -> parsed.getFragment() == null)
                    .filter(host -> isHttps(parsed) || isSandboxLoopback(parsed, mode));
        } catch (IllegalArgumentException notAUri) {
            return Optional.empty();
        }
    }

    private static boolean isHttps(URI uri) {
        return "https".equalsIgnoreCase(uri.getScheme());
    }

    private static boolean isSandboxLoopback(URI uri, DeploymentMode mode) {
        return mode == DeploymentMode.SANDBOX
                && "http".equalsIgnoreCase(uri.getScheme())
                && LOOPBACK.contains(uri.getHost());
    }
}
