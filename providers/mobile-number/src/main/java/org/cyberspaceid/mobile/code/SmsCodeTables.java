package org.cyberspaceid.mobile.code;

import org.cyberspaceid.vault.FeatureTables;

/** The tables of SMS codes and their limits. */
public final class SmsCodeTables extends FeatureTables {
    public static final String PROVIDER_ID = "sms-code";

    static final String CHANGELOG = "META-INF/cyberspace-id-sms-code-changelog.xml";

    public SmsCodeTables() {
        super(PROVIDER_ID, CHANGELOG);
    }
}
