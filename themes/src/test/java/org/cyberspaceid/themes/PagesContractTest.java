package org.cyberspaceid.themes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cyberspaceid.core.claims.BooleanClaim;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What programs, password managers and the Java side rely on ({@code providers/docs/pages.md}, {@code sandbox.md}). */
class PagesContractTest {
    private static final Path CONTRACT = Path.of("../providers/docs/pages.md");
    private static final Pattern TEMPLATE = Pattern.compile("`([a-z-]+)\\.ftl`");

    private final Renderer renderer = new Renderer();

    @ParameterizedTest
    @CsvSource({
        "enrol-mobile, mobile, tel",
        "enrol-sms-code, sms_code, one-time-code",
        "enrol-password, password-new, new-password",
        "enrol-password, password-confirm, new-password",
        "login, username, tel",
        "login, password, current-password",
        "sign-in-sms-code, sms_code, one-time-code",
    })
    void inputsCarryTheStandardTokens(String sample, String name, String autocomplete) {
        assertThat(document(sample).expectFirst("input[name=" + name + "]").attr("autocomplete"))
                .isEqualTo(autocomplete);
    }

    @ParameterizedTest
    @CsvSource({
        "enrol-notice, continue decline",
        "enrol-face-consent, continue other_way back",
        "enrol-document, continue other_way cancel",
        "enrol-reader-waiting, continue new_link other_document cancel",
        "enrol-document-verified, continue other_document",
        "enrol-face, continue other_way cancel",
        "enrol-mobile, continue cancel",
        "enrol-sms-code, continue resend other_number",
        "enrol-password, continue",
        "enrol-done, continue add_passkey",
        "enrol-existing, continue",
        "enrol-renewed, continue",
        "recovery-start, continue cancel",
        "recovery-waits, cancel stop_recovery",
        "recovery-done, continue",
        "recovery-stop, stop_recovery continue",
        "change-mobile, continue cancel",
        "change-mobile-code, continue resend other_number cancel",
        "enrol-service-hall, back cancel",
        "enrol-problem, continue other_way cancel",
        "enrol-problem-service-hall, continue other_document cancel",
        "sign-in-sms-code, continue resend cancel",
        "login-passkey-only, passkey without_passkey",
        "sign-in-passkey, passkey sms cancel",
        "sign-in-passkey-recovering, passkey without_passkey",
        "webauthn-register, continue skip",
        "sign-in-frozen, continue cancel",
        "sign-in-frozen-no-face, cancel",
        "confirm, passkey face cancel",
        "confirm-passkey, passkey cancel",
        "confirm-by-face, face cancel",
        "confirm-by-code, code cancel",
        "confirm-by-nothing, cancel",
        "confirm-face, continue cancel",
        "confirm-code, continue resend cancel",
        "my-id, sign_out",
        "my-id-item, rename remove back",
        "sign-in-face, continue cancel",
        "sign-in-face-again, continue without_face cancel",
        "sign-in-face-ended, continue cancel",
        "sign-in-face-ended-skippable, continue cancel",
        "sign-in-scan, continue again password cancel",
        "sign-in-scan-ended, again password cancel",
        "scan-open, continue",
        "scan-approve, approve refuse",
        "scan-ended, close",
        "isp-consent, continue refuse",
        "isp-real-identity, provide withhold",
        "my-services, sign_out",
        "my-service, withdraw renew back",
        "my-service-renew, renew_confirmed back",
        "network-number, continue",
    })
    void offersExactlyTheseActions(String sample, String actions) {
        assertThat(document(sample).select("form button[name=action]").eachAttr("value"))
                .containsExactly(actions.split(" "));
    }

    @Test
    void theConsentToKeepTheFacesFeaturesIsABoxOfItsOwnThatNobodyTickedBefore() {
        Element box = document("enrol-face-consent").expectFirst("input[name=keep_template]");

        assertThat(box.attr("type")).isEqualTo("checkbox");
        assertThat(box.attr("value")).isEqualTo("yes");
        assertThat(box.hasAttr("checked")).isFalse();
        assertThat(box.hasAttr("required")).isFalse();
    }

    @Test
    void theReaderPageCarriesItsLinkAndItsInputs() {
        Document page = document("enrol-reader-waiting");

        assertThat(page.select("a[rel=reader]").attr("href"))
                .startsWith("https://id.example/")
                .contains("/reader/open#");
        assertThat(page.select("input[name=reader_code]")).hasSize(1);
        assertThat(page.select("input[name=cross_device][type=checkbox]").attr("value"))
                .isEqualTo("yes");
        assertThat(page.select("[data-status-url]")).hasSize(1);
        assertThat(page.select("svg.qr path").attr("d")).startsWith("M");
        assertThat(page.select("[data-cross-device][hidden]")).hasSize(1);
        assertThat(document("enrol-reader-claimed").select("[data-cross-device][hidden]"))
                .isEmpty();
        assertThat(page.select("details.code-entry[open]")).isEmpty();
        assertThat(document("enrol-reader-claimed").select("details.code-entry[open]"))
                .hasSize(1);
    }

