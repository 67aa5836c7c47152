package org.cyberspaceid.demoisp;

import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.client.ClientAuthorizationException;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.annotation.RegisteredOAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** The page with the button, and what the ISP received. */
@Controller
class Pages {
    private static final String CLIENT = "cyberspace-id";

    private final String name;
    private final OAuth2AuthorizedClientRepository authorizedClients;
    private final OidcUserService people;

    Pages(
            @Value("${isp.name}") String name,
            OAuth2AuthorizedClientRepository authorizedClients,
            OidcUserService people) {
        this.name = name;
        this.authorizedClients = authorizedClients;
        this.people = people;
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

    /** What is true of the person now. Spring refreshes the access token first when its time is over. */
    @PostMapping("/ask-again")
    String askAgain(
            @AuthenticationPrincipal OidcUser person,
            @RegisteredOAuth2AuthorizedClient(CLIENT) OAuth2AuthorizedClient client,
            Model model) {
        OidcUser now = people.loadUser(
                new OidcUserRequest(client.getClientRegistration(), client.getAccessToken(), person.getIdToken()));
        model.addAttribute("isp", name);
        model.addAttribute("received", Received.from(name, now, null));
        return "home";
    }

    /** The session there is over: the person has to sign in anew. */
    @ExceptionHandler({ClientAuthorizationException.class, OAuth2AuthenticationException.class})
    String signInAnew() {
        return "redirect:/oauth2/authorization/" + CLIENT;
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
