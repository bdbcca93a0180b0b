package dev.opensipsmcp.lab.internal.state;

/**
 * One party's side of a call.
 *
 * @param tag its tag
 * @param contact its contact URI
 * @param cseq the last CSeq number towards the other side
 * @param socket the node's socket towards it
 * @param sdp its offer or answer
 */
public record Leg(String tag, String contact, String cseq, String socket, String sdp) {

  static Leg of(String tag, String user, String host, String cseq) {
    String sdp =
        "v=0\r\no=- 1 1 IN IP4 "
            + host
            + "\r\ns=-\r\nc=IN IP4 "
            + host
            + "\r\nt=0 0\r\nm=audio 6000 RTP/AVP 0 8\r\n";
    return new Leg(tag, "sip:" + user + "@" + host + ":5060", cseq, "udp:192.0.2.1:5060", sdp);
  }
}
