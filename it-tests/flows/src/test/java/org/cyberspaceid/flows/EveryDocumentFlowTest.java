package org.cyberspaceid.flows;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.cyberspaceid.clips.Portrait;
import org.cyberspaceid.clips.Portraits;
import org.cyberspaceid.core.document.AssuranceLevel;
import org.cyberspaceid.core.document.DocumentType;
import org.cyberspaceid.core.networknumber.NetworkNumber;
import org.cyberspaceid.sandbox.citizen.PageView;
import org.cyberspaceid.sandbox.citizen.TurningHead;
import org.cyberspaceid.sandbox.citizen.VirtualCitizen;
import org.cyberspaceid.virtual.Variant;
import org.cyberspaceid.virtual.VirtualDocument;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every document of the register enrols its holder. On each page of the way the citizen turns to the other language and back, so that
 * one enrolment shows both; the odd ones go on in English, the even ones in Chinese.
 */
class EveryDocumentFlowTest {
    private static final Portrait SELF = Portraits.all().get(2);
    private static final String CHINESE = "zh-Hans";
    private static final String ENGLISH = "en";

    private final World world = World.get();

    @ParameterizedTest
    @EnumSource(DocumentType.class)
    void enrolsInBothLanguages(DocumentType type) {
        VirtualDocument document = world.document(type, Variant.GENUINE, SELF);
        VirtualCitizen citizen = world.citizen(document, SELF);
        citizen.open(world.button(0));
        citizen.register();
        inBothLanguages(citizen, type, "enrol-notice");
        citizen.goOn("enrol-notice");
        inBothLanguages(citizen, type, "enrol-face-consent");
        citizen.goOn("enrol-face-consent");
        namedInBothLanguages(citizen, type, "enrol-document");
        citizen.chooseDocument(type);
        namedInBothLanguages(citizen, type, "enrol-reader");
        citizen.readDocument();
        namedInBothLanguages(citizen, type, "enrol-document-verified");
        assertThat(citizen.at().html().text()).contains(chipProofInWords(type));
        citizen.goOn("enrol-document-verified");
        inBothLanguages(citizen, type, "enrol-face");
        citizen.showFace(new TurningHead(SELF));
        inBothLanguages(citizen, type, "enrol-mobile");
        citizen.giveMobile();
        inBothLanguages(citizen, type, "enrol-password");
        citizen.choosePassword(world.passwordOf(citizen));
        namedInBothLanguages(citizen, type, "enrol-done");
        citizen.goOn("enrol-done");
        citizen.consent();

        JsonNode received = world.received(citizen, 0);
        assertThat(NetworkNumber.parse(received.path("sub").asText())).isPresent();
        assertThat(received.path("userinfo").path("identity_verified").asBoolean())
                .isTrue();
    }

    private static void namedInBothLanguages(VirtualCitizen citizen, DocumentType type, String page) {
        for (String language : languages(type)) {
            turnTo(citizen, language, page);
            String name = language.equals(ENGLISH)
                    ? type.displayName().en()
                    : type.displayName().zhHans();
            assertThat(citizen.at().html().body().text())
                    .as(page + " in " + language)
                    .contains(name);
        }
    }

    private static void inBothLanguages(VirtualCitizen citizen, DocumentType type, String page) {
        for (String language : languages(type)) {
            turnTo(citizen, language, page);
        }
    }

    /** The one to go on in is the last. */
    private static List<String> languages(DocumentType type) {
        return type.ordinal() % 2 == 0 ? List.of(ENGLISH, CHINESE) : List.of(CHINESE, ENGLISH);
    }

    private static void turnTo(VirtualCitizen citizen, String language, String page) {
        citizen.expect(page);
        if (!languageOf(citizen.at()).equals(language)) {
            citizen.open(citizen.at().link("a[hreflang=" + language + "]"));
            citizen.expect(page);
        }
        assertThat(languageOf(citizen.at())).as(page).isEqualTo(language);
        assertThat(isChinese(citizen.at().html().selectFirst("h1").text()))
                .as("the heading of " + page + " in " + language)
                .isEqualTo(language.equals(CHINESE));
    }

    private static String languageOf(PageView page) {
        return page.attribute("html", "lang").orElseThrow();
    }

    private static boolean isChinese(String text) {
        return text.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
    }

    /** What "verified" says of the chip, in the language the citizen goes on in. */
    private static String chipProofInWords(DocumentType type) {
        boolean english = languages(type).get(1).equals(ENGLISH);
        if (type.assurance() == AssuranceLevel.PROVEN) {
            return english ? "Confirmed as the original" : "已确认是原件";
        }
        return english ? "Confirmed by the reading service" : "已由读证服务确认";
    }
}
