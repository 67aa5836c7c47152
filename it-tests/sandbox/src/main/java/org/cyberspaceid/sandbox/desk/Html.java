package org.cyberspaceid.sandbox.desk;

import java.util.Arrays;
import java.util.stream.Collectors;

/** The frame of every page, and escaping. */
final class Html {
    private Html() {}

    /** For text and for attributes in double quotes. */
    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** A sentence in both languages. */
    static String both(String chinese, String english) {
        return escape(chinese) + " <span lang=\"en\">" + escape(english) + "</span>";
    }

    /** A table; headings are separated by a bar. */
    static String table(String headings, String rows) {
        String head = Arrays.stream(headings.split("\\|"))
                .map(h -> "<th scope=\"col\">" + escape(h) + "</th>")
                .collect(Collectors.joining());
        return "<div class=\"scroll\" tabindex=\"0\"><table><thead><tr>" + head + "</tr></thead><tbody>" + rows
                + "</tbody></table></div>";
    }

    static String page(String title, String main) {
        return """
                <!DOCTYPE html>
                <html lang="zh-Hans">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%s</title>
                <link rel="stylesheet" href="/desk.css">
                <script type="module" src="/desk.js"></script>
                </head>
                <body>
                <header><a href="/">沙盒服务台 <span lang="en">Sandbox desk</span></a>
                <nav aria-label="服务台 Desk"><a href="/documents">证件 Documents</a> <a href="/sms">短信 SMS</a> <a href="/registry">人口登记 Registry</a> <a href="/personas">虚拟公民 Personas</a> <a href="/simulator">模拟 Simulator</a></nav></header>
                <main><h1>%s</h1>
                %s
                </main>
                </body>
                </html>
                """.formatted(escape(title), escape(title), main);
    }
}
