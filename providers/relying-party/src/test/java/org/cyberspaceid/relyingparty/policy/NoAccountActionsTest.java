package org.cyberspaceid.relyingparty.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.cyberspaceid.ownpages.OwnAction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.keycloak.protocol.oidc.endpoints.request.AuthorizationEndpointRequest;

class NoAccountActionsTest {

    @ParameterizedTest
    @EnumSource
    void onlyTheCitizensOwnPagesStartTheCitizensOwnActions(OwnAction action) {
        assertThat(NoAccountActions.isAllowed(request("account", action.id()))).isTrue();
        assertThat(NoAccountActions.isAllowed(request("shop", action.id()))).isFalse();
        assertThat(NoAccountActions.isAllowed(request(null, action.id()))).isFalse();
    }

    @Test
    void keycloaksOwnActionsAreNobodys() {
        assertThat(NoAccountActions.isAllowed(request("account", "UPDATE_PASSWORD")))
                .isFalse();
        assertThat(NoAccountActions.isAllowed(request("account", "delete_account")))
                .isFalse();
    }

    @Test
    void aRequestWithoutOneIsNoneOfItsBusiness() {
        assertThat(NoAccountActions.isAllowed(request("shop", null))).isTrue();
    }

    private static AuthorizationEndpointRequest request(String client, String action) {
        return new AuthorizationEndpointRequest() {
            @Override
            public String getClientId() {
                return client;
            }

            @Override
            public String getAction() {
                return action;
            }
        };
    }
}
