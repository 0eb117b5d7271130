package org.chizheng.application;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.application.rule.DocumentForm;
import org.chizheng.application.rule.PhotoFinding;
import org.chizheng.common.CommonRefusal;
import org.chizheng.common.Ids;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Refused;
import org.chizheng.common.Sealer;
import org.chizheng.common.Sql;
import org.chizheng.people.Identifying;

/** Adds a photo or a document to an application that is not decided yet. */
@ApplicationScoped
public class Attaching {
    /** Enough for each kind twice. */
    private static final int MOST_DOCUMENTS = 12;

    private final Applications applications;
    private final Documents documents;
    private final Identifying identifying;
    private final Photos photos;
    private final History history;
    private final Sealer sealer;
    private final OfficialClock clock;
    private final Sql sql;

    public Attaching(
            Applications applications,
            Documents documents,
            Identifying identifying,
            Photos photos,
            History history,
            Sealer sealer,
            OfficialClock clock,
            Sql sql) {
        this.applications = applications;
        this.documents = documents;
        this.identifying = identifying;
        this.photos = photos;
        this.history = history;
        this.sealer = sealer;
        this.clock = clock;
        this.sql = sql;
    }

    /**
     * @return what the applicant should change; the photo is kept all the same
     * @throws Refused if it is no usable JPEG or PNG
     */
    @Transactional
    public List<PhotoFinding> photo(UUID application, byte[] uploaded, String by) {
        UUID person = mendable(application).personId();
        identifying.keepPhoto(person, uploaded);
        List<PhotoFinding> findings = photos.findings(uploaded);
        sql.update(
                "UPDATE application SET photo_findings = ?, photo_reason = NULL, version = version + 1 WHERE id = ?",
                findings.stream().map(Enum::name).toArray(String[]::new),
                application);
        history.note(application, "PHOTO", by, "");
        return findings;
    }

    /**
     * @param kind a name of {@link Documents.Kind}
     * @throws Refused DOCUMENT_FORM unless the content is PDF, JPEG or PNG, DOCUMENT_SIZE above 4 MB, DOCUMENTS_MANY above twelve
     */
    @Transactional
    public UUID document(UUID application, String kind, byte[] content, String by) {
        mendable(application);
        Documents.Kind known = Arrays.stream(Documents.Kind.values())
                .filter(value -> value.name().equals(kind))
                .findFirst()
                .orElseThrow(() -> new Refused(CommonRefusal.FIELD_INVALID, "kind", ""));
        if (content.length > DocumentForm.LARGEST_BYTES) {
            throw new Refused(ApplicationRefusal.DOCUMENT_SIZE, DocumentForm.LARGEST_BYTES >> 20);
        }
        DocumentForm form = DocumentForm.of(content).orElseThrow(() -> new Refused(ApplicationRefusal.DOCUMENT_FORM));
        if (documents.of(application).size() >= MOST_DOCUMENTS) {
            throw new Refused(ApplicationRefusal.DOCUMENTS_MANY, MOST_DOCUMENTS);
        }
        UUID id = Ids.next();
        sql.update(
                "INSERT INTO application_document (id, application_id, kind, media_type, bytes, content_sealed, added_at, added_by)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                id,
                application,
                known.name(),
                form.mediaType(),
                content.length,
                sealer.seal(content, Documents.CONTENT, id),
                clock.now(),
                by);
        history.note(application, "DOCUMENT", by, "");
        return id;
    }

    /** Locks its row, so that it is not decided meanwhile. */
    private ApplicationView mendable(UUID application) {
        sql.first("SELECT 1 FROM application WHERE id = ? FOR UPDATE", row -> true, application);
        ApplicationView found = applications.find(application).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
        if (!found.state().isMendable()) {
            throw new Refused(ApplicationRefusal.WRONG_STATE);
        }
        return found;
    }
}
