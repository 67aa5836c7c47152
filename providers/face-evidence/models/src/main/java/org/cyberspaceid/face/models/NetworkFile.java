package org.cyberspaceid.face.models;

/**
 * A network's file in the model's folder.
 *
 * @param file its plain name
 * @param sha256 of its bytes, hexadecimal
 */
public record NetworkFile(String file, String sha256) {}
