package dev.opensipsmcp.sip.ladder;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What a session description says at a glance (RFC 8866).
 *
 * @param origin the user, session id and address of the {@code o=} line; empty without one
 * @param streams its media, in order
 */
public record SdpGlance(String origin, List<Stream> streams) {
  public SdpGlance {
    streams = List.copyOf(streams);
  }

  /**
   * One medium.
   *
   * @param media {@code audio}, {@code video} or another
   * @param address where its sender wants to receive it; empty where none is given
   * @param port 0 to 65535; 0 refuses the medium
   * @param protocol the transport, such as {@code RTP/AVP}
   * @param codecs the names of its formats, in order of preference
   * @param direction {@code sendrecv}, {@code sendonly}, {@code recvonly} or {@code inactive}
   */
  public record Stream(
      String media,
      String address,
      int port,
      String protocol,
      List<String> codecs,
      String direction) {
    public Stream {
      codecs = List.copyOf(codecs);
    }

    /** {@return it in a few words} */
    public String text() {
      if (port == 0) {
        return media + " refused";
      }
      String place = address.indexOf(':') < 0 ? address : '[' + address + ']';
      return media
          + ' '
          + place
          + ':'
          + port
          + (codecs.isEmpty() ? "" : " " + String.join(" ", codecs))
          + (direction.equals("sendrecv") ? "" : " " + direction);
    }
  }

  /** {@return all media in a few words} */
  public String text() {
    return streams.stream().map(Stream::text).collect(Collectors.joining("; "));
  }
}
