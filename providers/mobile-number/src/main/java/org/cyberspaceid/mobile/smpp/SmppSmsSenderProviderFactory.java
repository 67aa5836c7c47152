package org.cyberspaceid.mobile.smpp;

import java.time.Duration;
import java.util.List;
import org.cyberspaceid.mobile.SenderSettings;
import org.cyberspaceid.mobile.SmsSenderProvider;
import org.cyberspaceid.mobile.SmsSenderProviderFactory;
import org.jboss.logging.Logger;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ProviderConfigurationBuilder;

/**
 * The sender for production: a carrier's or an aggregator's SMSC by SMPP 3.4, over a private line or a tunnel (the protocol itself is not
 * encrypted). It is the one that is used unless the settings name another.
 */
public final class SmppSmsSenderProviderFactory implements SmsSenderProviderFactory {
    public static final String PROVIDER_ID = "smpp";

    static final String HOST = "host";
    static final String PORT = "port";
    static final String SYSTEM_ID = "system-id";
    static final String PASSWORD_FILE = "password-file";
    static final String SOURCE_ADDRESS = "source-address";

    private static final int DEFAULT_PORT = 2775;
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Logger LOG = Logger.getLogger(SmppSmsSenderProviderFactory.class);

    private SmppLink link;
    private SmsSenderProvider sender = new UnsetSmsSender();

    @Override
    public SmsSenderProvider create(KeycloakSession session) {
        return sender;
    }

    @Override
    public void init(Config.Scope config) {
        if (config.get(HOST) == null && !SenderSettings.selects(PROVIDER_ID)) {
            LOG.debug("no SMSC is set");
            return;
        }
        SmppSettings settings = new SmppSettings(
                SenderSettings.require(config, PROVIDER_ID, HOST),
                config.getInt(PORT, DEFAULT_PORT),
                SenderSettings.require(config, PROVIDER_ID, SYSTEM_ID),
                SenderSettings.requireSecret(config, PROVIDER_ID, PASSWORD_FILE),
                SenderSettings.require(config, PROVIDER_ID, SOURCE_ADDRESS),
                PATIENCE);
        link = new SmppLink(settings);
        sender = new SmppSmsSender(settings, link);
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        // the session is bound when the first message goes
    }

    @Override
    public void close() {
        if (link != null) {
            link.close();
        }
    }

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public int order() {
        return 1;
    }

    @Override
    public List<ProviderConfigProperty> getConfigMetadata() {
        return ProviderConfigurationBuilder.create()
                .property(text(HOST, "Host of the SMSC."))
                .property(text(PORT, "Its port; " + DEFAULT_PORT + " unless set."))
                .property(text(SYSTEM_ID, "The system_id of our account there."))
                .property(text(PASSWORD_FILE, "A file that holds the account's password and nothing else."))
                .property(text(SOURCE_ADDRESS, "The number, or the letters, that messages come from."))
                .build();
    }

    private static ProviderConfigProperty text(String name, String help) {
        return new ProviderConfigProperty(name, name, help, ProviderConfigProperty.STRING_TYPE, null);
    }
}
