package org.cyberspaceid.vault;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.provider.ProviderEvent;

/**
 * A citizen froze the own ID or uses it again. Published through Keycloak's session factory, within the transaction that does it: how features
 * that must not know each other hear of it.
 *
 * @param frozen false: it is in use again
 */
public record IdFrozenEvent(KeycloakSession session, RealmModel realm, UserModel user, boolean frozen)
        implements ProviderEvent {}
