package org.cyberspaceid.demoisp;

import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** The page with the button, and what the ISP received. */
@Controller
class Pages {
    private final String name;
    private final OAuth2AuthorizedClientRepository authorizedClients;

    Pages(@Value("${isp.name}") String name, OAuth2AuthorizedClientRepository authorizedClients) {
        this.name = name;
        this.authorizedClients = authorizedClients;
    }

    @GetMapping("/")
    String home(
            @AuthenticationPrincipal OidcUser person,
            @RequestParam(name = "error", required = false) String error,
            Model model) {
        model.addAttribute("isp", name);
        model.addAttribute("error", error == null || error.matches("[a-z_]{1,40}") ? error : "sign_in_failed");
        if (person != null) {
            model.addAttribute("received", Received.from(name, person, null));
        }
        return "home";
    }

    /** The same for programs that hold the session cookie; the raw tokens too, since the ISP has them. */
    @GetMapping("/session.json")
    @ResponseBody
    ResponseEntity<Object> session(
            OAuth2AuthenticationToken signedIn, jakarta.servlet.http.HttpServletRequest request) {
        if (signedIn == null || !(signedIn.getPrincipal() instanceof OidcUser person)) {
            return ResponseEntity.status(HttpStatus.UNAUTHORIZED).body(Map.of("error", "not_signed_in"));
        }
        OAuth2AuthorizedClient client =
                authorizedClients.loadAuthorizedClient(signedIn.getAuthorizedClientRegistrationId(), signedIn, request);
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(Received.from(name, person, client));
    }

    @GetMapping("/healthz")
    @ResponseBody
    String health() {
        return "ok";
    }
}
