package org.cyberspaceid.flows;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.cyberspaceid.clips.Portrait;
import org.cyberspaceid.core.document.DocumentType;
import org.cyberspaceid.core.outcome.Problem;
import org.cyberspaceid.harness.Secrets;
import org.cyberspaceid.sandbox.Eventually;
import org.cyberspaceid.sandbox.IspKnowledge;
import org.cyberspaceid.sandbox.Sandbox;
import org.cyberspaceid.sandbox.citizen.Browser;
import org.cyberspaceid.sandbox.citizen.Citizen;
import org.cyberspaceid.sandbox.citizen.TurningHead;
import org.cyberspaceid.sandbox.citizen.VirtualCitizen;
import org.cyberspaceid.virtual.DocumentOrder;
import org.cyberspaceid.virtual.PortraitFormat;
import org.cyberspaceid.virtual.SandboxAuthority;
import org.cyberspaceid.virtual.Variant;
import org.cyberspaceid.virtual.VirtualDocument;
import org.keycloak.admin.client.Keycloak;

/** One running server for all flow tests, and the people in it. Each citizen has a document and a number of their own. */
final class World {
    private static final String PASSWORD = "40718263";
    private static final String NAME = "陈晓雨";
    private static final LocalDate BORN = LocalDate.of(1991, 4, 23);
    private static final AtomicInteger MOBILES = new AtomicInteger(10_000_000);
    private static World started;

    private final Server server = new Server();
    private final SandboxAuthority authority =
            SandboxAuthority.openOrCreate(sandbox().harness().folder().resolve("authority"));
    private final Map<VirtualCitizen, Citizen> citizens = new ConcurrentHashMap<>();

    private World() {}

    /** What makes a browser a known device. */
    static final String DEVICE_COOKIE = "__Secure-CID_DEVICE";

    static synchronized World get() {
        if (started == null) {
            started = new World();
        }
        return started;
    }

    // People

    VirtualDocument document(DocumentType type, Variant variant, Portrait portrait) {
        return document(type, variant, portrait, BORN);
    }

    /** The authority issues a document of the same number anew, with this portrait. */
    VirtualDocument issuedAgain(VirtualDocument before, Portrait portrait) {
        return authority.issueAgain(before, order(before.type(), Variant.GENUINE, portrait, before.birthDate()));
    }

    /** A document with this last day. */
    VirtualDocument documentUntil(DocumentType type, LocalDate expiresOn, Portrait portrait) {
        return authority.issue(order(type, Variant.GENUINE, portrait, BORN), expiresOn);
    }

    VirtualDocument documentOfAge(int years, Portrait portrait) {
        return document(
                DocumentType.RESIDENT_ID_CARD,
                Variant.GENUINE,
                portrait,
                LocalDate.now().minusYears(years).minusDays(30));
    }

    private VirtualDocument document(DocumentType type, Variant variant, Portrait portrait, LocalDate born) {
        return authority.issue(order(type, variant, portrait, born));
    }

    private static DocumentOrder order(DocumentType type, Variant variant, Portrait portrait, LocalDate born) {
        return new DocumentOrder(
                type, NAME, Optional.of("CHEN XIAOYU"), born, portrait.jpeg(), PortraitFormat.JPEG2000, variant);
    }

    VirtualCitizen citizen(Portrait face) {
        return citizen(document(DocumentType.RESIDENT_ID_CARD, Variant.GENUINE, face), face);
    }

    /** @param language that the browser asks for */
    VirtualCitizen citizenReading(String language, Portrait face) {
        return citizen(
                new Citizen(
                        document(DocumentType.RESIDENT_ID_CARD, Variant.GENUINE, face), face, freshMobile(), PASSWORD),
                new Browser(language));
    }

    VirtualCitizen citizen(VirtualDocument document, Portrait face) {
        return citizen(document, face, PASSWORD);
    }

    VirtualCitizen citizen(VirtualDocument document, Portrait face, String password) {
        return citizen(new Citizen(document, face, freshMobile(), password));
    }

    VirtualCitizen citizenWithMobile(Portrait face, String mobile) {
        return citizen(
                new Citizen(document(DocumentType.RESIDENT_ID_CARD, Variant.GENUINE, face), face, mobile, PASSWORD));
    }

