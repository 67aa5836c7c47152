package org.cyberspaceid.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.List;
import org.cyberspaceid.clips.Portrait;
import org.cyberspaceid.clips.Portraits;
import org.junit.jupiter.api.Test;

/** A person who has never been here: from the first ISP's button to two sign-ins, in a real browser. */
class EnrolmentBrowserTest {
    private static final String MOBILE = "+8613900139042";
    private static final String PASSWORD = "40718263";
    private static final List<String> BOOLEANS = List.of("identity_verified", "age_over_18", "phone_number_verified");

    private final RunningSandbox sandbox = RunningSandbox.get();
    private final Desk desk = new Desk(sandbox.desk());

    @Test
    void aNewPersonEnrolsAndSignsInAtTwoIsps() {
        Portrait portrait = Portraits.all().get(0);
        String document = desk.document(portrait.jpeg(), "passport", "陈晓雨", "1994-05-17", "genuine");
        try (BrowserContext citizen = sandbox.browser(FakeCamera.following(portrait))) {
            Page page = citizen.newPage();
            IspPages first = new IspPages(page, sandbox.isps().get(0));
            IspPages second = new IspPages(page, sandbox.isps().get(1));

            first.pressTheButton();
            SignInPages signIn = new SignInPages(page, desk);
            signIn.look();
            signIn.applyForAnId();
            enrol(page, document);

            JsonNode received = first.received();
            assertOnlyANumberAndThreeAnswers(0, received);

            second.pressTheButton();
            new EnrolmentPages(page, desk).consent();
            JsonNode elsewhere = second.received();
            assertOnlyANumberAndThreeAnswers(1, elsewhere);
            assertThat(elsewhere.path("sub").asText())
                    .isNotEqualTo(received.path("sub").asText());

            first.signOut();
            first.pressTheButton();
            sandbox.letSmsLimitsPass();
            signIn.signIn(MOBILE, PASSWORD);
            assertThat(first.received().path("sub").asText())
                    .isEqualTo(received.path("sub").asText());

            OwnPages own = new OwnPages(page, sandbox);
            own.values();
            own.numberCheck(received.path("sub").asText());
            own.services();
        }
    }

    /** One person, one ID: the same document and face again lead to the ID that is there. */
    @Test
    void whoHasAnIdIsToldSoAfterTheFaceCheck() {
        Portrait portrait = Portraits.all().get(2);
        String document = desk.document(portrait.jpeg(), "resident_id_card", "周一帆", "1988-09-30", "genuine");
        enrolAtTheFirstIsp(portrait, document, "+8613900139043");
        try (BrowserContext again = sandbox.browser(FakeCamera.following(portrait))) {
            EnrolmentPages enrolment = toTheFaceCheck(again.newPage(), document);
            enrolment.face();
            enrolment.expect("enrol-existing");
            enrolment.screens().look("14-existing");
        }
    }

    private void enrolAtTheFirstIsp(Portrait portrait, String document, String mobile) {
        try (BrowserContext first = sandbox.browser(FakeCamera.following(portrait))) {
            Page page = first.newPage();
            EnrolmentPages enrolment = toTheFaceCheck(page, document);
            enrolment.face();
            enrolment.typeMobileNumber(mobile);
            enrolment.typePassword(PASSWORD);
            enrolment.goOnFrom("enrol-done");
            enrolment.expect("isp-consent");
        }
    }

    private EnrolmentPages toTheFaceCheck(Page page, String document) {
        new IspPages(page, sandbox.isps().get(0)).pressTheButton();
        new SignInPages(page, desk).applyForAnId();
        EnrolmentPages enrolment = new EnrolmentPages(page, desk);
        enrolment.goOnFrom("enrol-notice");
        enrolment.goOnFrom("enrol-face-consent");
        enrolment.typeDocument("resident_id_card");
        enrolment.typeReaderCode(document);
        enrolment.goOnFrom("enrol-document-verified");
        return enrolment;
    }

    private void enrol(Page page, String document) {
        EnrolmentPages enrolment = new EnrolmentPages(page, desk);
        enrolment.notice();
        enrolment.chooseDocument("passport");
        enrolment.readDocument(document);
        enrolment.verifiedDocument();
        enrolment.face();
        enrolment.mobileNumber(MOBILE);
        enrolment.password(PASSWORD);
        enrolment.done();
        enrolment.consent();
    }

    private void assertOnlyANumberAndThreeAnswers(int isp, JsonNode received) {
        assertThat(sandbox.knowledge(isp, received).beyondWhatIsAllowed()).isEmpty();
        assertThat(received.path("sub").asText()).matches("[0-9A-HJKMNP-TV-Z]{26}");
        for (JsonNode claims : List.of(received.path("id_token"), received.path("userinfo"))) {
            assertThat(claims.path("sub").asText())
                    .isEqualTo(received.path("sub").asText());
            for (String name : BOOLEANS) {
                assertThat(claims.path(name).isBoolean()).as(name).isTrue();
                assertThat(claims.path(name).asBoolean()).as(name).isTrue();
            }
        }
    }
}
