package org.cyberspaceid.sandbox.simulator;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cyberspaceid.clips.Portrait;
import org.cyberspaceid.clips.Portraits;
import org.cyberspaceid.core.claims.BooleanClaim;
import org.cyberspaceid.core.document.Age;
import org.cyberspaceid.core.document.ChipClass;
import org.cyberspaceid.sandbox.persona.Persona;
import org.cyberspaceid.sandbox.persona.PersonaEnrolment;
import org.cyberspaceid.sandbox.persona.PersonaFile;
import org.cyberspaceid.virtual.DocumentOrder;
import org.cyberspaceid.virtual.PortraitFormat;

/**
 * Finds or enrols the citizen whose answers an ISP's developer wants to see, and knows how to come to each error. Nothing is faked: the
 * citizen walks through the real enrolment, and the answers are the server's own.
 */
public final class Simulator {
    /** Portraits that a chip's JPEG 2000 leaves fit for the face check. */
    private static final List<Integer> FACES = List.of(1, 3, 4);

    static final String PASSWORD = "58301946";

    private final PersonaEnrolment enrolment;
    private final PersonaFile kept;
    private final Clock clock;

    /** @param kept those who were enrolled before */
    public Simulator(PersonaEnrolment enrolment, PersonaFile kept, Clock clock) {
        this.enrolment = enrolment;
        this.kept = kept;
        this.clock = clock;
    }

    /** The claims there are. */
    public static List<String> claims() {
        return Arrays.stream(BooleanClaim.values()).map(BooleanClaim::claimName).toList();
    }

    /** The errors there are. */
    public static List<String> errors() {
        return Recipe.ALL.stream().map(Recipe::code).toList();
    }

    /**
     * Somebody with these answers. May take the seconds that an enrolment takes.
     *
     * @param wanted by claim; {@code null} for a claim that shall be left out, because the answer is unknown
     */
    public Simulation withClaims(Map<String, Boolean> wanted) {
        LocalDate today = Age.today(clock);
        if (!claims().containsAll(wanted.keySet())) {
            return new Simulation.Refused(Refusal.CLAIM_UNKNOWN);
        }
        Optional<Candidate> found = candidate(wanted, today);
        Optional<Refusal> why =
                found.map(Candidate::obstacle).orElseGet(() -> Optional.of(contradiction(wanted, today)));
        return why.<Simulation>map(Simulation.Refused::new)
                .orElseGet(() -> ready(found.orElseThrow(), Map.of(), List.of(Act.SIGN_IN, Act.AGREE), null));
    }

    /** Whether it is one answer that nobody has, or several that nobody has at once. */
    private static Refusal contradiction(Map<String, Boolean> wanted, LocalDate today) {
        boolean one = wanted.entrySet().stream()
                .map(w -> Collections.singletonMap(w.getKey(), w.getValue()))
                .anyMatch(alone -> candidate(alone, today).isEmpty());
        return one ? Refusal.ANSWER_NEVER_GIVEN : Refusal.CLAIMS_CONTRADICT;
    }

    /** The way to an error. */
    public Simulation withError(String code) {
        return Recipe.ALL.stream()
                .filter(recipe -> recipe.code().equals(code))
                .findFirst()
                .<Simulation>map(r ->
                        ready(candidate(r.who(), Age.today(clock)).orElseThrow(), r.request(), r.person(), r.seen()))
                .orElse(new Simulation.Refused(Refusal.ERROR_UNKNOWN));
    }

    /** The first whose answers fit; those who can enrol come first. */
    static Optional<Candidate> candidate(Map<String, Boolean> wanted, LocalDate today) {
        return Candidate.ALL.stream().filter(c -> c.hasAnswers(wanted, today)).findFirst();
    }

    private Simulation ready(Candidate who, Map<String, String> request, List<Act> person, Seen seen) {
        Persona persona = persona(who);
        Map<String, Boolean> answers = who.answers(LocalDate.parse(persona.birthDate()), Age.today(clock));
        return new Simulation.Ready(persona, answers, request, person, seen);
    }

    private synchronized Persona persona(Candidate who) {
        return kept.find(who.id()).orElseGet(() -> kept.keep(enrol(who)));
    }

    private Persona enrol(Candidate who) {
        int at = Candidate.ALL.indexOf(who);
        Portrait face = Portraits.all().get(FACES.get(at % FACES.size()));
        PortraitFormat format =
                who.type().chipClass() == ChipClass.TRAVEL ? PortraitFormat.JPEG2000 : PortraitFormat.JPEG;
        DocumentOrder order = new DocumentOrder(
                who.type(),
                "孙悦",
                Optional.of("SUN YUE"),
                who.birthDate(Age.today(clock)),
                face.jpeg(),
                format,
                who.variant());
        return enrolment.enrol(who.id(), "模拟 Simulated", order, face, mobile(at), PASSWORD);
    }

    /** A number of their own, beside those of the other personas. */
    static String mobile(int at) {
        return "+8613800139%03d".formatted(at);
    }
}
