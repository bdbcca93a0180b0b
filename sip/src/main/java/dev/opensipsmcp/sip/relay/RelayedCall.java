package dev.opensipsmcp.sip.relay;

import dev.opensipsmcp.sip.trace.Endpoint;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a relay knows of one call.
 *
 * @param created when the relay began it
 * @param sides its sides, each one tag
 */
public record RelayedCall(Instant created, List<Side> sides) {
  public RelayedCall {
    sides = List.copyOf(sides);
  }

  /**
   * One side of a call.
   *
   * @param tag the From or To tag of the one who is there
   * @param medias its medias, in order
   */
  public record Side(String tag, List<Media> medias) {
    public Side {
      medias = List.copyOf(medias);
    }
  }

  /**
   * One media of a side.
   *
   * @param type {@code audio}, {@code video} or another one
   * @param protocol the transport profile, such as {@code RTP/AVP}
   * @param sends whether that side may send, as SDP said
   * @param receives whether that side may receive
   * @param rtp the stream of RTP
   * @param rtcp the stream of RTCP, where it has a port of its own
   */
  public record Media(
      String type,
      String protocol,
      boolean sends,
      boolean receives,
      Optional<Stream> rtp,
      Optional<Stream> rtcp) {}

  /**
   * One stream, as it came from that side.
   *
   * @param local where the relay receives it
   * @param advertised where that side said it receives, in SDP
   * @param seen where packets really come from and go to
   * @param packets how many packets came from there
   * @param bytes how many bytes
   * @param errors how many of them were bad
   * @param lastPacket when the last one came; when none came, when the stream was made
   */
  public record Stream(
      Endpoint local,
      Endpoint advertised,
      Endpoint seen,
      long packets,
      long bytes,
      long errors,
      Instant lastPacket) {}
}
