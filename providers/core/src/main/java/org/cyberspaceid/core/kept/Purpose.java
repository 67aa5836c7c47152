package org.cyberspaceid.core.kept;

/** Why something is kept. */
public enum Purpose {
    ONE_ID_EACH("so that a person has one ID, and a mobile number signs in one person"),
    ANSWERS("to answer the yes-or-no questions that an ISP may ask"),
    REAL_IDENTITY("to say whose ID it is where a law demands it, and to correct it"),
    SIGN_IN("to find the account and check the password"),
    NETWORK_NUMBER("to give each ISP a number of its own"),
    AGREEMENT("to show which notice the person agreed to, and when"),
    CONSENT("so that agreeing once is enough for an ISP"),
    FACE_AGAIN("to compare a live face later, where an ISP asks for it or access was lost"),
    KNOWN_DEVICE("so that a known device needs no SMS"),
    PASSKEY("to sign in without a password, and to show the owner which passkeys there are"),
    FREEZE("so that nobody signs in to an ID that its owner has frozen"),
    STAY_SIGNED_IN("to keep the person signed in"),
    ENROLMENT("to take an enrolment to its end"),
    PREVENT_ABUSE("to check codes, and to limit guesses and messages"),
    NETWORK_LOG("network logs are a legal duty; attacks are looked into"),
    REPEAT_DELETION("so that a restored backup brings back nobody who was deleted"),
    WARN_ISPS("so that an ISP hears when the ID ended or may be misused"),
    RECOVER("so that a new password waits until whoever has the ID could object"),
    REMIND("so that a document can be renewed in time"),
    KEYS("to find the key that opens a value, and to notice a wrong one");

    private final String words;

    Purpose(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
