package org.cyberspaceid.sandbox.persona;

import java.net.URI;
import org.cyberspaceid.clips.Portrait;
import org.cyberspaceid.sandbox.citizen.Browser;
import org.cyberspaceid.sandbox.citizen.Citizen;
import org.cyberspaceid.sandbox.citizen.HandOff;
import org.cyberspaceid.sandbox.citizen.Inbox;
import org.cyberspaceid.sandbox.citizen.PageView;
import org.cyberspaceid.sandbox.citizen.StrayedException;
import org.cyberspaceid.sandbox.citizen.VirtualCitizen;
import org.cyberspaceid.sandbox.desk.DocumentStore;
import org.cyberspaceid.virtual.DocumentOrder;
import org.cyberspaceid.virtual.SandboxAuthority;
import org.cyberspaceid.virtual.VirtualDocument;

/** Enrols one persona by the real pages, every check included. */
public final class PersonaEnrolment {
    private final SandboxAuthority authority;
    private final DocumentStore documents;
    private final HandOff reader;
    private final Inbox phone;
    private final URI signInButton;

    /** @param signInButton an ISP's; the persona comes back to it */
    public PersonaEnrolment(
            SandboxAuthority authority, DocumentStore documents, HandOff reader, Inbox phone, URI signInButton) {
        this.authority = authority;
        this.documents = documents;
        this.reader = reader;
        this.phone = phone;
        this.signInButton = signInButton;
    }

    /**
     * Makes the document and walks the pages.
     *
     * @throws IllegalStateException when the way does not end at the ISP
     */
    public Persona enrol(String id, String label, DocumentOrder order, Portrait face, String mobile, String password) {
        VirtualDocument document = documents.keep(authority.issue(order));
        PageView end = walk(id, new Citizen(document, face, mobile, password));
        if (!signInButton.getAuthority().equals(end.address().getAuthority())) {
            throw new IllegalStateException("persona " + id + " did not come back to the ISP but to " + end);
        }
        return new Persona(
                id,
                label,
                order.name(),
                order.type().code(),
                document.number(),
                order.birthDate().toString(),
                mobile,
                password);
    }

    private PageView walk(String id, Citizen self) {
        try {
            return new VirtualCitizen(self, new Browser("zh-Hans"), reader, phone).enrol(signInButton);
        } catch (StrayedException strayed) {
            throw new IllegalStateException("persona " + id + ": " + strayed.getMessage(), strayed);
        }
    }
}
