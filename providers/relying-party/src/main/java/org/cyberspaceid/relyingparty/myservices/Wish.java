package org.cyberspaceid.relyingparty.myservices;

import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.cyberspaceid.ownpages.FormToken;
import org.cyberspaceid.ownpages.Visitor;
import org.keycloak.models.KeycloakSession;

/** What a form asks for, by its {@code action}; without a known one, or about an ISP that is not on the list (any more), the list again. */
final class Wish {
    private final MyServicesPages pages;
    private final Changes changes;
    private final Services services;
    private final FormToken token;

    Wish(KeycloakSession session, Visitor visitor, MyServicesPages pages, FormToken token) {
        this.pages = pages;
        this.changes = new Changes(session, visitor);
        this.services = new Services(session, visitor.user());
        this.token = token;
    }

    Response grant(String action, String unverifiedClientId) {
        if ("sign_out".equals(action)) {
            changes.signOutEverywhere();
            return pages.goToSignedOut();
        }
        if ("report_compromise".equals(action)) {
            changes.reportCompromise();
            return pages.goToSignedOut();
        }
        if ("forget_face".equals(action)) {
            changes.forgetFace();
            return pages.goToList(Outcome.FACE_FORGOTTEN);
        }
        return services.find(unverifiedClientId)
                .map(service -> about(service, Optional.ofNullable(action).orElse("open")))
                .orElseGet(pages::goToList);
    }

    private Response about(Service service, String action) {
        return switch (action) {
            case "open" -> pages.one(service, token);
            case "renew" -> pages.confirmRenewal(service, token);
            case "withdraw" -> {
                changes.withdraw(service.client());
                yield pages.goToList(Outcome.WITHDRAWN);
            }
            case "renew_confirmed" -> {
                changes.renewNumber(service.client());
                yield pages.goToList(Outcome.RENEWED);
            }
            default -> pages.goToList();
        };
    }
}
