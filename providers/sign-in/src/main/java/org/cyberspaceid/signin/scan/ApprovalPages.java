package org.cyberspaceid.signin.scan;

import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.cyberspaceid.core.document.Age;
import org.cyberspaceid.core.outcome.Problem;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.models.ClientModel;

/** The phone's pages, see {@code docs/pages.md}. */
final class ApprovalPages {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm").withZone(Age.ZONE);

    private ApprovalPages() {}

    static Response ask(RequiredActionContext context, Attempt attempt) {
        return context.form()
                .setAttribute("ispName", name(context, attempt.clientId()))
                .setAttribute("ispHost", attempt.ispHost())
                .setAttribute("browser", attempt.browser())
                .setAttribute("system", attempt.system())
                .setAttribute("startedAt", TIME.format(Instant.ofEpochSecond(attempt.startedAt())))
                .createForm("scan-approve.ftl");
    }

    static Response ended(RequiredActionContext context, Problem problem) {
        return context.form().setAttribute("problem", problem.code()).createForm("scan-ended.ftl");
    }

    private static String name(RequiredActionContext context, String clientId) {
        return Optional.ofNullable(context.getRealm().getClientByClientId(clientId))
                .map(ClientModel::getName)
                .filter(name -> !name.isBlank())
                .orElse(clientId);
    }
}
