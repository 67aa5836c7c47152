package org.cyberspaceid.sandbox.citizen;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cyberspaceid.core.document.DocumentType;
import org.cyberspaceid.core.outcome.Problem;

/**
 * A person without a browser: walks the real pages by HTTP, step by step or all the way. Each step takes the page that asks for it
 * and answers the page that comes next, whatever it is; {@link #at} is where the citizen stands.
 */
public final class VirtualCitizen {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final Duration BUSY_PAUSE = Duration.ofSeconds(3);
    private static final int MOST_TRIES = 6;
    private static final Set<String> COME_AGAIN =
            Set.of(Problem.FACE_SERVICE_UNAVAILABLE.code(), Problem.REGISTRY_UNAVAILABLE.code());
    private static final Pattern CODE = Pattern.compile("(?<!\\d)\\d{6}(?!\\d)");

    private final Citizen self;
    private final Browser browser;
    private final HandOff reader;
    private final Inbox phone;
    private PageView at;

    /** A person at the start, with a browser of their own. */
    public VirtualCitizen(Citizen self, Browser browser, HandOff reader, Inbox phone) {
        this.self = self;
        this.browser = browser;
        this.reader = reader;
        this.phone = phone;
    }

    public Browser browser() {
        return browser;
    }

    /** The page the citizen stands at. */
    public PageView at() {
        return at;
    }

    /** Opens an ISP's sign-in button, or an authorization URL. */
    public PageView open(URI start) {
        return to(browser.get(start));
    }

    /** Sends a form that an ISP's page has. */
    public PageView post(URI address, Map<String, String> fields) {
        return to(browser.post(address, fields));
    }

    /** From the sign-in page to the end of enrolment and back at the ISP. */
    public PageView enrol(URI start) {
        open(start);
        register();
        agree();
        return enrolFromTheDocument();
    }

    /** As {@link #enrol}, and lets the features of the face be kept. */
    public PageView enrolAndLetFaceBeKept(URI start) {
        open(start);
        register();
        agreeAndLetFaceBeKept();
        return enrolFromTheDocument();
    }

    private PageView enrolFromTheDocument() {
        proveDocument();
        showFace(new TurningHead(self.face()));
        giveMobile();
        choosePassword(self.password());
        goOn("enrol-done");
        return consent();
    }

    /** From the ISP's button through sign-in back to the ISP; consents when asked. */
    public PageView signIn(URI start) {
        open(start);
        if (at.is("login")) {
            typeCredentials(self.mobile(), self.password());
        }
        return consent();
    }

    /** Follows the link for those without an ID. */
    public PageView register() {
        expect("login");
        return to(browser.get(at.link("a[href*=registration]")));
    }

    /** Follows the link for those who cannot sign in, to the document's page. */
    public PageView cannotSignIn() {
        expect("login");
        to(browser.get(at.link("a[href*='/enrolment/recover']")));
        goOn("recovery-start");
        return goOn("enrol-face-consent");
    }

    /** Agrees to the notice and, separately, to the face check. */
    public PageView agree() {
        goOn("enrol-notice");
        return goOn("enrol-face-consent");
    }

    /** The same, with the box ticked that lets the features of the face be kept. */
    public PageView agreeAndLetFaceBeKept() {
        goOn("enrol-notice");
        expect("enrol-face-consent");
        return submit(Map.of("keep_template", "yes"));
    }

    public PageView chooseDocument(DocumentType type) {
        expect("enrol-document");
        return submit(Map.of("document_type", type.code()));
    }

    /** Chooses and reads the document; comes again when the page says "try again shortly", as people do. */
    public PageView proveDocument() {
        for (int tries = 1; ; tries++) {
            chooseDocument(self.document().type());
            readDocument();
            if (tries == MOST_TRIES || at.problem().filter(COME_AGAIN::contains).isEmpty()) {
                return goOn("enrol-document-verified");
            }
            FaceCheck.pause(BUSY_PAUSE);
            goOn("enrol-problem");
        }
    }

    /** Hands the link to the reader, types the reader's code, waits for the reading to end. */
    public PageView readDocument() {
        expect("enrol-reader");
        String code = reader.open(at.link("a[rel=reader]"), self.document());
        return typeReaderCode(code);
    }

