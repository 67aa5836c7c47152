package org.cyberspaceid.relyingparty.consent;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Set;
import java.util.stream.Collectors;

/** What a page posted. It counts only for the page that is due: an older one, sent again, leads back to that. */
final class Answer {
    /** On the consent page. */
    static final String AGREE = "continue";

    static final String REFUSE = "refuse";

    /** On the page about values. */
    static final String PROVIDE = "provide";

    static final String WITHHOLD = "withhold";

    private static final String TICK = "agree-";

    private final MultivaluedMap<String, String> unverifiedForm;

    Answer(MultivaluedMap<String, String> unverifiedForm) {
        this.unverifiedForm = unverifiedForm;
    }

    Stage to(Conversation conversation) {
        Stage stage = conversation.stage();
        String action = String.valueOf(unverifiedForm.getFirst("action"));
        if (stage instanceof Stage.Ask ask) {
            return switch (action) {
                case AGREE -> conversation.agree(ask.question(), ticked());
                case REFUSE -> new Stage.Refused(Refusal.of(ask.question()));
                default -> stage;
            };
        }
        if (stage instanceof Stage.AskValues) {
            return switch (action) {
                case PROVIDE -> conversation.disclose(ticked());
                case WITHHOLD -> conversation.disclose(Set.of());
                default -> stage;
            };
        }
        return stage;
    }

    private Set<String> ticked() {
        return unverifiedForm.keySet().stream()
                .filter(name -> name.startsWith(TICK))
                .map(name -> name.substring(TICK.length()))
                .collect(Collectors.toUnmodifiableSet());
    }
}