    /** Somebody who sits down at another person's browser, with a document of their own. */
    VirtualCitizen citizenInTheBrowserOf(VirtualCitizen other, VirtualDocument document, Portrait face) {
        return citizen(new Citizen(document, face, freshMobile(), PASSWORD), other.browser());
    }

    private VirtualCitizen citizen(Citizen self) {
        return citizen(self, new Browser("zh-Hans"));
    }

    private VirtualCitizen citizen(Citizen self, Browser browser) {
        // The desk of the moment: after a kill it is another one.
        VirtualCitizen citizen = new VirtualCitizen(
                self, browser, (link, document) -> sandbox().desk().claim(link, document), this::texts);
        citizens.put(citizen, self);
        return citizen;
    }

    /** The same person at another browser, which knows nothing yet. */
    VirtualCitizen atAnotherBrowser(VirtualCitizen citizen) {
        return citizen(citizens.get(citizen));
    }

    String mobileOf(VirtualCitizen citizen) {
        return citizens.get(citizen).mobile();
    }

    String passwordOf(VirtualCitizen citizen) {
        return citizens.get(citizen).password();
    }

    /** A mainland mobile number that nobody has used. */
    String freshMobile() {
        return "+86139" + MOBILES.incrementAndGet();
    }

    /** From the notice to "your Cyberspace ID", which is not left yet. */
    void walkToTheDonePage(VirtualCitizen citizen) {
        Citizen self = citizens.get(citizen);
        citizen.agree();
        citizen.chooseDocument(self.document().type());
        citizen.readDocument();
        citizen.goOn("enrol-document-verified");
        citizen.showFace(new TurningHead(self.face()));
        citizen.giveMobile();
        citizen.choosePassword(self.password());
    }

    /** Signs in at the first ISP from a browser without a past, by a code, and has the device remembered. */
    void remember(VirtualCitizen citizen) {
        citizen.browser().forgetEverything();
        citizen.open(button(0));
        int before = texts(mobileOf(citizen)).size();
        citizen.submit(Map.of("username", mobileOf(citizen), "password", passwordOf(citizen)));
        citizen.expect("sign-in-sms-code");
        citizen.submit(Map.of("sms_code", smsCode(mobileOf(citizen), before), "remember_device", "yes"));
        citizen.consent();
    }

    // Messages

    List<String> texts(String mobile) {
        return sandbox().desk().texts(mobile);
    }

    String smsCode(String mobile) {
        return smsCode(mobile, 0);
    }

    String smsCode(String mobile, int messagesBefore) {
        String[] code = new String[1];
        eventually(Duration.ofSeconds(10), () -> {
            assertThat(texts(mobile)).hasSizeGreaterThan(messagesBefore);
            code[0] = texts(mobile).get(0).replaceAll("(?s).*?(?<!\\d)(\\d{6})(?!\\d).*", "$1");
        });
        return code[0];
    }

    void letSmsLimitsPass() {
        sandbox().letSmsLimitsPass();
    }

    void withoutOutbox(Runnable action) {
        sandbox().desk().withOutboxDown(action);
    }

    void withoutRegistry(Runnable action) {
        sandbox().desk().withRegistryAway(action);
    }

    /** The population registry knows that two documents are one person's. */
    void onePerson(VirtualDocument one, VirtualDocument other) {
        authority.register().onePerson(one, other);
    }

    // Servers

    Sandbox sandbox() {
        return server.sandbox();
    }

    Keycloak admin() {
        return server.admin();
    }

    /** The power goes, and comes back. */
    void killEverythingAndStartAgain() {
        server.killEverythingAndStartAgain();
    }

    URI button(int isp) {
        return sandbox().signInButtons().get(isp);
    }

    /** The address that asks for a new ID in so many words (OpenID Connect Prompt Create 1.0). */
    URI registrationAddress(VirtualCitizen citizen, int isp) {
        String location = citizen.browser()
                .fetch(button(isp))
                .headers()
                .firstValue("Location")
                .orElseThrow();
        return URI.create(location + "&prompt=create");
    }

    /** What an ISP received of the citizen who just came back to it. */
    JsonNode received(VirtualCitizen citizen, int isp) {
        URI session = button(isp).resolve("/session.json");
        assertThat(citizen.at().address().getAuthority())
                .as("back at the ISP; stands at " + citizen.at())
                .isEqualTo(session.getAuthority());
        JsonNode received = Answers.json(citizen.browser().fetch(session).body());
        assertThat(received.path("sub").asText()).as("signed in: " + received).isNotEmpty();
        return received;
    }

