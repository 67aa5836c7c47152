package org.cyberspaceid.flows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.ahocorasick.trie.PayloadTrie;

/**
 * Searches for very many needles and their digests at once, each in every form, by one pass over the text (Aho and Corasick). The
 * automaton knows the first characters of each form only, which keeps it small; the rest is compared where they are found.
 *
 * <p>Text is taken as bytes, one character each, so that broken UTF-8 hides nothing. A run of backslashes counts as one: each
 * layer of quoting (JSON in JSON, a table in a dump) doubles them.
 */
final class ManyNeedles {
    private static final int START = 12;

    private final Map<String, List<Form>> forms = new HashMap<>();
    private final PayloadTrie<List<Form>> starts;

    private record Form(String label, String text) {}

    ManyNeedles(Collection<Needle> needles) {
        needles.stream()
                .flatMap(needle -> Stream.concat(Stream.of(needle), needle.digests().stream()))
                .forEach(this::add);
        PayloadTrie.PayloadTrieBuilder<List<Form>> builder = PayloadTrie.builder();
        forms.forEach(builder::addKeyword);
        starts = builder.build();
    }

    private void add(Needle needle) {
        needle.forms().forEach((name, text) -> {
            if (!ByChance.wouldBeFound(name, text)) {
                Form form =
                        new Form(needle.what() + " (" + name + ")", asSearched(text.getBytes(StandardCharsets.UTF_8)));
                String start =
                        form.text().substring(0, Math.min(START, form.text().length()));
                forms.computeIfAbsent(start, none -> new ArrayList<>()).add(form);
            }
        });
    }

    /** How many texts are looked for. */
    int size() {
        return forms.values().stream().mapToInt(List::size).sum();
    }

    /** For each file in which there is something, what: {@code what (form)}. A file is read whole. */
    Map<String, List<String>> find(Collection<Path> files) throws IOException {
        Map<String, List<String>> found = new LinkedHashMap<>();
        for (Path file : files) {
            List<String> inFile = findIn(Files.readAllBytes(file));
            if (!inFile.isEmpty()) {
                found.put(file.toString(), inFile);
            }
        }
        return found;
    }

    /** What stands in a text: {@code what (form)}, sorted, each once. */
    List<String> findIn(String text) {
        return findIn(text.getBytes(StandardCharsets.UTF_8));
    }

    private List<String> findIn(byte[] bytes) {
        String content = asSearched(bytes);
        TreeSet<String> found = new TreeSet<>();
        starts.parseText(content, start -> {
            for (Form form : start.getPayload()) {
                int from = start.getStart();
                if (content.startsWith(form.text(), from)
                        && !ByChance.isFound(content, from, from + form.text().length())) {
                    found.add(form.label());
                }
            }
            return true;
        });
        return List.copyOf(found);
    }

    private static String asSearched(byte[] bytes) {
        byte[] kept = new byte[bytes.length];
        int length = 0;
        for (byte b : bytes) {
            if (b != '\\' || length == 0 || kept[length - 1] != '\\') {
                kept[length++] = b;
            }
        }
        return new String(kept, 0, length, StandardCharsets.ISO_8859_1);
    }
}
