package org.cyberspaceid.core.document;

/**
 * How a population registry refers to a person, whatever documents the person has. Its string form shows nothing of the reference.
 *
 * @param registry the registry's code
 * @param value the reference, opaque
 */
public record PersonReference(String registry, String value) {
    @Override
    public String toString() {
        return "PersonReference[" + registry + "]";
    }
}
