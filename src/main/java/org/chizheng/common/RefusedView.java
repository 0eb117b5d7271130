package org.chizheng.common;

/** The page of a refusal: HTTP status, texts in the user's language, the reason's code. */
public record RefusedView(int status, String title, String detail, String reason) {}
