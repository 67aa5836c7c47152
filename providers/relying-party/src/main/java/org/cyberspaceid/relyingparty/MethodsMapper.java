package org.cyberspaceid.relyingparty;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.RealmModel;
import org.keycloak.protocol.oidc.mappers.AmrProtocolMapper;

/**
 * {@code amr} (RFC 8176) from the references of the executions that a person completed, each once, and {@code mfa} when there is
 * more than one kind. A known device's cookie adds no value of its own ({@code oidc.md}): sign-in says so by a session note.
 */
public final class MethodsMapper extends AmrProtocolMapper {
    /** As named in the realm's client scope {@code network-number}. */
    public static final String PROVIDER_ID = "methods-mapper";

    /** User-session note: {@value #KNOWN_DEVICE} when a cookie stood in for the SMS code. */
    public static final String SECOND_FACTOR_NOTE = "cyberspaceid.second-factor";

    public static final String KNOWN_DEVICE = "known-device";

    private static final String SMS = "sms";
    private static final String SEVERAL = "mfa";

    @Override
    protected List<String> getAmr(AuthenticatedClientSessionModel clientSession, RealmModel realm) {
        String secondFactor = clientSession.getUserSession().getNote(SECOND_FACTOR_NOTE);
        return methods(super.getAmr(clientSession, realm), KNOWN_DEVICE.equals(secondFactor));
    }

    static List<String> methods(List<String> references, boolean byKnownDevice) {
        Set<String> methods = new LinkedHashSet<>(references);
        if (byKnownDevice) {
            methods.remove(SMS);
        }
        List<String> amr = new ArrayList<>(methods);
        if (amr.size() > 1) {
            amr.add(SEVERAL);
        }
        return amr;
    }

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public String getDisplayType() {
        return "Methods (amr)";
    }
}
