package org.cyberspaceid.relyingparty.securityevent;

import org.cyberspaceid.vault.FeatureTables;

/** The table of {@link SecurityEventRows}. */
public final class SecurityEventTables extends FeatureTables {
    static final String CHANGELOG = "META-INF/cyberspace-id-security-event-changelog.xml";

    public SecurityEventTables() {
        super("security-event", CHANGELOG);
    }
}
