@Bean
OAuth2AuthorizationRequestResolver withPkce(ClientRegistrationRepository clients) {
    var requests = new DefaultOAuth2AuthorizationRequestResolver(clients, "/oauth2/authorization");
    requests.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
    return requests;
}
