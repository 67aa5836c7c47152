package org.cyberspaceid.signin.scan;

import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.cyberspaceid.core.outcome.Problem;
import org.cyberspaceid.liveface.QrPath;
import org.cyberspaceid.liveface.TabAddress;
import org.keycloak.authentication.AuthenticationFlowContext;

/** The pages of the screen that is to be signed in, see {@code docs/pages.md}. */
final class ScanPages {
    private ScanPages() {}

    static Response waiting(AuthenticationFlowContext context, String handle, Attempt attempt, Clock clock) {
        String link = PhoneSignIn.address(context.getSession()) + "#" + handle;
        QrPath qr = QrPath.of(link);
        Map<String, Object> scan = new HashMap<>();
        scan.put("href", link);
        scan.put("qr", qr.data());
        scan.put("qrSize", qr.size());
        scan.put("number", attempt.number());
        scan.put("state", visible(attempt.stage()));
        scan.put("statusUrl", TabAddress.of(context, ScanResourceFactory.PROVIDER_ID, ScanResource.STATUS));
        scan.put(
                "expiresInSeconds",
                Duration.between(clock.instant(), attempt.until()).toSeconds());
        return context.form().setAttribute("scan", scan).createForm("sign-in-scan.ftl");
    }

    static Response ended(AuthenticationFlowContext context, Problem problem) {
        return context.form().setAttribute("problem", problem.code()).createForm("sign-in-scan-ended.ftl");
    }

    /** As the page's script is told; all ends are one to it, and only the server says which. */
    static String visible(Attempt.Stage stage) {
        return switch (stage) {
            case WAITING, OPENED -> stage.name().toLowerCase(Locale.ROOT);
            default -> "ended";
        };
    }

    /** Empty for an address without a host. */
    static String host(String redirectUri) {
        String host = redirectUri == null ? null : URI.create(redirectUri).getHost();
        return host == null ? "" : host;
    }
}
