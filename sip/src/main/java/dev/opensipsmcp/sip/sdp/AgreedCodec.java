package dev.opensipsmcp.sip.sdp;

/**
 * A codec that both sides can use.
 *
 * @param name name, clock rate and channels
 * @param offered the payload number that the offerer wants to receive; -1 for no RTP
 * @param answered the payload number that the answerer wants to receive; -1 for no RTP
 */
public record AgreedCodec(String name, int offered, int answered) {}
