package org.cyberspaceid.enrolment;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.cyberspaceid.core.document.DocumentCheck;
import org.cyberspaceid.core.document.DocumentVerdict;
import org.cyberspaceid.core.document.DocumentVerdict.Accepted;
import org.cyberspaceid.core.document.DocumentVerdict.Refused;
import org.cyberspaceid.core.document.PersonReference;
import org.cyberspaceid.core.outcome.Problem;
import org.cyberspaceid.core.registry.PopulationRegistry;
import org.cyberspaceid.core.registry.RegistryAnswer;

/**
 * After a genuine document: the population registry's word. Only its yes is one. That it does not answer is nobody's fault and no yes
 * either: the person comes again.
 */
final class RegistryCheck {
    private final PopulationRegistry registry;

    RegistryCheck(PopulationRegistry registry) {
        this.registry = registry;
    }

    /** The verdict with this check in it. Waits for the registry: not to be called in a transaction. */
    DocumentVerdict of(Accepted genuine) {
        RegistryAnswer answer = registry.confirm(genuine.document());
        Map<DocumentCheck, DocumentCheck.Verdict> checks = new EnumMap<>(DocumentCheck.class);
        checks.putAll(genuine.checks());
        checks.put(DocumentCheck.POPULATION_REGISTRY, answer.verdict());
        return switch (answer.verdict()) {
            case SUCCESS, NOT_PERFORMED -> new Accepted(genuine.document(), genuine.portrait(), checks, person(answer));
            case FAILED -> new Refused(Problem.DOCUMENT_NOT_CONFIRMED, checks);
            case UNDETERMINED -> new Refused(Problem.REGISTRY_UNAVAILABLE, checks);
        };
    }

    private static Optional<PersonReference> person(RegistryAnswer answer) {
        return answer instanceof RegistryAnswer.Confirmed confirmed ? confirmed.person() : Optional.empty();
    }
}
