package org.chizheng.scoring;

import java.util.List;

/** What the candidate sees after hand-in. */
public record OutcomeView(boolean provisional, int raw, int cut, boolean passed, List<ChapterShare> chapters) {}
