package org.cyberspaceid.relyingparty.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.cyberspaceid.core.mode.DeploymentMode;
import org.cyberspaceid.core.networknumber.Sector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContractConfigTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 29);

    private final Map<String, String> form = new HashMap<>(Map.of(
            "alternative-sign-in", " by mail ",
            "sector", "old.example",
            "nonce-instead-of-pkce", "true",
            "security-events.endpoint", "https://shop.example/events",
            "legal-basis", "telecom-real-name",
            "legal-basis.law", "Telecom Law, 1",
            "legal-basis.purpose", "to sign a contract",
            "legal-basis.retention", "5 years",
            "legal-basis.values", "name document_number"));

    @Test
    void readsTheForm() {
        assertThat(config().fault()).isEmpty();
        assertThat(config().contract().alternativeSignIn()).contains("by mail");
        assertThat(config().contract().sector()).contains(new Sector("old.example"));
        assertThat(config().contract().nonceInsteadOfPkce()).isTrue();
        assertThat(config().contract().securityEvents()).contains(URI.create("https://shop.example/events"));
        assertThat(config().contract().legalBasis())
                .contains(new LegalBasis(
                        "telecom-real-name",
                        "Telecom Law, 1",
                        "to sign a contract",
                        "5 years",
                        Set.of("name", "document_number")));
    }

    @Test
    void anEmptyFormIsAContractWithoutAnything() {
        form.replaceAll((key, value) -> " ");
        assertThat(config().fault()).isEmpty();
        assertThat(config().contract().alternativeSignIn()).isEmpty();
        assertThat(config().contract().legalBasis()).isEmpty();
        assertThat(config().contract().nonceInsteadOfPkce()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-28", "2026-11-29", "2026-12-30"})
    void aConformanceTestHasAnEnd(String day) {
        form.put("conformance-test-until", day);
        assertThat(config().fault()).isEmpty();
        assertThat(config().contract().conformanceTestUntil()).contains(LocalDate.parse(day));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-12-31", "9999-12-31", "tomorrow", "2026-02-30", "29.11.2026"})
    void refusesAConformanceTestWithoutAnEndInSight(String day) {
        form.put("conformance-test-until", day);
        assertThat(config().fault()).hasValueSatisfying(f -> assertThat(f).startsWith("conformance-test-until: "));
        assertThat(config().contract().conformanceTestUntil())
                .as("as an import may bring it")
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://old.example", "Old.example", "old.example:8443", "-old.example", "old..example", "a b"})
    void refusesASectorThatIsNoHost(String sector) {
        form.put("sector", sector);
        assertThat(config().fault()).hasValueSatisfying(f -> assertThat(f).startsWith("sector: "));
    }

    @ParameterizedTest
    @CsvSource({
        "PRODUCTION,http://localhost:1/e",
        "SANDBOX,http://shop.example/e",
        "PRODUCTION,nonsense",
        "SANDBOX,https://x/#f"
    })
    void refusesAnEndpointThatIsNotHttps(DeploymentMode mode, String endpoint) {
        form.put("security-events.endpoint", endpoint);
        assertThat(new ContractConfig(form, mode, TODAY).fault())
                .hasValueSatisfying(f -> assertThat(f).startsWith("security-events.endpoint: "));
        assertThat(new ContractConfig(form, mode, TODAY).contract().securityEvents())
                .as("as an import may bring it")
                .isEmpty();
    }

    @Test
    void theSandboxTellsALoopbackEndpoint() {
        form.put("security-events.endpoint", "http://127.0.0.1:1/e");
        assertThat(new ContractConfig(form, DeploymentMode.SANDBOX, TODAY).fault())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "legal-basis",
                "legal-basis.law",
                "legal-basis.purpose",
                "legal-basis.retention",
                "legal-basis.values"
            })
    void aLegalBasisIsWholeOrAbsent(String missing) {
        form.put(missing, "");
        assertThat(config().fault()).hasValueSatisfying(f -> assertThat(f).startsWith("a legal basis has"));
    }

    @Test
    void refusesValuesThatCannotBeDisclosed() {
        form.put("legal-basis.values", "name portrait");
        assertThat(config().fault()).hasValueSatisfying(f -> assertThat(f).startsWith("legal-basis.values: of "));
    }

    @Test
    void refusesACodeThatIsNoCode() {
        form.put("legal-basis", "Telecom Law");
        assertThat(config().fault()).hasValueSatisfying(f -> assertThat(f).startsWith("legal-basis: "));
    }

    @Test
    void refusesABook() {
        form.put("legal-basis.law", "x".repeat(501));
        assertThat(config().fault()).contains("a value is longer than 500 characters");
    }

    private ContractConfig config() {
        return new ContractConfig(form, DeploymentMode.PRODUCTION, TODAY);
    }
}
