package org.cyberspaceid.face.models;

/** How much a match by a model is worth, as its deployer vouches for it. */
public enum Assurance {
    /** No independent test of the model. */
    BASIC,
    /** Tested independently (for example by NIST FRTE) at the threshold in use. */
    SUBSTANTIAL,
    /** The same, and certified for the deployment's population and cameras. */
    HIGH
}
