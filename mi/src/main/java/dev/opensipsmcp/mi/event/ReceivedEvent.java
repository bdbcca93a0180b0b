package dev.opensipsmcp.mi.event;

import com.google.gson.JsonElement;
import java.time.Instant;

/**
 * An event as it arrived.
 *
 * @param sequence its place among all that this listener received, from 1, without gaps
 * @param time when it arrived
 * @param name for example {@code E_DLG_STATE_CHANGED}; the method of a subscription to {@code
 *     tcp:host:port/method} stands here instead, for the node sends no other name then
 * @param params what it carries: an object, an array when it was raised so, or JSON null
 */
public record ReceivedEvent(long sequence, Instant time, String name, JsonElement params) {}
