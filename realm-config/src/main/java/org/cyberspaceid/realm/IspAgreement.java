package org.cyberspaceid.realm;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/**
 * What was agreed with an ISP beyond its client's settings. In the console it is the mapper "ISP contract" of the client.
 *
 * @param alternativeSignIn how people can use the service without the ID, as the ISP attested; nobody can sign in without it
 * @param sector the host that network numbers derive from, for a service that moved and keeps its users' numbers
 * @param nonceInsteadOfPkce for a confidential client whose software cannot do PKCE
 * @param conformanceTestUntil for the OpenID Foundation's suite alone: the last day, ISO 8601, without PKCE and nonce
 * @param securityEventsEndpoint where Security Event Tokens go
 * @param legalBasis why values may be disclosed, if they may
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record IspAgreement(
        @JsonProperty(required = true) String alternativeSignIn,
        Optional<String> sector,
        boolean nonceInsteadOfPkce,
        Optional<String> conformanceTestUntil,
        Optional<String> securityEventsEndpoint,
        Optional<LegalBasis> legalBasis) {

    private static final String MAPPER = "isp-contract";

    public IspAgreement {
        sector = sector == null ? Optional.empty() : sector;
        conformanceTestUntil = conformanceTestUntil == null ? Optional.empty() : conformanceTestUntil;
        securityEventsEndpoint = securityEventsEndpoint == null ? Optional.empty() : securityEventsEndpoint;
        legalBasis = legalBasis == null ? Optional.empty() : legalBasis;
    }

    /** The least there is: an attestation. */
    public static IspAgreement of(String alternativeSignIn) {
        return new IspAgreement(alternativeSignIn, null, false, null, null, null);
    }

    /**
     * Why an ISP may be told values.
     *
     * @param code short and stable, for receipts
     * @param law, purpose, retention as people will read them
     * @param values of {@code name}, {@code document_number}, {@code birth_date}, {@code document_type}, {@code mobile}
     */
    public record LegalBasis(
            @JsonProperty(required = true) String code,
            @JsonProperty(required = true) String law,
            @JsonProperty(required = true) String purpose,
            @JsonProperty(required = true) String retention,
            @JsonProperty(required = true) List<String> values) {}

    /** Whether a request may come without PKCE. */
    boolean pkceIsOptional() {
        return nonceInsteadOfPkce || conformanceTestUntil.isPresent();
    }

    /** As the client's one mapper. */
    ObjectNode mapper() {
        ObjectNode mapper = Json.MAPPER.createObjectNode();
        mapper.put("name", MAPPER);
        mapper.put("protocol", "openid-connect");
        mapper.put("protocolMapper", MAPPER);
        ObjectNode config = mapper.putObject("config");
        config.put("alternative-sign-in", alternativeSignIn);
        config.put("sector", sector.orElse(""));
        config.put("nonce-instead-of-pkce", String.valueOf(nonceInsteadOfPkce));
        config.put("conformance-test-until", conformanceTestUntil.orElse(""));
        config.put("security-events.endpoint", securityEventsEndpoint.orElse(""));
        config.put("legal-basis", legalBasis.map(LegalBasis::code).orElse(""));
        config.put("legal-basis.law", legalBasis.map(LegalBasis::law).orElse(""));
        config.put("legal-basis.purpose", legalBasis.map(LegalBasis::purpose).orElse(""));
        config.put(
                "legal-basis.retention", legalBasis.map(LegalBasis::retention).orElse(""));
        config.put(
                "legal-basis.values",
                legalBasis.map(basis -> String.join(" ", basis.values())).orElse(""));
        return mapper;
    }
}
