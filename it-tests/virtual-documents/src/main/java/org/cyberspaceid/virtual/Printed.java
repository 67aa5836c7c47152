package org.cyberspaceid.virtual;

import java.time.LocalDate;
import org.cyberspaceid.core.document.DocumentType;

/** What is printed on a document, as its chip repeats it. */
record Printed(
        DocumentType type, String number, String name, String latinName, LocalDate birthDate, LocalDate expiresOn) {}
