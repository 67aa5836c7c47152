package org.cyberspaceid.signin.throttle;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.cyberspaceid.core.limit.Attempts;
import org.cyberspaceid.core.limit.Limit;
import org.cyberspaceid.signin.device.KnownDevices;
import org.cyberspaceid.vault.IdentityVaultProvider;
import org.keycloak.common.ClientConnection;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * How often passwords and codes may be guessed. A device that is known to be the citizen's has counters of its own and no other: whoever
 * guesses elsewhere, or behind the same address, locks the account for devices that nobody knows, and the citizen goes on. Numbers that
 * nobody has registered are counted as those that somebody has.
 */
public final class Throttle {
    /** Set once this request's guess is counted. */
    private static final String COUNTED = Throttle.class.getName();

    /** Auth note: this sign-in's wrong guesses are forgotten. */
    private static final String SETTLED = "cyberspace-id.guesses-settled";

    private final KeycloakSession session;
    private final KnownDevices devices;

    public Throttle(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.devices = new KnownDevices(session, realm, Clock.systemUTC());
    }

    /**
     * Counts a password that was typed for a number.
     *
     * @param account the user's id, or what stands for nobody's
     * @param isKnown whether the browser is known to be this user's
     */
    public Guess password(String account, String number, boolean isKnown) {
        return isKnown ? here(Kind.PASSWORD, account) : elsewhere(Kind.PASSWORD, account, Optional.of(number));
    }

    /** Counts a password that was typed for what is no mobile number: only the place can be blamed. */
    public Guess passwordForNobody() {
        return guess(List.of(), place());
    }

    /** Counts a code from a text message, typed by somebody whose password was right. */
    public Guess code(UserModel user) {
        return elsewhere(Kind.CODE, user.getId(), Optional.empty());
    }

    /** After the last step of a sign-in with number and password on a known device. */
    public void settle(Guess guess) {
        guess.settle(List.of());
        settled();
    }

    /** After the last step of a sign-in with number, password and code. */
    public void settle(Guess code, UserModel user, String number) {
        code.settle(List.of(Limits.account(Kind.PASSWORD, user.getId()), Limits.number(number)));
        settled();
    }

    /** Counts a guess that a step of Keycloak's own judged, unless it is counted already. */
    void failed(Kind kind, UserModel user) {
        if (session.getAttribute(COUNTED) == null) {
            if (devices.knows(user)) {
                here(kind, user.getId());
            } else {
                elsewhere(kind, user.getId(), Optional.empty());
            }
        }
    }

    /** Frees the account where it signed in, unless that is done already. */
    void succeeded(UserModel user) {
        AuthenticationSessionModel tab = session.getContext().getAuthenticationSession();
        if (tab == null || tab.getAuthNote(SETTLED) == null) {
            attempts().forget(limits(user));
        }
    }

    /** Frees the account for every device that is not known: its owner has proved by document and face who they are. */
    void recovered(UserModel user) {
        attempts()
                .forget(Arrays.stream(Kind.values())
                        .map(kind -> Limits.account(kind, user.getId()))
                        .toList());
    }

    /** Whether the account is locked for the browser that calls; for one that calls without a browser, as for any unknown one. */
    boolean isLocked(UserModel user) {
        return attempts().exhausted(limits(user)).isPresent();
    }

    /** The user's own, on this browser. */
    private List<Limit> limits(UserModel user) {
        boolean isKnown = devices.knows(user);
        return Arrays.stream(Kind.values())
                .map(kind -> isKnown ? known(kind, user.getId()) : Limits.account(kind, user.getId()))
                .toList();
    }

    private Guess here(Kind kind, String account) {
        return guess(List.of(known(kind, account)), List.of());
    }

    private Guess elsewhere(Kind kind, String account, Optional<String> number) {
        List<Limit> persons = new ArrayList<>();
        persons.add(Limits.account(kind, account));
        number.map(Limits::number).ifPresent(persons::add);
        return guess(persons, place());
    }

    private List<Limit> place() {
        List<Limit> place = new ArrayList<>();
        address().map(Network::of).map(Limits::address).ifPresent(place::add);
        devices.presented().map(Limits::device).ifPresent(place::add);
        return place;
    }

    private Guess guess(List<Limit> persons, List<Limit> others) {
        session.setAttribute(COUNTED, true);
        return new Guess(attempts(), persons, others);
    }

    private Limit known(Kind kind, String account) {
        return Limits.knownDevice(kind, account, devices.presented().orElseThrow());
    }

    private Optional<String> address() {
        return Optional.ofNullable(session.getContext().getConnection()).map(ClientConnection::getRemoteAddr);
    }

    private void settled() {
        Optional.ofNullable(session.getContext().getAuthenticationSession())
                .ifPresent(tab -> tab.setAuthNote(SETTLED, "true"));
    }

    private Attempts attempts() {
        return session.getProvider(IdentityVaultProvider.class).attempts();
    }
}
