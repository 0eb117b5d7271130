/** Messages 消息 to people and enterprises: an outbox that holds each message until a door (mail, text message) has taken it; tried again with growing pauses, given up in sight of the administrator. */
package org.chizheng.message;
