package dev.opensipsmcp.sip.homer;

/**
 * What an export came to.
 *
 * @param bytes how many bytes were written; 0 when there was nothing to export
 * @param packets how many packets a pcap has; messages that are told apart in text are not counted
 * @param sha256 the SHA-256 of what was written, in hexadecimal
 */
public record HomerExport(long bytes, int packets, String sha256) {}
