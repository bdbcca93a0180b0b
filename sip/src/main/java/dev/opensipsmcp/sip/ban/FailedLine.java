package dev.opensipsmcp.sip.ban;

/**
 * A line of a log, held against an expression.
 *
 * @param line the line
 * @param matched whether fail2ban would count it
 */
public record FailedLine(String line, boolean matched) {}
