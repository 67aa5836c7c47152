package org.cyberspaceid.sandbox.desk;

import static org.cyberspaceid.sandbox.desk.Html.both;

/** The population registry: what it does now, and how to have it say no or nothing. */
final class RegistryPage {
    private RegistryPage() {}

    static String of(boolean away) {
        return Html.page(
                "人口登记 Population registry",
                """
                <p>%s</p>
                <p role="status" class="state">%s</p>
                <form method="post" action="/registry"><input type="hidden" name="state" value="%s">
                <p><button type="submit">%s</button></p></form>
                <h2>%s</h2>
                <p>%s</p>
                <h2>%s</h2>
                <p>%s</p>
                <form method="post" action="/registry/persons">
                <p><label for="documentId">证件编号 Document id</label><input id="documentId" name="documentId" required autocomplete="off"></p>
                <p><label for="otherDocumentId">另一份证件的编号 The other document's id</label><input id="otherDocumentId" name="otherDocumentId" required autocomplete="off"></p>
                <p><button type="submit">登记 Register</button></p></form>
                """.formatted(
                                both(
                                        "这是沙盒自己的登记系统，不是真的。它只知道沙盒机关签发的证件。每份读过的证件都要由它确认。",
                                        "It is the sandbox's own and not a real one. It knows the documents that the sandbox authority issued, and is asked about every document that was read."),
                                away
                                        ? both(
                                                "现在不回应：申请人会看到“请稍后再试”。",
                                                "It does not answer now: who applies is told to try again shortly.")
                                        : both("现在正常回应。", "It answers now."),
                                away ? "answers" : "away",
                                away ? "让它恢复 Have it answer again" : "让它不回应 Have it not answer",
                                both("让它说“不”", "Have it say no"),
                                both(
                                        "制作变体为 reported-lost 的证件：证件本身是真的，但已挂失，只有登记系统知道。",
                                        "Make a document of the variant reported-lost: genuine in every way, but reported lost, which the registry alone can tell."),
                                both("同一个人的两份证件", "Two documents of one person"),
                                both(
                                        "登记之后再申请：有了第一份证件的网号，就不能用第二份再申请。",
                                        "Register them before either is used: who has an ID by the first then gets none by the second.")));
    }
}
