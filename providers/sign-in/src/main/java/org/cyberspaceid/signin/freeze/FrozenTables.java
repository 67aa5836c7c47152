package org.cyberspaceid.signin.freeze;

import org.cyberspaceid.vault.FeatureTables;

/** The table of {@link FrozenRows}. */
public final class FrozenTables extends FeatureTables {
    public static final String PROVIDER_ID = "frozen-ids";

    static final String CHANGELOG = "META-INF/cyberspace-id-frozen-changelog.xml";

    public FrozenTables() {
        super(PROVIDER_ID, CHANGELOG);
    }
}
