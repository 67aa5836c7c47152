package org.cyberspaceid.themes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.cyberspaceid.core.claims.BooleanClaim;
import org.cyberspaceid.core.document.DocumentType;
import org.cyberspaceid.core.kept.NoticeCategory;

/** Every page in the states that matter, with the attributes {@code providers/docs/pages.md} promises. */
final class SampleData {
    private static final String ISP = "星河书城";
    private static final String HOST = "books.example";
    private static final String NUMBER = "7K3QX-9F2MD-V0T4H-ZW8JB-N5C1R-6";

    private SampleData() {}

    static List<Sample> all() {
        List<Sample> all = new ArrayList<>();
        all.addAll(enrolment());
        all.addAll(reader());
        all.addAll(afterProblems());
        all.addAll(signIn());
        all.addAll(keycloaks());
        all.addAll(ownPages());
        all.addAll(recovery());
        return all;
    }

    private static final Map<String, Object> PASSKEY =
            Map.of("challenge", "Y2hhbGxlbmdl", "rpId", "id.example", "allowed", List.of("a2V5"));

    private static final Map<String, Object> CAMERA =
            Map.of("framesUrl", "/face?client_id=c&tab_id=t", "attemptsLeft", 3);

    /** Keycloak's own names. */
    private static final Map<String, Object> REGISTRATION = Map.of(
            "challenge", "Y2hhbGxlbmdl",
            "userid", "dXNlcg",
            "rpId", "id.example",
            "rpEntityName", "Cyberspace ID",
            "signatureAlgorithms", List.of(-7L, -8L),
            "excludeCredentialIds", "a2V5",
            "createTimeout", 300L,
            "suggestedName", "Chrome · Windows");

    static Map<String, Object> client(String name) {
        return Map.of("name", name, "clientId", "books", "baseUrl", "https://books.example/", "attributes", Map.of());
    }

    private static List<Sample> enrolment() {
        return List.of(
                step(1, "enrol-notice", Map.of("noticeVersion", "2026-11", "ispName", ISP, "ispHost", HOST))
                        .with("keptCategories", NoticeCategory.onThePage())
                        .with("registryAsked", true),
                step(1, "enrol-face-consent", Map.of("noticeVersion", "2026-11")),
                step(2, "enrol-document", Map.of("documentTypes", documentTypes())),
                step(2, "enrol-document-verified", verified("original")),
                step(2, "enrol-document-verified", verified("unprotected"))
                        .named("enrol-document-verified-unprotected"),
                step(
                        3,
                        "enrol-face",
                        Map.of("face", Map.of("framesUrl", "/face?client_id=c&tab_id=t", "attemptsLeft", 3))),
                step(4, "enrol-mobile", Map.of()),
                step(4, "enrol-sms-code", Map.of("maskedMobile", "*** **** 8000", "resendAfterSeconds", 60)),
                step(5, "enrol-password", Map.of()),
                step(
                        6,
                        "enrol-done",
                        Map.of(
                                "networkNumber",
                                NUMBER,
                                "ispName",
                                ISP,
                                "documentType",
                                "resident_id_card",
                                "expiresOn",
                                "2036-05-01")),
                page("enrol-existing", Map.of()),
                page("enrol-renewed", Map.of()),
                page("enrol-service-hall", Map.of("hall", Map.of("text", "", "bring", bring()))),
                page(
                                "enrol-service-hall",
                                Map.of("hall", Map.of("text", "人民路 1 号\n周一至周五 9:00–17:00", "bring", bring())))
                        .named("enrol-service-hall-with-text"),
                page("enrol-problem", Map.of("problem", "document_expired", "wayOn", "other_document")),
                step(3, "enrol-problem", Map.of("problem", "face_attempts_exhausted", "wayOn", "service_hall"))
                        .named("enrol-problem-service-hall"));
    }

