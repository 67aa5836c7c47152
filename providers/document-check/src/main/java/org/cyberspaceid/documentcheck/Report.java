package org.cyberspaceid.documentcheck;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Locale;
import java.util.Map;
import org.cyberspaceid.core.document.DocumentCheck;
import org.cyberspaceid.core.document.DocumentCheck.Verdict;
import org.cyberspaceid.document.check.Outcome;

/** The outcomes as one JSON object, and as an exit status. It holds nothing of what the document says of a person. */
record Report(Map<DocumentCheck, Outcome> checks) {

    /** The worst verdict. Nothing performed is undetermined. */
    Verdict verdict() {
        if (has(Verdict.FAILED)) {
            return Verdict.FAILED;
        }
        return has(Verdict.UNDETERMINED) || !has(Verdict.SUCCESS) ? Verdict.UNDETERMINED : Verdict.SUCCESS;
    }

    private boolean has(Verdict verdict) {
        return checks.values().stream().anyMatch(outcome -> outcome.verdict() == verdict);
    }

    int exitStatus() {
        return switch (verdict()) {
            case SUCCESS -> 0;
            case FAILED -> 1;
            case UNDETERMINED, NOT_PERFORMED -> 2;
        };
    }

    String json() throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text).useDefaultPrettyPrinter()) {
            json.writeStartObject();
            json.writeStringField("verdict", verdict().name());
            json.writeObjectFieldStart("checks");
            for (Map.Entry<DocumentCheck, Outcome> check : checks.entrySet()) {
                json.writeObjectFieldStart(check.getKey().name().toLowerCase(Locale.ROOT));
                json.writeStringField("verdict", check.getValue().verdict().name());
                if (check.getValue().reason().isPresent()) {
                    json.writeStringField("reason", check.getValue().reason().get());
                }
                json.writeEndObject();
            }
            json.writeEndObject();
            json.writeEndObject();
        }
        return text.toString();
    }
}
