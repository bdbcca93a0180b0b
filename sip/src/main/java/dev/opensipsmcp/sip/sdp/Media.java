package dev.opensipsmcp.sip.sdp;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * A media line with what belongs to it; what stands for the whole session is filled in.
 *
 * @param type {@code audio}, {@code video}, {@code application}, {@code image}, …
 * @param port where it is received; 0 when the media is refused
 * @param protocol the transport profile, such as {@code RTP/AVP}
 * @param codecs its formats, the preferred one first
 * @param address where it is received; empty when not said
 * @param direction which way it goes
 * @param mid its identification (RFC 5888); empty when it has none
 * @param rtcp the port for RTCP, where one is said
 * @param rtcpMux whether RTCP shares the port of RTP (RFC 5761)
 * @param ice whether it takes part in ICE
 * @param candidates the ICE candidates
 * @param encryption how it is encrypted
 * @param bandwidth limits by type, such as {@code AS} in kbit/s and {@code TIAS} in bit/s
 * @param ptime how much a packet should hold, in ms
 */
public record Media(
    String type,
    int port,
    String protocol,
    List<Codec> codecs,
    String address,
    Direction direction,
    String mid,
    OptionalInt rtcp,
    boolean rtcpMux,
    boolean ice,
    List<Candidate> candidates,
    Encryption encryption,
    Map<String, Long> bandwidth,
    OptionalInt ptime) {
  public Media {
    codecs = List.copyOf(codecs);
    candidates = List.copyOf(candidates);
    bandwidth = Map.copyOf(bandwidth);
  }

  /** {@return whether it goes over RTP} */
  public boolean rtp() {
    return protocol.contains("RTP/");
  }

  /** {@return whether its profile is one of encrypted RTP} */
  public boolean secure() {
    return protocol.contains("SAVP");
  }

  /** {@return whether it is refused} */
  public boolean refused() {
    return port == 0;
  }

  /** {@return whether its address says that nothing shall be sent, as older phones hold} */
  public boolean heldByAddress() {
    return address.equals("0.0.0.0");
  }
}
