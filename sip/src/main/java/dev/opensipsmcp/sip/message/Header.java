package dev.opensipsmcp.sip.message;

/**
 * A header field.
 *
 * @param name its name as written, be it long or compact
 * @param value its value, unfolded (RFC 3261 section 7.3.1), without blanks around it
 */
public record Header(String name, String value) {}
