package org.cyberspaceid.vault;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.provider.ProviderEvent;

/**
 * Its owner has proved an ID anew by document and live face, and it has a new password and number. Published in the transaction that
 * gives them; what a feature keeps of the time before ends with it.
 */
public record IdRecoveredEvent(KeycloakSession session, RealmModel realm, UserModel user) implements ProviderEvent {}
