package org.chizheng.authoring;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.Response;

import org.chizheng.bank.DraftView;
import org.chizheng.bank.Figure;
import org.chizheng.bank.Figures;
import org.chizheng.bank.SubjectView;
import org.chizheng.common.Pages;
import org.chizheng.common.Refused;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The page on which items are written, new ones and drafts. A figure is kept as soon as it was let in, so that nobody uploads it twice. */
@ApplicationScoped
class Writing {
    private final Figures figures;

    Writing(Figures figures) {
        this.figures = figures;
    }

    /** What is written: code of the item, empty for a new one; version of the draft; whether it is published for practice. */
    record Place(String code, int version, boolean published) {}

    @CheckedTemplate(basePath = "authoring", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance draft(
                SubjectView subject,
                EditorView editor,
                DraftView draft,
                List<String> gaps,
                List<FindingView> findings,
                Refused refused,
                boolean saved);
    }

    /** @throws Refused if an uploaded figure is not let in */
    @Transactional
    Figure figure(DraftForm form) {
        Figure figure = form.figure(figures);
        if (figure != null) {
            figures.keep(List.of(figure));
        }
        return figure;
    }

    /** The page as it was typed; refused: null when nothing was. */
    Response again(SubjectView subject, Place place, DraftForm form, Figure figure, DraftView draft, Refused refused) {
        Figure shown = figure == null ? form.kept(figures) : figure;
        EditorView editor = EditorView.of(
                place.code(), place.version(), form.proposal(shown), form.rows(), form.figureAlt, place.published());
        return Pages.of(
                refused == null ? 200 : refused.reason().status(),
                Templates.draft(subject, editor, draft, List.of(), List.of(), refused, false));
    }
}