    @Test
    void thePageThatWaitsForAPhoneCarriesItsLinkAndItsNumber() {
        Document page = document("sign-in-scan");

        assertThat(page.select("a[rel=approve]").attr("href"))
                .startsWith("https://id.example/")
                .contains("/scan#");
        assertThat(page.select("[data-number]").text()).isEqualTo("42");
        assertThat(page.select("[data-status-url]")).hasSize(1);
        assertThat(page.select("svg.qr path").attr("d")).startsWith("M");
        assertThat(document("scan-approve").text()).doesNotContain("42");
        assertThat(document("login").select("button[value=scan]")).isEmpty();
        assertThat(document("login-scan-offered").select("button[value=scan]").attr("form"))
                .isEqualTo("kc-form-login");
    }

    @Test
    void theCameraPageStatesItsPrompt() {
        Document page = document("enrol-face");

        assertThat(page.select("[data-prompt]")).hasSize(1);
        assertThat(page.select("[data-prompt]").attr("data-prompt")).isEqualTo("center");
        assertThat(page.select("[data-prompt] [aria-live]")).isNotEmpty();
        assertThat(page.select("[data-frames-url]")).hasSize(1);
    }

    @Test
    void theConsentPageOffersOptionalItemsTickedAndRequiredOnesNot() {
        Document page = document("isp-consent");

        assertThat(page.text()).contains("books.example", "7K3QX", "30 November 2027");
        assertThat(page.select("input[type=checkbox][checked]").eachAttr("name"))
                .containsExactlyElementsOf(Stream.of(BooleanClaim.values())
                        .map(claim -> "agree-" + claim.claimName())
                        .toList());
        assertThat(document("isp-consent-required").select("input[type=checkbox]"))
                .isEmpty();
        assertThat(document("isp-consent-required").text())
                .contains("cannot serve you without this", "You agreed to this before");
    }

    @Test
    void neitherPageSaysThatWhatIsAskedIsNotLearned() {
        assertThat(document("isp-consent").select(".ticks--no li")).hasSize(6);
        assertThat(document("isp-consent-required").select(".ticks--no li").eachText())
                .hasSize(4)
                .doesNotContain("Your name", "Your mobile number");
        for (String sample : List.of("isp-consent", "isp-consent-required", "isp-real-identity")) {
            assertThat(document(sample).select("footer").text())
                    .as("the promise of every page is true of this one")
                    .doesNotContain("never get")
                    .endsWith("only where a law requires it and you agree.");
        }
    }

    @Test
    void thePageAboutRealIdentityTicksNothing() {
        Document page = document("isp-real-identity");

        assertThat(page.select("input[type=checkbox]").eachAttr("name")).containsExactly("agree-name", "agree-mobile");
        assertThat(page.select("[checked]")).isEmpty();
    }

    /** WebAuthn, 5.1.4 and 5.1.3: what the server sent, and empty fields for what the authenticator answers. */
    @Test
    void thePasskeyFormsCarryTheChallengeAndComeBackWithTheAnswer() {
        for (String sample :
                List.of("login", "login-passkey-only", "sign-in-passkey", "sign-in-passkey-recovering", "confirm")) {
            Element part = document(sample).expectFirst("form [data-passkey=get]");
            assertThat(part.attr("data-challenge")).isEqualTo("Y2hhbGxlbmdl");
            assertThat(part.attr("data-allowed")).isEqualTo("a2V5");
            assertThat(document(sample).select("form [data-passkey-button]")).hasSize(1);
            assertThat(part.select("input[type=hidden]").eachAttr("name"))
                    .containsExactly("credentialId", "authenticatorData", "clientDataJSON", "signature", "userHandle");
        }
        assertThat(document("login").expectFirst("[data-passkey-button]").hasAttr("hidden"))
                .as("until the script finds that the browser knows passkeys")
                .isTrue();
        Element part = document("webauthn-register").expectFirst("form [data-passkey=create]");
        assertThat(part.attr("data-algorithms")).isEqualTo("-7,-8");
        assertThat(part.select("input[name=authenticatorLabel]")).isEmpty();
    }

    @Test
    void whoCannotSignInIsLedToTheRecovery() {
        for (String page : List.of("login", "sign-in-frozen", "sign-in-frozen-no-face")) {
            assertThat(document(page).select("a[href*=/enrolment/recover?]"))
                    .as(page)
                    .hasSize(1);
        }
    }