    private static List<Sample> recovery() {
        String due = "2026-12-03T09:30";
        return List.of(
                step(1, "recovery-start", Map.of("ispName", ISP, "ispHost", HOST)),
                step(1, "enrol-face-consent", Map.of("noticeVersion", "2026-11", "recovering", true))
                        .named("enrol-face-consent-recovering"),
                step(3, "recovery-waits", Map.of("dueAt", due, "ispName", ISP)),
                step(6, "recovery-done", Map.of("ispName", ISP)),
                page("recovery-stop", Map.of("dueAt", due)),
                page("change-mobile", Map.of("mobile", "", "lost", false)),
                page("change-mobile", Map.of("mobile", "", "lost", true)).named("change-mobile-lost"),
                page("change-mobile-code", Map.of("maskedMobile", "*** **** 8000", "resendAfterSeconds", 60)));
    }

    private static List<Sample> reader() {
        return Arrays.asList("waiting", "claimed", "reading").stream()
                .map(state -> step(
                                2, "enrol-reader", Map.of("documentType", "resident_id_card", "reader", reader(state)))
                        .named("enrol-reader-" + state))
                .toList();
    }

    private static Map<String, Object> scan(String state) {
        return Map.of(
                "href",
                "https://id.example/realms/cyberspace-id/scan#q3b1cV2nq0Yl4cXo8r5tZw",
                "qr",
                QrLookalike.path(),
                "qrSize",
                QrLookalike.SIZE,
                "number",
                "42",
                "statusUrl",
                "/realms/cyberspace-id/scan/status?client_id=c&tab_id=t",
                "state",
                state,
                "expiresInSeconds",
                118);
    }

    private static Map<String, Object> reader(String state) {
        return Map.of(
                "href",
                "https://id.example/realms/cyberspace-id/reader/open#q3b1cV2nq0Yl4cXo8r5tZw",
                "qr",
                QrLookalike.path(),
                "qrSize",
                QrLookalike.SIZE,
                "statusUrl",
                "/realms/cyberspace-id/reader/status?client_id=c&tab_id=t",
                "state",
                state,
                "crossDevice",
                state.equals("claimed"),
                "expiresInSeconds",
                287);
    }

    private static List<Sample> afterProblems() {
        return List.of(
                step(
                                2,
                                "enrol-reader",
                                Map.of(
                                        "documentType",
                                        "passport",
                                        "reader",
                                        reader("claimed"),
                                        "problem",
                                        "reader_code_wrong"))
                        .named("enrol-reader-wrong-code"),
                step(4, "enrol-mobile", Map.of("mobile", "021 5555 0000", "problem", "mobile_number_not_supported"))
                        .named("enrol-mobile-problem"),
                step(
                                4,
                                "enrol-sms-code",
                                Map.of(
                                        "maskedMobile",
                                        "*** **** 8000",
                                        "resendAfterSeconds",
                                        0,
                                        "problem",
                                        "sms_code_wrong"))
                        .named("enrol-sms-code-problem"),
                step(5, "enrol-password", Map.of("problem", "password_pattern")).named("enrol-password-problem"),
                step(5, "enrol-password", Map.of("problem", "password_mismatch"))
                        .named("enrol-password-mismatch"),
                page("login", Map.of("login", Map.of("username", "13800138000"), "problem", "credentials_invalid"))
                        .named("login-problem"));
    }

