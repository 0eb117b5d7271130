package org.chizheng.exchange;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.chizheng.bank.SubjectView;
import org.chizheng.bank.Subjects;
import org.chizheng.common.CommonRefusal;
import org.chizheng.common.Refused;
import org.chizheng.common.Ui;
import org.chizheng.people.Roles;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** Items into a file, keys and all: what the format cannot carry is said first, and the download is written into the audit log. */
@Path("/bank/{subject}/export")
@RolesAllowed({Roles.AUTHOR, Roles.REVIEWER, Roles.ADMINISTRATOR})
public class ExportPage {
    private final Subjects subjects;
    private final Exporting exporting;
    private final Ui ui;

    ExportPage(Subjects subjects, Exporting exporting, Ui ui) {
        this.subjects = subjects;
        this.exporting = exporting;
        this.ui = ui;
    }

    @CheckedTemplate(basePath = "exchange", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance export(
                SubjectView subject,
                List<String> formats,
                String format,
                Selection filter,
                int items,
                List<Loss> losses);
    }

    /** What would be missing, and from which items. */
    public record Loss(String kind, String text, List<String> items) {
        private static final int SHOWN = 10;

        public int count() {
            return items.size();
        }

        public String shown() {
            return String.join(" ", items.subList(0, Math.min(SHOWN, items.size())))
                    + (items.size() > SHOWN ? " …" : "");
        }
    }

    @GET
    public TemplateInstance page(
            @RestPath("subject") String code,
            @RestQuery String format,
            @RestQuery String chapter,
            @RestQuery String type,
            @RestQuery String difficulty,
            @RestQuery String q) {
        SubjectView subject = subject(code);
        Selection filter = new Selection(chapter, type, difficulty, q);
        Format chosen = format(format);
        Exporting.Preview preview = exporting.preview(code, filter, chosen);
        return Templates.export(
                subject, Format.names(Format.writable()), chosen.name(), filter, preview.items(), losses(preview));
    }

    private List<Loss> losses(Exporting.Preview preview) {
        Map<String, Loss> losses = new TreeMap<>();
        for (ItemWriter.Lost lost : preview.lost()) {
            Note note = lost.note();
            losses.computeIfAbsent(
                            note.kind() + note.code(),
                            key -> new Loss(
                                    note.kind().name(),
                                    NoteText.ofMany(ui.getLang(), note.code()),
                                    new java.util.ArrayList<>()))
                    .items()
                    .add(lost.reference());
        }
        return List.copyOf(losses.values());
    }

    @POST
    public Response export(
            @RestPath("subject") String code,
            @RestForm String format,
            @RestForm String chapter,
            @RestForm String type,
            @RestForm String difficulty,
            @RestForm String q) {
        SubjectView subject = subject(code);
        Format chosen = format(format);
        byte[] bytes = exporting.export(subject.code(), new Selection(chapter, type, difficulty, q), chosen);
        return Download.of(bytes, chosen.mediaType(), subject.code() + "." + chosen.ending());
    }

    /** Excel unless another one is asked for. */
    private static Format format(String name) {
        return Format.writable().stream()
                .filter(format -> format.name().equals(name))
                .findFirst()
                .orElse(Format.EXCEL);
    }

    private SubjectView subject(String code) {
        return subjects.find(code).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
    }
}
