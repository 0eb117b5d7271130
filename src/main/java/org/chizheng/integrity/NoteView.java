package org.chizheng.integrity;

import java.time.Instant;

/** What somebody wrote. */
public record NoteView(String words, String by, Instant at) {}
