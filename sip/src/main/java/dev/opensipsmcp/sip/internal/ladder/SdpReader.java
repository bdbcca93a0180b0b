package dev.opensipsmcp.sip.internal.ladder;

import dev.opensipsmcp.sip.ladder.SdpGlance;
import dev.opensipsmcp.sip.ladder.SdpGlance.Stream;
import dev.opensipsmcp.sip.message.Bodies;
import dev.opensipsmcp.sip.message.SipMessage;
import dev.opensipsmcp.sip.sdp.Media;
import dev.opensipsmcp.sip.sdp.SdpParser;
import dev.opensipsmcp.sip.sdp.Session;
import java.util.List;
import java.util.Optional;

/** Takes from SDP what a ladder shows: where media are wanted, with which codecs, and which way. */
final class SdpReader {
  /** More media or codecs than these are not shown. */
  private static final int MOST_STREAMS = 16;

  private static final int MOST_CODECS = 12;

  private SdpReader() {}

  /** {@return what the body says, where it is SDP or holds it as a part} */
  static Optional<SdpGlance> read(SipMessage message) {
    Optional<String> text = Bodies.sdp(message);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Session session = SdpParser.parse(text.get());
    return session.medias().isEmpty() && session.origin().isEmpty()
        ? Optional.empty()
        : Optional.of(
            new SdpGlance(
                origin(session.origin()),
                session.medias().stream().limit(MOST_STREAMS).map(SdpReader::stream).toList()));
  }

  private static String origin(String value) {
    String[] words = value.strip().split(" +", -1);
    return words.length < 6 ? "" : Plain.line(words[0] + ' ' + words[1] + ' ' + words[5]);
  }

  private static Stream stream(Media media) {
    List<String> codecs =
        media.codecs().stream()
            .map(codec -> Plain.line(codec.name(), 24))
            .filter(name -> !name.isEmpty())
            .distinct()
            .limit(MOST_CODECS)
            .toList();
    return new Stream(
        Plain.line(media.type(), 16),
        Plain.line(media.address(), 46),
        media.port(),
        Plain.line(media.protocol(), 24),
        codecs,
        media.direction().word());
  }
}
