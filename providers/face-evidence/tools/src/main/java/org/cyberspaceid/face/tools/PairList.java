package org.cyberspaceid.face.tools;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A list of pairs: {@code a<TAB>b<TAB>1} for the same person, {@code 0} for two. Empty lines and those that begin with {@code #} are
 * skipped.
 *
 * @param badLines what is wrong with each line that is none of these
 */
record PairList(List<Pair> pairs, List<String> badLines) {

    /** Two files, and whether they show the same person. */
    record Pair(String a, String b, boolean same) {}

    /** Reads it. */
    static PairList read(Path file) {
        List<String> lines;
        try {
            lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (CharacterCodingException e) {
            throw new ToolException(file + " is not UTF-8");
        } catch (IOException e) {
            throw new ToolException(file + " cannot be read");
        }
        List<Pair> pairs = new ArrayList<>();
        List<String> badLines = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (!line.isBlank() && !line.startsWith("#")) {
                String wrong = add(line, pairs);
                if (!wrong.isEmpty()) {
                    badLines.add("line " + (i + 1) + ": " + wrong);
                }
            }
        }
        return new PairList(List.copyOf(pairs), List.copyOf(badLines));
    }

    /** Each file once, in the order of the list. */
    Set<String> files() {
        Set<String> files = new LinkedHashSet<>();
        pairs.forEach(pair -> {
            files.add(pair.a());
            files.add(pair.b());
        });
        return files;
    }

    private static String add(String line, List<Pair> pairs) {
        String[] fields = line.split("\t", -1);
        if (fields.length != 3) {
            return fields.length + " fields between tabs instead of 3";
        }
        String a = fields[0].strip();
        String b = fields[1].strip();
        String same = fields[2].strip();
        if (a.isEmpty() || b.isEmpty()) {
            return "no name";
        }
        if (a.indexOf('\0') >= 0 || b.indexOf('\0') >= 0) {
            return "not a name";
        }
        if (!"1".equals(same) && !"0".equals(same)) {
            return "the third field is neither 1 nor 0";
        }
        pairs.add(new Pair(a, b, "1".equals(same)));
        return "";
    }
}
