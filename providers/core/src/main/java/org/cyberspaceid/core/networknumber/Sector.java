package org.cyberspaceid.core.networknumber;

import java.util.Locale;

/**
 * The sector of an ISP (OpenID Connect Core 1.0, 8.1): the host of its sector identifier or redirect URI.
 *
 * @param host lower case, without port
 */
public record Sector(String host) {
    public Sector {
        host = host.toLowerCase(Locale.ROOT);
        if (host.isBlank()) {
            throw new IllegalArgumentException("a sector needs a host");
        }
    }
}