    private static List<Sample> signIn() {
        return List.of(
                page("login", Map.of("passkey", PASSKEY)),
                page("login", Map.of("passkey", PASSKEY, "passkeyOnly", true)).named("login-passkey-only"),
                page("sign-in-passkey", Map.of("passkey", PASSKEY)),
                page("sign-in-passkey", Map.of("passkey", PASSKEY, "recovering", true))
                        .named("sign-in-passkey-recovering"),
                page("webauthn-register", REGISTRATION),
                page("webauthn-register", REGISTRATION)
                        .with("problem", "passkey_not_added")
                        .named("webauthn-register-again"),
                page("sign-in-frozen", Map.of("problem", "id_frozen", "facePossible", true)),
                page("sign-in-frozen", Map.of("problem", "id_frozen", "facePossible", false))
                        .named("sign-in-frozen-no-face"),
                page("confirm", Map.of("act", "freeze", "ways", List.of("passkey", "face"), "passkey", PASSKEY)),
                page("confirm", Map.of("act", "delete", "ways", List.of("passkey"), "passkey", PASSKEY))
                        .named("confirm-passkey"),
                page("confirm", Map.of("act", "freeze", "ways", List.of("face")))
                        .named("confirm-by-face"),
                page("confirm", Map.of("act", "delete", "ways", List.of("code")))
                        .named("confirm-by-code"),
                page("confirm", Map.of("act", "freeze", "ways", List.of())).named("confirm-by-nothing"),
                page("confirm-face", Map.of("act", "unfreeze", "face", CAMERA)),
                page(
                        "confirm-code",
                        Map.of("act", "freeze", "maskedMobile", "*** **** 8000", "resendAfterSeconds", 42)),
                page("sign-in-sms-code", Map.of("maskedMobile", "*** **** 8000", "resendAfterSeconds", 42)),
                page(
                        "sign-in-face",
                        Map.of(
                                "face",
                                Map.of("framesUrl", "/face?client_id=c&tab_id=t", "attemptsLeft", 3),
                                "skippable",
                                false)),
                page(
                                "sign-in-face",
                                Map.of(
                                        "face",
                                        Map.of("framesUrl", "/face?client_id=c&tab_id=t", "attemptsLeft", 2),
                                        "skippable",
                                        true,
                                        "problem",
                                        "face_not_matching"))
                        .named("sign-in-face-again"),
                page("sign-in-face-ended", Map.of("problem", "face_template_missing", "skippable", false)),
                page("sign-in-face-ended", Map.of("problem", "face_template_outdated", "skippable", true))
                        .named("sign-in-face-ended-skippable"),
                page("login", Map.of("scanOffered", true)).named("login-scan-offered"),
                page("sign-in-scan", Map.of("scan", scan("waiting"))),
                page("sign-in-scan", Map.of("scan", scan("opened"))).named("sign-in-scan-opened"),
                page("sign-in-scan-ended", Map.of("problem", "scan_expired")),
                page("scan-open", Map.of("approved", false)),
                page("scan-open", Map.of("approved", false, "problem", "scan_expired"))
                        .named("scan-open-expired"),
                page(
                        "scan-approve",
                        Map.of(
                                "ispName",
                                "云上图书馆",
                                "ispHost",
                                HOST,
                                "browser",
                                "Chrome",
                                "system",
                                "Windows",
                                "startedAt",
                                "14:05")),
                page("scan-ended", Map.of("problem", "scan_number_wrong")),
                page("scan-told", Map.of("approved", true)),
                page("scan-told", Map.of("approved", false)).named("scan-told-refused"),
                consent("isp-consent", items(false), List.of(), List.of()),
                consent("isp-consent-required", items(true), List.of("identity_match"), List.of("name", "mobile")),
                consent("isp-consent-number-only", List.of(), List.of(), List.of()),
                page(
                        "isp-real-identity",
                        Map.of(
                                "ispHost", HOST,
                                "law", "《网络安全法》第二十四条",
                                "purpose", "办理手机号码入网",
                                "retention", "合同结束后 5 年",
                                "values",
                                        List.of(
                                                Map.of("name", "name", "essential", true),
                                                Map.of("name", "mobile", "essential", false)))));
    }

    private static List<Map<String, Object>> items(boolean essential) {
        return Arrays.stream(BooleanClaim.values())
                .map(c -> Map.<String, Object>of(
                        "name", c.claimName(), "text", c.scope(), "essential", essential, "ticked", true))
                .toList();
    }

