package org.cyberspaceid.relyingparty.footprint;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.events.Event;
import org.keycloak.events.EventType;

/**
 * What may be kept of an event: the person's side or the ISP's, never both, and nothing by which two records could be joined (session,
 * code, redirect address, the ISP's server beside a person). A browser's address is a person's.
 */
final class Footprint {
    /** From an ISP's server: its address names the ISP, so nothing of a person stays beside it, and successes say nothing. */
    private static final Set<EventType> BACK_CHANNEL = Set.of(
            EventType.CODE_TO_TOKEN,
            EventType.CODE_TO_TOKEN_ERROR,
            EventType.REFRESH_TOKEN,
            EventType.REFRESH_TOKEN_ERROR,
            EventType.INTROSPECT_TOKEN,
            EventType.INTROSPECT_TOKEN_ERROR,
            EventType.VALIDATE_ACCESS_TOKEN,
            EventType.VALIDATE_ACCESS_TOKEN_ERROR,
            EventType.USER_INFO_REQUEST,
            EventType.USER_INFO_REQUEST_ERROR,
            EventType.REVOKE_GRANT,
            EventType.REVOKE_GRANT_ERROR,
            EventType.CLIENT_LOGIN,
            EventType.CLIENT_LOGIN_ERROR,
            EventType.TOKEN_EXCHANGE,
            EventType.TOKEN_EXCHANGE_ERROR,
            EventType.PUSHED_AUTHORIZATION_REQUEST,
            EventType.PUSHED_AUTHORIZATION_REQUEST_ERROR);

    /** What a browser is sent with by an ISP that makes a mistake: the ISP's fault, so its name is kept and the browser's address not. */
    private static final Set<String> FAULTS_OF_AN_ISP = Set.of(
            Errors.INVALID_REQUEST,
            Errors.INVALID_REDIRECT_URI,
            Errors.INVALID_SCOPE,
            Errors.INVALID_CLIENT,
            Errors.UNAUTHORIZED_CLIENT,
            Errors.CLIENT_NOT_FOUND,
            Errors.CLIENT_DISABLED,
            Errors.NOT_ALLOWED,
            Errors.INVALID_CODE_CHALLENGE_METHOD,
            "unmet_authentication_requirements");

    /** About a client, or its registration: no person takes part. */
    private static final Set<EventType> OF_A_CLIENT = Set.of(
            EventType.CLIENT_REGISTER,
            EventType.CLIENT_REGISTER_ERROR,
            EventType.CLIENT_UPDATE,
            EventType.CLIENT_UPDATE_ERROR,
            EventType.CLIENT_DELETE,
            EventType.CLIENT_DELETE_ERROR,
            EventType.CLIENT_INFO,
            EventType.CLIENT_INFO_ERROR);

    /**
     * All that is told of when an ISP erred. One that errs at each sign-in, say by asking about a refresh token, would otherwise have an entry
     * in the second of each person's.
     */
    private static final Duration HOUR = Duration.ofHours(1);

    private Footprint() {}

    /** The event as it may be kept; empty when nothing of it may. The one given is not changed. */
    static Optional<Event> of(Event event) {
        if (OF_A_CLIENT.contains(event.getType())) {
            return Optional.of(event);
        }
        if (BACK_CHANNEL.contains(event.getType())) {
            return event.getError() == null ? Optional.empty() : Optional.of(ofTheIsp(event));
        }
        return Optional.of(event.getUserId() == null && isAnIspsFault(event) ? ofTheIsp(event) : ofThePerson(event));
    }

    /** Whether what is kept is of an ISP that people sign in to: a log must not tell its second. */
    static boolean isOfAnIsp(Event kept) {
        return !OF_A_CLIENT.contains(kept.getType()) && kept.getClientId() != null;
    }

    private static boolean isAnIspsFault(Event event) {
        return event.getError() != null && FAULTS_OF_AN_ISP.contains(event.getError());
    }

    private static Event ofThePerson(Event event) {
        Event kept = with(event, Set.of(Details.REASON));
        kept.setClientId(null);
        return kept;
    }

    private static Event ofTheIsp(Event event) {
        Event kept =
                with(event, Set.of(Details.REASON, Details.CLIENT_POLICY_ERROR, Details.CLIENT_POLICY_ERROR_DETAIL));
        kept.setUserId(null);
        kept.setIpAddress(null);
        kept.setTime(event.getTime() - Math.floorMod(event.getTime(), HOUR.toMillis()));
        return kept;
    }

    /** Of the details stable codes only: the rest are session, code, addresses and names. */
    private static Event with(Event event, Set<String> codes) {
        Event kept = event.clone();
        kept.setSessionId(null);
        Map<String, String> details = new TreeMap<>();
        Optional.ofNullable(event.getDetails()).orElse(Map.of()).forEach((name, value) -> {
            if (codes.contains(name) && value != null) {
                details.put(name, value);
            }
        });
        kept.setDetails(details.isEmpty() ? null : details);
        return kept;
    }
}
