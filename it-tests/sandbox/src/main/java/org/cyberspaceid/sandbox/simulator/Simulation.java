package org.cyberspaceid.sandbox.simulator;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.cyberspaceid.sandbox.persona.Persona;

/** What a simulation ends in. */
public sealed interface Simulation {

    /**
     * Who to sign in as, and what comes of it.
     *
     * @param persona a citizen who is really enrolled
     * @param answers what is true of the persona today, by claim; an ISP gets those it asks for, may ask for, and the person agrees to
     * @param request the parameters that the authorization request needs beside the usual ones; empty where the usual ones do
     * @param person what the person does in the browser, in this order
     * @param error what the ISP then sees at its redirect URI; absent for a sign-in that succeeds
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Ready(
            Persona persona, Map<String, Boolean> answers, Map<String, String> request, List<Act> person, Seen error)
            implements Simulation {}

    /** No such thing. */
    record Refused(Refusal why) implements Simulation {}
}