    private static Sample consent(String name, List<?> items, List<String> settled, List<String> values) {
        Map<String, Object> data = Map.of(
                "ispHost", HOST,
                "networkNumber", NUMBER,
                "until", "2027-11-30",
                "items", items,
                "settled", settled,
                "values", values);
        return page("isp-consent", data).named(name);
    }

    private static List<Sample> keycloaks() {
        Map<String, Object> error = Map.of("type", "error", "summary", "平台发来的请求有误。");
        return List.of(
                page("error", Map.of("message", error)),
                page("error", Map.of("problem", "enrolment_already_signed_in")).named("error-problem"),
                page("info", Map.of("message", Map.of("type", "success", "summary", "您已退出登录"))),
                page("login-page-expired", Map.of()),
                page("logout-confirm", Map.of("logoutConfirm", Map.of("code", "abc", "skipLink", false))));
    }

    private static List<Sample> ownPages() {
        Map<String, Object> books = service("books", ISP, List.of("age_over_18", "phone_verified"));
        Map<String, Object> club = service("club", "棋友会", List.of());
        return List.of(
                page("my-services", Map.of("formToken", "t", "services", List.of(books, club), "faceKept", true))
                        .with("myIdUrl", "/my-id"),
                page("my-services", Map.of("formToken", "t", "services", List.of(), "faceKept", false))
                        .with("myIdUrl", "/my-id")
                        .with("message", Map.of("type", "info", "summary", "已撤回同意。"))
                        .named("my-services-none"),
                page("my-service", Map.of("formToken", "t", "service", books)),
                page("my-service-renew", Map.of("formToken", "t", "service", books)),
                myId(
                        List.of(
                                item("device", "Chrome · Windows")
                                        .with("here", true)
                                        .data(),
                                item("device", "").data()),
                        List.of(item("passkey", "我的手机").data())),
                myId(List.of(), List.of()).named("my-id-none"),
                page(
                        "my-id-item",
                        Map.of("formToken", "t", "item", item("device", "").data())),
                page(
                                "my-id-item",
                                Map.of(
                                        "formToken",
                                        "t",
                                        "item",
                                        item("passkey", "我的手机").data()))
                        .named("my-id-item-passkey"),
                page("network-number", Map.of()),
                page("network-number", Map.of("networkNumber", NUMBER)).named("network-number-right"),
                page("network-number", Map.of("number", "7K3QX-9F2MD", "problem", "network_number_mistyped"))
                        .named("network-number-mistyped"));
    }

    private static Sample myId(List<?> devices, List<?> passkeys) {
        return page("my-id", Map.of("formToken", "t", "devices", devices, "passkeys", passkeys))
                .with("actionsUrl", "/my-id/actions")
                .with("servicesUrl", "/my-services");
    }

    private static Sample item(String kind, String name) {
        return page(kind, Map.of("key", kind + ":1", "kind", kind, "name", name, "lastUsedOn", "2026-11-28"));
    }

    private static Map<String, Object> service(String id, String name, List<String> learns) {
        return Map.of(
                "id", id,
                "name", name,
                "host", HOST,
                "networkNumber", NUMBER,
                "learns", learns,
                "expiresOn", "2027-11-30");
    }

    private static Map<String, Object> verified(String chipProof) {
        return Map.of(
                "maskedName", "**明",
                "documentType", "resident_id_card",
                "expiresOn", "2036-05-01",
                "chipProof", chipProof);
    }

    private static List<String> documentTypes() {
        return Arrays.stream(DocumentType.values()).map(DocumentType::code).toList();
    }

    private static List<String> bring() {
        return List.of("hall.bring.document", "hall.bring.mobile", "hall.bring.guardian");
    }

    private static Sample step(int step, String template, Map<String, Object> data) {
        return page(template, data).with("step", step).with("steps", 6);
    }

    private static Sample page(String template, Map<String, Object> data) {
        return new Sample(template, template + ".ftl", data);
    }
}
