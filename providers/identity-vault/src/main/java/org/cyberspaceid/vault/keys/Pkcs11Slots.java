package org.cyberspaceid.vault.keys;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds the slot of a token by its label. SunPKCS11 takes a slot's number only, and shows the labels only in what it prints to the
 * standard output on {@code showInfo = true}. A slot whose number is 2³¹ or more it cannot take.
 */
final class Pkcs11Slots {
    private static final String SHOW_INFO = "showInfo = true\n";
    private static final Pattern SLOTS = Pattern.compile("^Slots with tokens: ([0-9, ]+)$", Pattern.MULTILINE);
    private static final Pattern LABEL = Pattern.compile("^Token info .*\\R\\s*label: (.*)$", Pattern.MULTILINE);

    private final Path library;

    private Pkcs11Slots(Path library) {
        this.library = library;
    }

    /** @throws KeysUnusableException when there is not exactly one such token */
    static Pkcs11Slot find(Pkcs11Settings settings) {
        if (!Files.isRegularFile(settings.library())) {
            throw new KeysUnusableException("The PKCS #11 library " + settings.library() + " does not exist.");
        }
        Map<String, String> labels = new Pkcs11Slots(settings.library()).labels();
        List<String> found = labels.keySet().stream()
                .filter(slot -> labels.get(slot).equals(settings.tokenLabel()))
                .toList();
        if (found.size() != 1) {
            throw new KeysUnusableException("The PKCS #11 library " + settings.library() + " has " + found.size()
                    + " tokens with the label '" + settings.tokenLabel() + "', not one. The labels it has: "
                    + labels.values().stream().sorted().toList()
                    + ". A token that was made just now is seen after a restart.");
        }
        return new Pkcs11Slot(settings.library(), found.get(0));
    }

    /** The labels of the tokens, by slot. */
    private Map<String, String> labels() {
        Map<String, String> labels = new TreeMap<>();
        slots().forEach(slot -> label(slot).ifPresent(label -> labels.put(slot, label)));
        return labels;
    }

    private Stream<String> slots() {
        Attempt attempt = new Attempt(() -> Pkcs11Slot.provider(library, "slotListIndex = 0\n" + SHOW_INFO));
        Matcher slots = SLOTS.matcher(attempt.printed);
        if (slots.find()) {
            return Stream.of(slots.group(1).split(", "));
        }
        if (attempt.failure == null) {
            throw new KeysUnusableException("This Java does not say which tokens there are.");
        }
        throw new KeysUnusableException("The PKCS #11 library " + library + " shows no token.", attempt.failure);
    }

    /** Empty where there is no token that can be used, such as SoftHSM's next free slot. */
    private Optional<String> label(String slot) {
        Attempt attempt = new Attempt(() -> new Pkcs11Slot(library, slot).provider(SHOW_INFO));
        Matcher label = LABEL.matcher(attempt.printed);
        return label.find() ? Optional.of(label.group(1).strip()).filter(text -> !text.isEmpty()) : Optional.empty();
    }

    /** What SunPKCS11 printed, even where it failed in the end. */
    private static final class Attempt {
        private final String printed;
        private RuntimeException failure;

        Attempt(Runnable configure) {
            printed = PrintedByThisThread.during(() -> {
                try {
                    configure.run();
                } catch (KeysUnusableException noProvider) {
                    throw noProvider;
                } catch (RuntimeException unusable) {
                    failure = unusable;
                }
            });
        }
    }
}