    /** What userinfo answers to an access token, as its ISP asks. */
    HttpResponse<String> userinfo(String accessToken) {
        try {
            return HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(issuer() + "/protocol/openid-connect/userinfo"))
                                    .header("Authorization", "Bearer " + accessToken)
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }

    /** Whether an ISP received anybody in this browser. */
    boolean isSignedIn(VirtualCitizen citizen, int isp) {
        HttpResponse<String> session = citizen.browser().fetch(button(isp).resolve("/session.json"));
        return session.statusCode() == 200
                && !Answers.json(session.body()).path("sub").asText().isEmpty();
    }

    /** What an ISP knows, introspection included. */
    IspKnowledge knowledge(int isp, JsonNode received) {
        return IspKnowledge.of(sandbox(), isp, received);
    }

    void withoutFaceWorker(Runnable action) {
        sandbox().harness().faceWorker().stop();
        try {
            action.run();
        } finally {
            sandbox().harness().faceWorker().start();
        }
    }

    void endSessions() {
        try (Keycloak admin = server.admin()) {
            admin.realm("cyberspace-id").logoutAll();
        }
    }

    /** The part of the first demo ISP, for a test to play. */
    IspBackEnd firstIspsBackEnd() {
        return new IspBackEnd(
                sandbox().harness().issuer(),
                button(0).resolve("/login/oauth2/code/cyberspace-id"),
                new Secrets(sandbox().harness().folder().resolve("secrets")).value("demo-isp-library"));
    }

    Path folder() {
        return sandbox().harness().folder();
    }

    String issuer() {
        return sandbox().harness().issuer();
    }

    /** What an operator does with the vault's keys. */
    void vaultKeys(String... command) {
        sandbox().harness().vaultKeys(command);
    }

    // What was written

    void sql(String statement) {
        server.database().sql(statement);
    }

    /** What the vault keeps, as somebody with the database and the files sees it. */
    VaultView vault() {
        return new VaultView(server.database(), sandbox().harness().folder(), logFolder());
    }

    Traces traces() {
        return Traces.in(sandbox().harness().jdbcUrl());
    }

    void letEnrolmentsExpire() {
        server.database().sql("update cid_enrolment set deadline = deadline - 3600000");
    }

    /** As if ten minutes had passed for every link and reading; enrolments last longer. */
    void letHandOffsExpire() {
        server.database()
                .sql("update cid_enrolment set deadline = deadline - 600000"
                        + " where deadline < extract(epoch from now()) * 1000 + 600000");
    }

    /** What all these people have in common. */
    static List<Needle> needles() {
        return List.of(
                Needle.text("name", NAME),
                Needle.text("Latin name", "CHEN XIAOYU"),
                Needle.text("MRZ name", "CHEN<<XIAOYU"),
                Needle.text("birth date", BORN.toString()),
                Needle.text("birth date, basic form", BORN.toString().replace("-", "")),
                Needle.text("password", PASSWORD));
    }

    String jdbcUrl() {
        return sandbox().harness().jdbcUrl();
    }

    Path logFolder() {
        return sandbox().harness().logFolder();
    }

    Haystack haystack() {
        try {
            return Haystack.read(jdbcUrl(), logs());
        } catch (IOException | java.sql.SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    Dump dump() {
        return dump(Dump.NONE);
    }

    /** @param before an earlier one, whose work need not be done again */
    Dump dump(Dump before) {
        try {
            return Dump.read(jdbcUrl(), logs(), before);
        } catch (IOException | java.sql.SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private List<Path> logs() throws IOException {
        try (Stream<Path> logs = Files.list(logFolder())) {
            return logs.filter(Files::isRegularFile).toList();
        }
    }

    /** An event tells of the refusal, by its code and nothing of the person. */
    void expectRefusal(Problem problem) {
        eventually(
                Duration.ofSeconds(5),
                () -> assertThat(server.lastErrors("REGISTER_ERROR"))
                        .as("events")
                        .contains(problem.code()));
    }

    void expectLoginRefusal(String error) {
        eventually(
                Duration.ofSeconds(5),
                () -> assertThat(server.lastErrors("LOGIN_ERROR")).contains(error));
    }

    /** Tries until the assertion holds or the time is over. */
    void eventually(Duration patience, Runnable assertion) {
        Eventually.holds(patience, assertion);
    }
}
