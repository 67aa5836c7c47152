package org.cyberspaceid.sandbox.persona;

/**
 * A citizen who is enrolled already, as the desk shows it. Invented, as every value of it.
 *
 * @param id stable
 * @param label what the persona is for, in both languages
 * @param documentType code of the document's type
 * @param birthDate ISO 8601
 * @param mobile E.164
 * @param password eight digits
 */
public record Persona(
        String id,
        String label,
        String name,
        String documentType,
        String documentNumber,
        String birthDate,
        String mobile,
        String password) {}
