package org.chizheng.authoring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

import org.chizheng.authoring.rule.Completeness;
import org.chizheng.bank.Figure;
import org.chizheng.bank.FigureUpload;
import org.chizheng.bank.Figures;
import org.chizheng.bank.ItemDraft;
import org.chizheng.bank.Revision.Option;
import org.chizheng.common.Refused;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** The fields of the page on which an item is written. A figure that was uploaded before comes back as its digest. */
public class DraftForm {
    @RestForm
    String act;

    @RestForm
    String version;

    @RestForm
    String type;

    @RestForm
    String chapter;

    @RestForm
    String difficulty;

    @RestForm
    String stem;

    @RestForm
    List<String> option;

    @RestForm
    List<String> right;

    @RestForm
    String verdict;

    @RestForm
    String explanation;

    @RestForm
    String source;

    @RestForm
    String figure;

    @RestForm
    String withoutFigure;

    @RestForm
    String figureAlt;

    @RestForm
    String level;

    @RestForm
    String practice;

    @RestForm("upload")
    FileUpload upload;

    int seen() {
        return version != null && version.matches("\\d{1,9}") ? Integer.parseInt(version) : 0;
    }

    private boolean isAct(String name) {
        return name.equals(act);
    }

    boolean isSubmission() {
        return isAct("submit");
    }

    /** Whether only the page is to change: a row more or less, or another look at the preview. */
    boolean isForThePage() {
        return act != null && act.matches("add|preview|remove-\\d");
    }

    /**
     * The figure as it is to be kept: the uploaded one, else the one there was.
     *
     * @throws Refused if the upload is not let in
     */
    Figure figure(Figures figures) {
        if (upload != null && upload.size() > 0) {
            try {
                return FigureUpload.of(Files.readAllBytes(upload.uploadedFile()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return kept(figures);
    }

    /** The figure there was, unless it is to go. */
    Figure kept(Figures figures) {
        boolean wanted = figure != null && !figure.isEmpty() && withoutFigure == null;
        return wanted ? figures.find(figure).orElse(null) : null;
    }

    /** All rows as they stand on the page, empty ones too, after what the act does to them. */
    List<Option> rows() {
        List<Option> rows = new ArrayList<>();
        for (int i = 0; option != null && i < Math.min(option.size(), Completeness.MOST_OPTIONS); i++) {
            rows.add(new Option(words(option.get(i)), right != null && right.contains(String.valueOf(i))));
        }
        if (act != null && act.startsWith("remove-")) {
            int row = act.charAt(act.length() - 1) - '0';
            if (row >= 0 && row < rows.size()) {
                rows.remove(row);
            }
        }
        if (isAct("add") && rows.size() < Completeness.MOST_OPTIONS) {
            rows.add(new Option("", false));
        }
        return rows;
    }

    Proposal proposal(Figure kept) {
        ItemDraft text = new ItemDraft(
                type == null ? "" : type,
                words(chapter),
                difficulty != null && difficulty.matches("[1-3]") ? Integer.parseInt(difficulty) : 0,
                words(stem),
                options(),
                words(explanation),
                words(source),
                kept,
                kept == null ? null : words(figureAlt));
        return new Proposal(text, level == null ? "" : level, practice != null);
    }

    /** A row without words is none, right or not. */
    private List<Option> options() {
        if ("TRUE_FALSE".equals(type)) {
            return verdict == null
                    ? List.of()
                    : List.of(new Option("正确", verdict.equals("true")), new Option("错误", verdict.equals("false")));
        }
        return rows().stream().filter(row -> !row.text().isBlank()).toList();
    }

    private static String words(String typed) {
        return typed == null ? "" : typed;
    }
}
