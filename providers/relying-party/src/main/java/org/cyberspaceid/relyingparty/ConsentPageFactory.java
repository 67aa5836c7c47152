package org.cyberspaceid.relyingparty;

import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.forms.login.freemarker.FreeMarkerLoginFormsProviderFactory;
import org.keycloak.models.KeycloakSession;

/** Takes the place of Keycloak's provider of the same id. */
public final class ConsentPageFactory extends FreeMarkerLoginFormsProviderFactory {
    private static final int BEFORE_STOCK = 10;

    @Override
    public LoginFormsProvider create(KeycloakSession session) {
        return new ConsentPage(session);
    }

    @Override
    public int order() {
        return BEFORE_STOCK;
    }
}
