package org.cyberspaceid.core.registry;

import java.util.Optional;
import org.cyberspaceid.core.document.DocumentCheck.Verdict;
import org.cyberspaceid.core.document.PersonReference;

/** What came of asking the population registry. Only {@link Confirmed} is a yes. */
public sealed interface RegistryAnswer {

    /** The verdict of the check. */
    Verdict verdict();

    /**
     * Number, name and birth date belong together and the document is valid.
     *
     * @param person how the registry refers to the person, if it says
     */
    record Confirmed(Optional<PersonReference> person) implements RegistryAnswer {
        @Override
        public Verdict verdict() {
            return Verdict.SUCCESS;
        }
    }

    /** The registry says no. */
    record Denied(Reason reason) implements RegistryAnswer {
        @Override
        public Verdict verdict() {
            return Verdict.FAILED;
        }
    }

    /** No answer, a late one, or one that cannot be relied on. It is neither a yes nor a no. */
    record Unavailable() implements RegistryAnswer {
        @Override
        public Verdict verdict() {
            return Verdict.UNDETERMINED;
        }
    }

    /** No registry is configured. */
    record NotAsked() implements RegistryAnswer {
        @Override
        public Verdict verdict() {
            return Verdict.NOT_PERFORMED;
        }
    }

    /** Why the registry said no. */
    enum Reason {
        /** It knows no such document. */
        UNKNOWN,
        /** It knows the document with another name or birth date. */
        PERSON_DIFFERS,
        /** The document expired, was revoked, reported lost or replaced. */
        NOT_VALID
    }
}
