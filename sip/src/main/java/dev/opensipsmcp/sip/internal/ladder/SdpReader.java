package dev.opensipsmcp.sip.internal.ladder;

import dev.opensipsmcp.sip.ladder.SdpGlance;
import dev.opensipsmcp.sip.ladder.SdpGlance.Stream;
import dev.opensipsmcp.sip.message.SipMessage;
import dev.opensipsmcp.sip.sdp.Media;
import dev.opensipsmcp.sip.sdp.SdpParser;
import dev.opensipsmcp.sip.sdp.Session;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Takes from SDP what a ladder shows: where media are wanted, with which codecs, and which way. */
final class SdpReader {
  /** More media or codecs than these are not shown. */
  private static final int MOST_STREAMS = 16;

  private static final int MOST_CODECS = 12;

  private SdpReader() {}

  /** {@return what the body says, where it is SDP or holds it as a part} */
  static Optional<SdpGlance> read(SipMessage message) {
    Optional<String> text = text(message);
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

  /** {@return the description alone, where the body is one or has one as a part} */
  static Optional<String> text(SipMessage message) {
    if (message.bodyAt() >= message.bytes().length) {
      return Optional.empty();
    }
    String type = message.header("Content-Type").orElse("").toLowerCase(Locale.ROOT);
    boolean parts = type.startsWith("multipart/");
    if (!type.startsWith("application/sdp") && !parts) {
      return Optional.empty();
    }
    String body =
        new String(
            message.bytes(),
            message.bodyAt(),
            message.bytes().length - message.bodyAt(),
            StandardCharsets.UTF_8);
    int begin = body.startsWith("v=0") ? 0 : body.indexOf("\nv=0") + 1;
    if (!parts || (begin == 0 && !body.startsWith("v=0"))) {
      return parts ? Optional.empty() : Optional.of(body);
    }
    int end = body.indexOf("\n--", begin);
    return Optional.of(body.substring(begin, end < 0 ? body.length() : end + 1));
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
