package dev.opensipsmcp.sip.message;

/**
 * The value of a CSeq header (RFC 3261 section 20.16).
 *
 * @param number 0 to 2^31 - 1
 * @param method the method as written
 */
public record CSeq(long number, String method) {}
