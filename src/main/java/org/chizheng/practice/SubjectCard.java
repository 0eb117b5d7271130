package org.chizheng.practice;

import java.util.List;

import org.chizheng.bank.SubjectView;
import org.chizheng.practice.rule.Mastery;

/** A subject among others, with how far the person is. mine: the person is enrolled for it. */
public record SubjectCard(SubjectView subject, boolean mine, List<Mastery> chapters) {
    public SubjectCard {
        chapters = List.copyOf(chapters);
    }

    public int items() {
        return chapters.stream().mapToInt(Mastery::items).sum();
    }

    public int answered() {
        return chapters.stream().mapToInt(Mastery::answered).sum();
    }

    public int right() {
        return chapters.stream().mapToInt(Mastery::right).sum();
    }

    public int wrong() {
        return chapters.stream().mapToInt(Mastery::inBook).sum();
    }

    /** The weakest chapter that was begun, if any is not all right. */
    public List<Mastery> weakest() {
        return Mastery.weakest(chapters, 1);
    }

    public Mastery chapter(String code) {
        return chapters.stream()
                .filter(chapter -> chapter.chapter().equals(code))
                .findFirst()
                .orElseGet(() -> new Mastery(code, 0, 0, 0, 0));
    }
}
