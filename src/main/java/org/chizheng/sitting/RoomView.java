package org.chizheng.sitting;

/** What the examination's page knows before its script asks for more. */
public record RoomView(
        String candidateName,
        String ticket,
        String sessionZh,
        String sessionEn,
        String room,
        int minutes,
        String messagesJson) {}
