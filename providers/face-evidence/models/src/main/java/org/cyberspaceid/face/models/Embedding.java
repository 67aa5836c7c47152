package org.cyberspaceid.face.models;

/**
 * The embedding network's ends.
 *
 * @param input the name of its input
 * @param output the name of its output
 * @param dimensions the length of an embedding
 */
public record Embedding(String input, String output, int dimensions) {}
