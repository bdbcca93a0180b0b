package dev.opensipsmcp.sip.sdp;

/**
 * An ICE candidate (RFC 8839 section 5.1).
 *
 * @param component 1 for RTP, 2 for RTCP
 * @param transport {@code udp} or {@code tcp}, in lower case
 * @param priority the higher the better
 * @param address an address or a name of mDNS
 * @param port 0 to 65535
 * @param type {@code host}, {@code srflx}, {@code prflx} or {@code relay}
 */
public record Candidate(
    int component, String transport, long priority, String address, int port, String type) {}
