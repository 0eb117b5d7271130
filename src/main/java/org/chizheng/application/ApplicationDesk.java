package org.chizheng.application;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.Response;

import org.chizheng.application.ApplicationPages.Side;
import org.chizheng.common.CommonRefusal;
import org.chizheng.common.Pages;
import org.chizheng.common.Refused;
import org.chizheng.common.Sealer;
import org.chizheng.exchange.Download;
import org.chizheng.people.Persons;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** What the doors of candidate, enterprise and reviewer have in common; each has asked before whether the application is within its reach. */
@ApplicationScoped
public class ApplicationDesk {
    private final Dossiers dossiers;
    private final Documents documents;
    private final Reviewing reviewing;
    private final Attaching attaching;
    private final Choices choices;
    private final Labels labels;
    private final Persons persons;
    private final Sealer sealer;

    public ApplicationDesk(
            Dossiers dossiers,
            Documents documents,
            Reviewing reviewing,
            Attaching attaching,
            Choices choices,
            Labels labels,
            Persons persons,
            Sealer sealer) {
        this.dossiers = dossiers;
        this.documents = documents;
        this.reviewing = reviewing;
        this.attaching = attaching;
        this.choices = choices;
        this.labels = labels;
        this.persons = persons;
        this.sealer = sealer;
    }

    Response page(ApplicationView application, Side side) {
        return page(application, side, 200, null, List.of());
    }

    private Response page(
            ApplicationView application, Side side, int status, Refused refused, List<ObjectionView> objections) {
        List<ObjectionView> standing =
                side.reviewer() && application.state().isMendable() ? reviewing.standing(application) : List.of();
        return Pages.of(
                status,
                ApplicationPages.one(dossiers.of(application), side, labels, choices, standing, refused, objections));
    }

    /** An empty form, or one that was refused with what was typed. */
    Response form(Side side, ApplyForm form, Refused refused) {
        return Pages.of(
                refused == null ? 200 : refused.reason().status(),
                ApplicationPages.form(side, choices, form, refused, objections(refused)));
    }

    private static List<ObjectionView> objections(Refused refused) {
        return refused instanceof NotEligible not ? not.objections() : List.of();
    }

    /** Back to the page of the application; a refusal stands on it. */
    Response act(ApplicationView application, Side side, Runnable act) {
        try {
            act.run();
        } catch (Refused refused) {
            if (refused.reason() == CommonRefusal.NOT_FOUND) {
                throw refused;
            }
            return page(application, side, refused.reason().status(), refused, objections(refused));
        }
        return Response.seeOther(URI.create(side.base() + "/" + application.id()))
                .build();
    }

    Response keepPhoto(ApplicationView application, Side side, FileUpload photo, String by) {
        return act(application, side, () -> attaching.photo(application.id(), bytes(photo, "photo"), by));
    }

    Response keepDocument(ApplicationView application, Side side, String kind, FileUpload document, String by) {
        return act(
                application, side, () -> attaching.document(application.id(), kind, bytes(document, "document"), by));
    }

    private static byte[] bytes(FileUpload upload, String field) {
        if (upload == null || upload.size() == 0) {
            throw new Refused(CommonRefusal.FIELD_MISSING, field);
        }
        try {
            return Files.readAllBytes(upload.uploadedFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Transactional
    Response photo(ApplicationView application) {
        byte[] photo = persons.findById(application.personId()).photo(sealer);
        if (photo == null) {
            throw new Refused(CommonRefusal.NOT_FOUND);
        }
        return Response.ok(photo, "image/jpeg").build();
    }

    /** As a file to keep, never shown in the browser. */
    Response document(ApplicationView application, UUID document) {
        Documents.Listed listed =
                documents.find(application.id(), document).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
        return Download.of(
                documents.content(document),
                listed.mediaType(),
                application.number() + "-" + listed.kind().name().toLowerCase(java.util.Locale.ROOT) + "."
                        + listed.ending());
    }
}
