package org.cyberspaceid.sandbox.desk;

import static org.cyberspaceid.sandbox.desk.Html.both;
import static org.cyberspaceid.sandbox.desk.Html.escape;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.cyberspaceid.core.document.DocumentType;
import org.cyberspaceid.sandbox.desk.Outbox.Message;
import org.cyberspaceid.sandbox.desk.Readings.Reading;
import org.cyberspaceid.sandbox.persona.Persona;
import org.cyberspaceid.virtual.Variant;
import org.cyberspaceid.virtual.VirtualDocument;

/** The desk's pages: plain HTML, Chinese and English side by side. The camera needs a script; the rest does not. */
final class DeskPages {
    private DeskPages() {}

    static String home() {
        return Html.page("沙盒服务台 Sandbox desk", """
                <p>%s</p>
                <ol class="steps">
                <li><a href="/documents">%s</a></li>
                <li>%s</li>
                <li><a href="/sms">%s</a></li>
                <li><a href="/registry">%s</a></li>
                <li><a href="/personas">%s</a></li>
                <li><a href="/simulator">%s</a></li>
                </ol>
                %s
                """.formatted(
                        both("这里的一切都是虚构的。", "Everything here is invented."),
                        both("制作一份虚拟证件", "Make a virtual document"),
                        both("用虚拟读卡器读取证件：见下", "Read it with the virtual reader: below"),
                        both("查看短信", "See the text messages"),
                        both("让人口登记系统说“不”或不回应", "Have the population registry say no, or nothing"),
                        both("已注册的虚拟公民", "Citizens who are enrolled already"),
                        both("选定的答案和选定的错误，给平台的开发者", "Chosen claims and chosen errors, for ISPs' developers"),
                        readForm("")));
    }

    static String documents(List<VirtualDocument> all) {
        String rows = all.stream()
                .map(d ->
                        "<tr><th scope=\"row\"><a href=\"/documents/%s\">%s</a></th><td>%s</td><td>%s</td><td>%s</td></tr>"
                                .formatted(
                                        escape(d.id()),
                                        escape(d.name()),
                                        escape(d.type().code()),
                                        escape(d.number()),
                                        escape(d.variant().code())))
                .collect(Collectors.joining("\n"));
        return Html.page(
                "虚拟证件 Virtual documents",
                documentForm() + "<h2>" + both("已制作的", "Made so far") + "</h2>"
                        + Html.table("姓名 Name|类型 Type|号码 Number|变体 Variant", rows));
    }

    private static String documentForm() {
        String types = Arrays.stream(DocumentType.values())
                .map(DocumentType::code)
                .map(DeskPages::option)
                .collect(Collectors.joining());
        String variants = Arrays.stream(Variant.values())
                .map(Variant::code)
                .map(DeskPages::option)
                .collect(Collectors.joining());
        return """
                <form method="post" action="/documents" enctype="multipart/form-data">
                <p><label for="type">类型 Type</label><select id="type" name="type">%s</select></p>
                <p><label for="name">姓名 Name</label><input id="name" name="name" required maxlength="80" autocomplete="off"></p>
                <p><label for="birthDate">出生日期 Birth date</label><input id="birthDate" name="birthDate" type="date" required></p>
                <p><label for="variant">变体 Variant</label><select id="variant" name="variant">%s</select></p>
                <p><label for="portrait">照片 Portrait (JPEG, PNG)</label><input id="portrait" name="portrait" type="file" accept="image/jpeg,image/png" required></p>
                <div data-camera hidden>
                <p>%s</p>
                <p><button type="button" data-camera-start>打开摄像头 Open the camera</button>
                <button type="button" data-camera-take hidden>拍照 Take the picture</button></p>
                <video muted playsinline width="320" height="240" hidden></video><p role="status" data-camera-status></p>
                </div>
                <p><button type="submit">制作 Make the document</button></p>
                </form>
                """.formatted(
                        types,
                        variants,
                        both(
                                "或用自己的摄像头拍照，之后您本人的脸即可通过检测。",
                                "Or take your own picture: your own face then passes the live check."));
    }

