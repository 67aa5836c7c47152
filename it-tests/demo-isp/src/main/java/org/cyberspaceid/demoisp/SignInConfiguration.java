package org.cyberspaceid.demoisp;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.web.util.UriComponentsBuilder;

/** Spring Security's own OAuth 2 login with PKCE; the rest is pages. */
@Configuration
class SignInConfiguration {

    @Bean
    SecurityFilterChain signIn(
            HttpSecurity http, ClientRegistrationRepository clients, @Value("${isp.base-url}") String baseUrl)
            throws Exception {
        var signOut = new OidcClientInitiatedLogoutSuccessHandler(clients);
        signOut.setPostLogoutRedirectUri(baseUrl + "/");
        return http.authorizeHttpRequests(requests -> requests.requestMatchers(
                                "/", "/healthz", "/isp.css", "/cyberspace-id/*", "/error", "/session.json")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .oauth2Login(login -> login.loginPage("/")
                        .defaultSuccessUrl("/", true)
                        .failureHandler(showTheErrorCode())
                        .authorizationEndpoint(
                                endpoint -> endpoint.authorizationRequestResolver(authorizationRequests(clients))))
                .logout(logout -> logout.logoutSuccessHandler(signOut))
                .build();
    }

    private static OAuth2AuthorizationRequestResolver authorizationRequests(ClientRegistrationRepository clients) {
        var resolver = new DefaultOAuth2AuthorizationRequestResolver(
                clients, OAuth2AuthorizationRequestRedirectFilter.DEFAULT_AUTHORIZATION_REQUEST_BASE_URI);
        resolver.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
        return resolver;
    }

    /** By default Spring asks only when a scope promises a name or an address there. */
    @Bean
    OidcUserService alwaysAskUserinfo() {
        OidcUserService service = new OidcUserService();
        service.setRetrieveUserInfo(request -> true);
        return service;
    }

    private static AuthenticationFailureHandler showTheErrorCode() {
        return (request, response, failure) -> {
            String code = failure instanceof OAuth2AuthenticationException e
                    ? e.getError().getErrorCode()
                    : "sign_in_failed";
            response.sendRedirect(UriComponentsBuilder.fromPath("/")
                    .queryParam("error", "{code}")
                    .encode()
                    .buildAndExpand(code)
                    .toUriString());
        };
    }
}
