package org.cyberspaceid.sandbox.desk;

import static org.cyberspaceid.sandbox.desk.Html.both;
import static org.cyberspaceid.sandbox.desk.Html.escape;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.cyberspaceid.sandbox.persona.Persona;
import org.cyberspaceid.sandbox.simulator.Refusal;
import org.cyberspaceid.sandbox.simulator.Seen;
import org.cyberspaceid.sandbox.simulator.Simulation;

/** The simulator's pages. */
final class SimulatorPages {
    private SimulatorPages() {}

    static String form(List<String> claims, List<String> errors) {
        return Html.page("模拟 Simulator", """
                <p>%s</p>
                <h2>%s</h2>
                <form method="post" action="/simulations">%s
                <p><button type="submit">给我这样的公民 Give me this citizen</button></p></form>
                <h2>%s</h2>
                <form method="post" action="/simulations">
                <p><label for="error">错误 Error</label><select id="error" name="error">%s</select></p>
                <p><button type="submit">怎样得到这个错误 How to get this error</button></p></form>
                """.formatted(
                both(
                        "需要时会有一位新的虚拟公民真的去申领，要等几秒。什么检查都不会跳过。",
                        "Where needed a new invented citizen really enrols; that takes seconds. No check is skipped."),
                both("选定的答案", "Chosen claims"),
                claims.stream().map(SimulatorPages::choice).collect(Collectors.joining("\n")),
                both("选定的错误", "Chosen errors"),
                errors.stream().map(e -> "<option>" + escape(e) + "</option>").collect(Collectors.joining())));
    }

    private static String choice(String claim) {
        return """
                <p><label for="%1$s">%1$s</label><select id="%1$s" name="%1$s"><option value="">不限 either</option>\
                <option>true</option><option>false</option><option value="null">没有 left out</option></select></p>""".formatted(escape(claim));
    }

    static String ready(Simulation.Ready simulation) {
        Persona persona = simulation.persona();
        return Html.page("模拟 Simulation", """
                <h2>%s</h2>
                <dl><dt>手机号 Mobile</dt><dd>%s</dd><dt>密码 Password</dt><dd>%s</dd>
                <dt>姓名 Name</dt><dd>%s</dd><dt>证件 Document</dt><dd>%s %s</dd><dt>出生日期 Birth date</dt><dd>%s</dd></dl>
                <h2>%s</h2>
                %s
                <h2>%s</h2>
                <ol>%s</ol>
                %s
                """.formatted(
                        both("以谁登录", "Who to sign in as"),
                        escape(persona.mobile()),
                        escape(persona.password()),
                        escape(persona.name()),
                        escape(persona.documentType()),
                        escape(persona.documentNumber()),
                        escape(persona.birthDate()),
                        both("真实的答案", "What is true"),
                        rows("声明 Claim|答案 Answer", simulation.answers()),
                        both("这个人做什么", "What the person does"),
                        simulation.person().stream()
                                .map(act -> "<li>" + both(act.chinese(), act.english()) + "</li>")
                                .collect(Collectors.joining()),
                        error(simulation)));
    }

    private static String error(Simulation.Ready simulation) {
        Seen seen = simulation.error();
        if (seen == null) {
            return "";
        }
        String description = seen.description() == null ? "" : " error_description=" + seen.description();
        return "<h2>" + both("在授权请求里加上", "Add to the authorization request") + "</h2>"
                + rows("参数 Parameter|值 Value", simulation.request())
                + "<h2>" + both("平台会看到", "What the ISP sees") + "</h2><p><code>"
                + escape("error=" + seen.error() + description)
                + "</code></p>";
    }

    private static String rows(String headings, Map<String, ?> rows) {
        return Html.table(
                headings,
                rows.entrySet().stream()
                        .map(r -> "<tr><th scope=\"row\"><code>%s</code></th><td><code>%s</code></td></tr>"
                                .formatted(escape(r.getKey()), escape(String.valueOf(r.getValue()))))
                        .collect(Collectors.joining("\n")));
    }

    static String refused(Refusal why) {
        return Html.page(
                "没有这样的模拟 No such simulation",
                "<p role=\"alert\">" + both(why.chinese(), why.english()) + " <code>" + escape(why.code())
                        + "</code></p>" + "<p><a href=\"/simulator\">返回 Back to the simulator</a></p>");
    }
}
