package org.cyberspaceid.document.registry;

import static org.cyberspaceid.document.format.MalformedException.unless;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.cyberspaceid.core.document.PersonReference;
import org.cyberspaceid.core.document.VerifiedDocument;
import org.cyberspaceid.core.registry.RegistryAnswer;
import org.cyberspaceid.core.registry.RegistryAnswer.Reason;
import org.cyberspaceid.document.format.JsonMembers;
import org.cyberspaceid.document.format.MalformedException;

/** The question and the answer as {@code providers/docs/population-registry.openapi.json} has them. */
final class RegistryMessages {
    private static final JsonFactory JSON = new JsonFactory();
    private static final Pattern REFERENCE = Pattern.compile("[A-Za-z0-9._~-]{1,128}");

    private RegistryMessages() {}

    /** @param requestId comes back in the answer, so that no answer to another question is taken for this one's */
    static byte[] question(VerifiedDocument document, String requestId) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeStringField("request_id", requestId);
            json.writeStringField("document_type", document.number().type().code());
            json.writeStringField("document_number", document.number().value());
            json.writeStringField("name", document.name().inDocument());
            if (document.name().latin().isPresent()) {
                json.writeStringField("latin_name", document.name().latin().get());
            }
            json.writeStringField("birth_date", document.birthDate().toString());
            json.writeStringField("expires_on", document.expiresOn().toString());
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /** @throws MalformedException when it is not an answer to this question */
    static RegistryAnswer answer(byte[] unverified, String requestId, String registry) {
        JsonMembers answer = JsonMembers.read(unverified);
        unless(answer.requireText("request_id").equals(requestId), "another question's answer");
        return switch (answer.requireText("result")) {
            case "confirmed" -> new RegistryAnswer.Confirmed(person(answer, registry));
            case "unknown" -> new RegistryAnswer.Denied(Reason.UNKNOWN);
            case "person_differs" -> new RegistryAnswer.Denied(Reason.PERSON_DIFFERS);
            case "not_valid" -> new RegistryAnswer.Denied(Reason.NOT_VALID);
            default -> throw new MalformedException("a result that is not known");
        };
    }

    private static Optional<PersonReference> person(JsonMembers answer, String registry) {
        Optional<String> reference = answer.text("person_reference");
        unless(reference.isEmpty() || REFERENCE.matcher(reference.get()).matches(), "the reference");
        return reference.map(value -> new PersonReference(registry, value));
    }
}