    @Test
    void theOwnPageNamesNoDeviceInAnAddress() {
        Document page = document("my-id");

        assertThat(page.select("button[form=my-id][name=item]").eachAttr("value"))
                .containsExactly("passkey:1", "device:1", "device:1");
        assertThat(page.select("a[href*=device], a[href*=passkey:], form[action*=device]"))
                .isEmpty();
    }

    @Test
    void everyServiceCanBeOpenedWithoutItsNameInAnAddress() {
        Document page = document("my-services");

        assertThat(page.select("button[form=my-services][name=service]").eachAttr("value"))
                .containsExactly("books", "club");
        assertThat(page.select("button[form=my-services]:not([name=service])").eachAttr("value"))
                .as("out of the way, so that nobody presses it by mistake")
                .isEqualTo(page.select("details button[name=action]").eachAttr("value"))
                .containsExactly("forget_face", "report_compromise");
        assertThat(document("my-services-none").select("[value=forget_face]"))
                .as("nothing is kept")
                .isEmpty();
        assertThat(page.select("form#my-services input[name=form_token]")).hasSize(1);
        assertThat(page.select("a[href*=books], form[action*=books]")).isEmpty();
        for (String about : List.of("my-service", "my-service-renew")) {
            assertThat(document(about).select("form input[type=hidden]").eachAttr("name"))
                    .containsExactly("form_token", "service");
        }
    }

    @Test
    void theCheckedNumberIsShownInGroupsAndTheMistypedOneIsThereAgain() {
        assertThat(document("network-number-right")
                        .select("[role=status] .number")
                        .text()
                        .replace(" ", ""))
                .isEqualTo("7K3QX-9F2MD-V0T4H-ZW8JB-N5C1R-6");
        assertThat(document("network-number-mistyped")
                        .select("input[name=number]")
                        .attr("value"))
                .isEqualTo("7K3QX-9F2MD");
    }

    @Test
    void theBandIsThereInTheSandboxOnly() {
        Sample login = sample("login");

        assertThat(renderer.render(login, Language.EN, "sandbox").document().select(".sandbox"))
                .hasSize(1);
        assertThat(renderer.render(login, Language.EN, "production").document().select(".sandbox"))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("problemPages")
    void aProblemIsSaidFirstAndLeadsToItsField(Sample sample) {
        Document page = renderer.render(sample, Language.EN).document();
        Element summary = page.expectFirst(".error-summary[role=alert][tabindex=-1]");

        assertThat(summary.attr("data-problem")).isEqualTo(sample.data().get("problem"));
        assertThat(page.title()).startsWith("Error: ");
        Element link = summary.expectFirst("a");
        Element input = page.getElementById(link.attr("href").substring(1));
        assertThat(input).as(link.attr("href")).isNotNull();
        assertThat(page.select("[aria-invalid=true]")).hasSize(1);
    }

    @Test
    void anUnknownProblemStillHasWords() {
        Document page = renderer.render(sample("enrol-mobile").with("problem", "not_a_code"), Language.EN)
                .document();

        assertThat(page.select(".error-summary h2").text()).isEqualTo("Something went wrong");
    }

    @Test
    void everyTemplateOfTheContractIsThere() throws IOException {
        Matcher templates = TEMPLATE.matcher(Files.readString(CONTRACT));
        List<String> missing = templates
                .results()
                .map(m -> m.group(1))
                .filter(t -> !Files.exists(Path.of("src/main/resources", LoginTheme.ROOT, t + ".ftl")))
                .toList();

        assertThat(missing).isEmpty();
    }

    @Test
    void keycloaksOtherPagesGetOurFrame() {
        Map<String, Object> code = Map.of("success", true, "code", "12345");
        Document page = renderer.render(new Sample("code", "code.ftl", Map.of("code", code)), Language.ZH_HANS)
                .document();

        assertThat(page.select(".brand")).hasSize(1);
        assertThat(page.select("h1")).hasSize(1);
    }

    static Stream<Sample> problemPages() {
        return SampleData.all().stream()
                .filter(
                        s -> s.data().containsKey("problem")
                                && !s.template()
                                        .matches(
                                                "(enrol-problem|sign-in-face|sign-in-face-ended|sign-in-frozen|sign-in-scan-ended|scan-open|scan-ended|webauthn-register|error)\\.ftl"));
    }

    private Document document(String name) {
        return renderer.render(sample(name), Language.EN).document();
    }

    private static Sample sample(String name) {
        return SampleData.all().stream()
                .filter(s -> s.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
