package org.cyberspaceid.core.kept;

import static org.cyberspaceid.core.kept.Protection.PEPPERED_HASH;
import static org.cyberspaceid.core.kept.Protection.PLAIN;
import static org.cyberspaceid.core.kept.Protection.RANDOM;
import static org.cyberspaceid.core.kept.Purpose.SIGN_IN;

import java.util.List;

/** The columns of Keycloak's own tables that say something about a citizen. */
final class KeycloakFields {
    static final List<KeptField> ALL = List.of(
            account("user_entity.id", "random id of the account", RANDOM),
            account("user_entity.username", "random name of the account", RANDOM),
            account("user_entity.email_constraint", "random; in place of a mail address", RANDOM),
            account("user_entity.created_timestamp", "when the account was made", PLAIN),
            account("user_entity.last_modified_timestamp", "when it was last changed", PLAIN),
            account("user_entity.enabled", "whether it may sign in", PLAIN),
            account("user_role_mapping.user_id", "random id of the account, with the role that everybody has", RANDOM),
            account("credential.user_id", "random id of the account", RANDOM),
            account(
                    "credential.secret_data",
                    "the password, as a hash with its salt; nothing for a passkey",
                    PEPPERED_HASH),
            account(
                    "credential.credential_data",
                    "how it was hashed; of a passkey its public key, model and counter",
                    PLAIN),
            account("credential.created_date", "when it was set or added", PLAIN),
            session("offline_user_session.user_session_id", "id of the session", RANDOM),
            session("offline_user_session.user_id", "random id of the account", RANDOM),
            session("offline_user_session.created_on", "begin", PLAIN),
            session("offline_user_session.last_session_refresh", "last use", PLAIN),
            session(
                    "offline_user_session.data",
                    "address, kind of browser and device, random ids of the browser, the known device and the passkey, way of signing in, hashes"
                            + " of ISPs signed out of",
                    PLAIN),
            session("offline_client_session.client_id", "the ISP that was signed in to", PLAIN),
            session("offline_client_session.timestamp", "when", PLAIN),
            session("offline_client_session.data", "what the ISP asked for and was granted, by name", PLAIN),
            session("revoked_token.id", "random id of a token that was taken back", RANDOM),
            log("event_entity.user_id", "random id of the account", RANDOM),
            log("event_entity.event_time", "time", PLAIN),
            log("event_entity.type", "what happened: signed in, enrolled, signed out …", PLAIN),
            log("event_entity.client_id", "the ISP that made a mistake, in an entry that names no person", PLAIN),
            log("event_entity.ip_address", "network address", PLAIN),
            log("event_entity.error", "why it was refused", PLAIN),
            log("event_entity.details_json_long_value", "a reason, as a code", PLAIN),
            log("admin_event_entity.resource_path", "random id of an account that an administrator acted on", RANDOM),
            log("admin_event_entity.operation_type", "what the administrator did", PLAIN),
            log("admin_event_entity.admin_event_time", "when", PLAIN));

    private KeycloakFields() {}

    private static KeptField account(String where, String what, Protection protection) {
        return new KeptField(where, what, protection, SIGN_IN, Retention.UNTIL_CLOSED, NoticeCategory.ACCOUNT);
    }

    private static KeptField session(String where, String what, Protection protection) {
        return new KeptField(
                where, what, protection, Purpose.STAY_SIGNED_IN, Retention.SESSION, NoticeCategory.SESSION);
    }

    private static KeptField log(String where, String what, Protection protection) {
        return new KeptField(where, what, protection, Purpose.NETWORK_LOG, Retention.LOG, NoticeCategory.LOG);
    }
}
