package org.cyberspaceid.document.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Changes members of a genuine JSON object; the rest stays well-formed. */
final class JsonEdits {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int MOST_EDITS = 8;
    private static final int KINDS = 9;

    private static final List<String> ODD = List.of(
            "null",
            "true",
            "0",
            "-1",
            "1e400",
            "9223372036854775807",
            "-9223372036854775808",
            "99999999999999999999",
            "31556889864403199",
            "-31557014167219200",
            "0.5",
            "\"\"",
            "\" \"",
            "[]",
            "{}",
            "\"\\ud800\"",
            "\"\\u0000\"",
            "\"=\"",
            "\"A===\"",
            "\"2024-02-30\"",
            "\"+999999999-12-31\"",
            "\"-999999999-01-01\"",
            "\"0000-00-00\"");

    /** A member as text; an object has members in turn. */
    private static final class Member {
        String name;
        String value;
        List<Member> members;

        private Member(String name, JsonNode node) {
            this.name = name;
            this.value = node.toString();
            if (node.isObject()) {
                members = new ArrayList<>();
                node.fields().forEachRemaining(f -> members.add(new Member(f.getKey(), f.getValue())));
            }
        }

        private Member(String name, String value) {
            this.name = name;
            this.value = value;
        }

        private String written() {
            return members == null
                    ? value
                    : members.stream()
                            .map(m -> "\"" + m.name + "\":" + m.written())
                            .collect(Collectors.joining(",", "{", "}"));
        }
    }

    private final Member root;
    private final int cap;

    JsonEdits(byte[] genuine, int cap) {
        try {
            this.root = new Member("", MAPPER.readTree(genuine));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        this.cap = cap;
    }

    byte[] apply(Script script) {
        for (int i = 0; i < MOST_EDITS && !script.ended(); i++) {
            List<Member> holders = new ArrayList<>();
            List<Member> all = new ArrayList<>();
            collect(root, holders, all);
            if (all.isEmpty()) {
                break;
            }
            int kind = script.next() % KINDS;
            int at = script.next() % all.size();
            edit(kind, all.get(at), holders.get(at).members, all, script);
        }
        byte[] written = root.written().getBytes(StandardCharsets.UTF_8);
        return Arrays.copyOf(written, Math.min(written.length, cap));
    }

    private static void collect(Member holder, List<Member> holders, List<Member> all) {
        for (Member member : holder.members) {
            holders.add(holder);
            all.add(member);
            if (member.members != null) {
                collect(member, holders, all);
            }
        }
    }

    private void edit(int kind, Member member, List<Member> holder, List<Member> all, Script script) {
        switch (kind) {
            case 0 -> become(member, ODD.get(script.next() % ODD.size()));
            case 1 -> become(member, quoted(script.next(script.next())));
            case 2 -> holder.remove(member);
            case 3 -> holder.add(new Member(member.name, member.written()));
            case 4 -> member.name = new String(script.next(script.next() % 80), StandardCharsets.ISO_8859_1);
            case 5 -> become(member, all.get(script.next() % all.size()).written());
            case 6 -> {
                int levels = 1 + script.nextTwo() % 5_000;
                become(member, "[".repeat(levels) + "1" + "]".repeat(levels));
            }
            case 7 -> become(member, "\"" + "A".repeat(Math.min(cap, script.nextTwo() * 8)) + "\"");
            default -> flip(member, script);
        }
    }

    private static void become(Member member, String value) {
        member.members = null;
        member.value = value;
    }

    private static void flip(Member member, Script script) {
        int at = script.nextTwo();
        if (member.members == null && !member.value.isEmpty()) {
            char[] text = member.value.toCharArray();
            text[at % text.length] = (char) script.next();
            member.value = new String(text);
        }
    }

    private static String quoted(byte[] text) {
        try {
            return MAPPER.writeValueAsString(new String(text, StandardCharsets.UTF_8));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
