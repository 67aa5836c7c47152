package org.cyberspaceid.vault;

import org.cyberspaceid.core.consent.ConsentLedger;
import org.cyberspaceid.core.limit.Attempts;
import org.cyberspaceid.core.vault.BlindIndex;
import org.cyberspaceid.core.vault.CookieSeal;
import org.cyberspaceid.core.vault.EnrolmentRows;
import org.cyberspaceid.core.vault.FaceTemplates;
import org.cyberspaceid.core.vault.IdentityVault;
import org.cyberspaceid.core.vault.PersonalSeal;
import org.cyberspaceid.core.vault.QueueSeal;
import org.keycloak.provider.Provider;

/** The vault of the session's realm, as feature modules get it: {@code session.getProvider(IdentityVaultProvider.class)}. */
public interface IdentityVaultProvider extends Provider {

    /** The people of the realm. */
    IdentityVault identities();

    /** Half-finished enrolments. */
    EnrolmentRows enrolments();

    /** What browsers keep for the realm. */
    CookieSeal cookies();

    /** What waits to be sent. */
    QueueSeal queue();

    /** What people agreed to. */
    ConsentLedger consents();

    /** Faces that people let us keep. */
    FaceTemplates faceTemplates();

    /** Small things of people in other modules' tables. */
    PersonalSeal personal();

    /** Keyed hashes. */
    BlindIndex blindIndex();

    /** What may be tried only so often. */
    Attempts attempts();
}