    /** Types a code into the page; on success stays until the reading has ended and goes on as the page's script does. */
    public PageView typeReaderCode(String code) {
        expect("enrol-reader");
        submit(Map.of("reader_code", code, "cross_device", "yes"));
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (at.is("enrol-reader") && at.problem().isEmpty() && System.nanoTime() < deadline) {
            URI status = at.addressIn("data-status-url");
            if (isOver(browser.fetch(status))) {
                submit(Map.of());
            } else {
                FaceCheck.pause(PAUSE);
            }
        }
        return at;
    }

    /** Stands before the camera until the verdict. */
    public PageView showFace(Camera camera) {
        expect("enrol-face");
        return beforeTheCamera(camera);
    }

    /** The same where an ISP asks for a face at sign-in. */
    public PageView showFaceAtSignIn(Camera camera) {
        expect("sign-in-face");
        return beforeTheCamera(camera);
    }

    /** On whatever page has the camera. */
    public PageView beforeTheCamera(Camera camera) {
        new FaceCheck(browser, camera).run(at.addressIn("data-frames-url"));
        return submit(Map.of());
    }

    /** Types the mobile number and then the code that comes to it. */
    public PageView giveMobile() {
        return giveMobile(self.mobile());
    }

    /** The same with another number in the hand. */
    public PageView giveMobile(String mobile) {
        expect("enrol-mobile");
        int before = phone.texts(mobile).size();
        submit(Map.of("mobile", mobile));
        expect("enrol-sms-code");
        return submit(Map.of("sms_code", smsCode(mobile, before)));
    }

    public PageView choosePassword(String digits) {
        expect("enrol-password");
        return submit(Map.of("password-new", digits, "password-confirm", digits));
    }

    /** Types number and password, and the code where the device is not known. */
    public PageView typeCredentials(String mobile, String password) {
        expect("login");
        int before = phone.texts(mobile).size();
        submit(Map.of("username", mobile, "password", password));
        return at.is("sign-in-sms-code") ? submit(Map.of("sms_code", smsCode(mobile, before))) : at;
    }

    /** Types the own number and password; the page that comes next may ask for a code. */
    public PageView typeCredentials() {
        expect("login");
        return submit(Map.of("username", self.mobile(), "password", self.password()));
    }

    /** The same and the code where the device is not known, which is known from then on. */
    public PageView typeCredentialsAndBeRemembered() {
        int before = phone.texts(self.mobile()).size();
        typeCredentials();
        expect("sign-in-sms-code");
        return submit(Map.of("sms_code", smsCode(before), "remember_device", "yes"));
    }

    /** Agrees to everything, when the page asks; otherwise stays. */
    public PageView consent() {
        return at.is("isp-consent") ? submit(Map.of()) : at;
    }

    /** Agrees, but unticks these optional items, by their names in {@code providers/docs/pages.md}. */
    public PageView consentWithout(String... items) {
        expect("isp-consent");
        Map<String, String> fields = at.fields();
        for (String item : items) {
            if (fields.remove("agree-" + item) == null) {
                throw at.strayed("has no ticked item " + item);
            }
        }
        return to(browser.post(at.formAddress(), fields));
    }

    /** Presses the primary button of a page that must be this one. */
    public PageView goOn(String template) {
        expect(template);
        return submit(Map.of());
    }

    /** Presses a button that is not the primary one. */
    public PageView press(String action) {
        return submit(Map.of("action", action));
    }

    /** Sends the page's form with these fields typed in. */
    public PageView submit(Map<String, String> typed) {
        Map<String, String> fields = at.fields();
        fields.putAll(typed);
        return to(browser.post(at.formAddress(), fields));
    }

    /** Insists on a page. */
    public void expect(String template) {
        if (at == null || !at.is(template)) {
            throw new StrayedException("expected the page " + template + ", stands at " + at);
        }
    }

    /** The newest code that came after some messages; waits for it. */
    public String smsCode(int messagesBefore) {
        return smsCode(self.mobile(), messagesBefore);
    }

    private String smsCode(String mobile, int messagesBefore) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            List<String> texts = phone.texts(mobile);
            Matcher code = CODE.matcher(texts.size() > messagesBefore ? texts.get(0) : "");
            if (code.find()) {
                return code.group();
            }
            FaceCheck.pause(PAUSE);
        }
        throw at.strayed("stands there, but no SMS came");
    }

    private static boolean isOver(HttpResponse<String> status) {
        return status.body().matches("(?s).*\"(done|failed|expired)\".*");
    }

    private PageView to(PageView next) {
        at = next;
        return next;
    }
}
