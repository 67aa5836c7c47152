package org.cyberspaceid.signin.passkey;

import org.cyberspaceid.vault.FeatureTables;

/** The table of {@link PasskeyRows}. */
public final class PasskeyTables extends FeatureTables {
    public static final String PROVIDER_ID = "passkey";

    static final String CHANGELOG = "META-INF/cyberspace-id-passkey-changelog.xml";

    public PasskeyTables() {
        super(PROVIDER_ID, CHANGELOG);
    }
}
