package org.chizheng.sitting;

import java.util.List;

/** What the examination's page knows before its script asks for more: the candidate, and the files of this release. */
public record RoomView(
        String candidateName,
        String ticket,
        String sessionZh,
        String sessionEn,
        int minutes,
        String release,
        List<String> scripts,
        String messagesJson) {}
