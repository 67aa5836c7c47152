@GetMapping("/me")
Map<String, Object> me(@AuthenticationPrincipal OidcUser person) {
    return Map.of("number", person.getSubject(), "adult", person.getClaimAsBoolean("age_over_18"));
}
