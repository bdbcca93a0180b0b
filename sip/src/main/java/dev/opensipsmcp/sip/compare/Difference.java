package dev.opensipsmcp.sip.compare;

/**
 * Something that two messages do not have alike.
 *
 * @param where a header's long name, {@code start line}, {@code body}, {@code sdp}, or {@code sdp
 *     media 1} and so on
 * @param before what the first has, without secrets; empty when it has nothing there
 * @param after what the second has, without secrets; empty when it has nothing there
 * @param remark what it usually means, one sentence; empty when nothing in particular
 */
public record Difference(String where, String before, String after, String remark) {}
