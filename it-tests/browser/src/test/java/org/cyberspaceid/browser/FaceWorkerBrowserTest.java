package org.cyberspaceid.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.LinkedHashMap;
import java.util.Map;
import org.cyberspaceid.clips.Portrait;
import org.cyberspaceid.clips.Portraits;
import org.cyberspaceid.harness.FaceWorker;
import org.junit.jupiter.api.Test;

/** The camera page while the face worker is away: it says so, in every language, comes again by itself, and goes on. */
class FaceWorkerBrowserTest {
    private static final Portrait SELF = Portraits.all().get(3);
    private static final LocatorAssertions.HasTextOptions PATIENCE =
            new LocatorAssertions.HasTextOptions().setTimeout(20_000);

    private final RunningSandbox sandbox = RunningSandbox.get();
    private final Desk desk = new Desk(sandbox.desk());

    @Test
    void thePageSaysThatItWaitsAndGoesOnByItself() {
        String document = desk.document(SELF.jpeg(), "resident_id_card", "林子晴", "1990-02-11", "genuine");
        Map<String, String> waiting = new LinkedHashMap<>();
        waiting.put("en", "The face check is busy. Keep this page open, we are trying again…");
        waiting.put("zh-Hant", "核驗服務正忙，請保持頁面打開，馬上重試…");
        waiting.put("zh-Hans", "核验服务正忙，请保持页面打开，马上重试…");
        FaceWorker worker = sandbox.faceWorker();
        try (BrowserContext citizen = sandbox.browser(FakeCamera.following(SELF))) {
            Page page = citizen.newPage();
            EnrolmentPages enrolment = toTheFaceCheck(page, document);
            worker.kill();
            waiting.forEach((language, words) -> {
                enrolment.screens().speak(language);
                enrolment.goOnFrom("enrol-face");
                assertThat(page.locator("[data-hint-text]")).hasText(words, PATIENCE);
            });
            worker.start();
            try {
                page.locator("[data-page='enrol-mobile']").waitFor(new Locator.WaitForOptions().setTimeout(60_000));
            } finally {
                enrolment.screens().leave("face-worker");
            }
        } finally {
            worker.start();
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
        enrolment.expect("enrol-face");
        return enrolment;
    }
}