    static String document(VirtualDocument document) {
        return Html.page("虚拟证件 Virtual document", """
                <dl><dt>姓名 Name</dt><dd>%s</dd><dt>类型 Type</dt><dd>%s</dd><dt>号码 Number</dt><dd>%s</dd>
                <dt>出生日期 Birth date</dt><dd>%s</dd><dt>有效期至 Valid until</dt><dd>%s</dd><dt>变体 Variant</dt><dd>%s</dd></dl>
                %s
                """.formatted(
                        escape(document.name()),
                        escape(document.type().code()),
                        escape(document.number()),
                        document.birthDate(),
                        document.expiresOn(),
                        escape(document.variant().code()),
                        readForm(document.id())));
    }

    private static String readForm(String documentId) {
        return """
                <h2>%s</h2>
                <form method="post" action="/readings">
                <p><label for="documentId">证件编号 Document id</label><input id="documentId" name="documentId" value="%s" required autocomplete="off"></p>
                <p><label for="handOff">页面上的链接 The link on the page</label><input id="handOff" name="handOff" required autocomplete="off"></p>
                <p><button type="submit">读取 Read the document</button></p>
                </form>
                """.formatted(both("虚拟读卡器", "Virtual reader"), escape(documentId));
    }

    static String reading(Reading reading) {
        String verdict = switch (reading.status()) {
            case "pending" ->
                both("请把这个代码输入浏览器中的页面，然后刷新本页。", "Type this code into the page in your browser, then reload this page.");
            case "accepted" -> both("证件已被接受。请回到浏览器。", "The document was accepted. Go back to your browser.");
            default -> both("未被接受：", "Not accepted: ") + "<code>" + escape(reading.error()) + "</code>";
        };
        return Html.page(
                "读取 Reading",
                "<p class=\"code\">" + escape(reading.code()) + "</p><p role=\"status\">" + verdict + "</p>"
                        + "<p><a href=\"/readings/" + escape(reading.id()) + "\">刷新 Reload</a></p>");
    }

    static String sms(List<Message> messages) {
        String rows = messages.stream()
                .map(m -> "<tr><th scope=\"row\">%s</th><td>%s</td><td>%s</td></tr>"
                        .formatted(escape(m.to()), escape(m.text()), escape(m.at())))
                .collect(Collectors.joining("\n"));
        return Html.page("短信 Text messages", """
                <form method="get" action="/sms"><p><label for="to">手机号 Mobile number</label><input id="to" name="to" type="tel" autocomplete="off"></p>
                <p><button type="submit">查看 Show</button></p></form>
                """ + Html.table("收件人 To|内容 Text|时间 Time", rows));
    }

    static String personas(List<Persona> personas) {
        String rows = personas.stream()
                .map(p -> "<tr><th scope=\"row\">%s</th><td>%s</td><td>%s %s</td><td>%s</td><td>%s</td><td>%s</td></tr>"
                        .formatted(
                                escape(p.label()),
                                escape(p.name()),
                                escape(p.documentType()),
                                escape(p.documentNumber()),
                                escape(p.birthDate()),
                                escape(p.mobile()),
                                escape(p.password())))
                .collect(Collectors.joining("\n"));
        return Html.page(
                "虚拟公民 Personas", Html.table("是谁 Who|姓名 Name|证件 Document|出生日期 Birth date|手机号 Mobile|密码 Password", rows));
    }

    static String refused(String code) {
        return Html.page(
                "没有成功 That did not work",
                "<p role=\"alert\"><code>" + escape(code) + "</code></p><p><a href=\"/\">返回 Back to the desk</a></p>");
    }

    private static String option(String code) {
        return "<option>" + escape(code) + "</option>";
    }
}
