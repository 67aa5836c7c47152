package org.cyberspaceid.core.document;

/**
 * The name of a document for people. The pages' texts repeat it under {@code document.<code>}, where a realm's own localisation can
 * replace it; a test of the theme compares the two.
 *
 * @param en British English
 * @param zhHans Simplified Chinese
 * @param zhHant Traditional Chinese
 */
public record LocalisedName(String en, String zhHans, String zhHant) {}
