package org.cyberspaceid.sandbox.desk;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.UploadedFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.cyberspaceid.core.document.ChipClass;
import org.cyberspaceid.core.document.DocumentType;
import org.cyberspaceid.virtual.DocumentOrder;
import org.cyberspaceid.virtual.PortraitFormat;
import org.cyberspaceid.virtual.SandboxAuthority;
import org.cyberspaceid.virtual.Variant;
import org.cyberspaceid.virtual.VirtualDocument;

/** Making and listing virtual documents. */
final class DocumentRoutes {
    private static final int LONGEST_NAME = 80;

    private final SandboxAuthority authority;
    private final DocumentStore documents;

    DocumentRoutes(SandboxAuthority authority, DocumentStore documents) {
        this.authority = authority;
        this.documents = documents;
    }

    void add(RoutesConfig routes) {
        routes.post("/documents", this::make);
        routes.get("/documents", this::list);
        routes.get("/documents/{id}", this::show);
    }

    private void make(Context context) {
        if (!context.isMultipartFormData()) {
            Answers.refuse(context, 415, "not_multipart");
            return;
        }
        Optional<VirtualDocument> made = order(context).map(authority::issue).map(documents::keep);
        if (made.isEmpty()) {
            Answers.refuse(context, 400, "order_invalid");
        } else if (Answers.wantsPage(context)) {
            context.redirect("/documents/" + made.get().id(), io.javalin.http.HttpStatus.SEE_OTHER);
        } else {
            Answers.json(context, 201, view(made.get()));
        }
    }

    private static Optional<DocumentOrder> order(Context context) {
        Optional<DocumentType> type = field(context, "type").flatMap(DocumentType::ofCode);
        Optional<Variant> variant = Variant.ofCode(field(context, "variant").orElse("genuine"))
                .filter(v -> type.filter(v::fits).isPresent());
        Optional<String> name = field(context, "name").filter(n -> n.length() <= LONGEST_NAME);
        Optional<LocalDate> birthDate = field(context, "birthDate").flatMap(DocumentRoutes::day);
        Optional<byte[]> portrait = Optional.ofNullable(context.uploadedFile("portrait"))
                .map(DocumentRoutes::bytes)
                .filter(ImageKind::isKnown);
        if (type.isEmpty() || variant.isEmpty() || name.isEmpty() || birthDate.isEmpty() || portrait.isEmpty()) {
            return Optional.empty();
        }
        PortraitFormat format =
                type.get().chipClass() == ChipClass.TRAVEL ? PortraitFormat.JPEG2000 : PortraitFormat.JPEG;
        return Optional.of(new DocumentOrder(
                type.get(),
                name.get(),
                field(context, "latinName"),
                birthDate.get(),
                portrait.get(),
                format,
                variant.get()));
    }

    private void list(Context context) {
        if (Answers.wantsPage(context)) {
            Answers.page(context, 200, DeskPages.documents(documents.all()));
        } else {
            Answers.json(
                    context,
                    200,
                    documents.all().stream().map(DocumentRoutes::view).toList());
        }
    }

    private void show(Context context) {
        Optional<VirtualDocument> found = documents.find(context.pathParam("id"));
        if (found.isEmpty()) {
            Answers.refuse(context, 404, "document_not_found");
        } else if (Answers.wantsPage(context)) {
            Answers.page(context, 200, DeskPages.document(found.get()));
        } else {
            Answers.json(context, 200, view(found.get()));
        }
    }

    private static Map<String, String> view(VirtualDocument document) {
        Map<String, String> view = new LinkedHashMap<>();
        view.put("id", document.id());
        view.put("type", document.type().code());
        view.put("variant", document.variant().code());
        view.put("number", document.number());
        view.put("name", document.name());
        view.put("birthDate", document.birthDate().toString());
        view.put("expiresOn", document.expiresOn().toString());
        return view;
    }

    private static Optional<String> field(Context context, String name) {
        return Optional.ofNullable(context.formParam(name)).map(String::strip).filter(v -> !v.isEmpty());
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text)).filter(d -> !d.isAfter(LocalDate.now(java.time.ZoneOffset.UTC)));
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }

    private static byte[] bytes(UploadedFile file) {
        try (InputStream in = file.content()) {
            return in.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
