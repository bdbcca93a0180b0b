package dev.opensipsmcp.sip.internal.ladder;

import dev.opensipsmcp.sip.ladder.SdpGlance;
import dev.opensipsmcp.sip.ladder.SdpGlance.Stream;
import dev.opensipsmcp.sip.message.SipMessage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads what a ladder shows of SDP: where media are wanted, with which codecs, in which direction. */
final class SdpReader {
  /** More media than this are no telephone call; the rest is not shown. */
  private static final int MOST_STREAMS = 16;

  private static final int MOST_CODECS = 12;

  /** Payload types that need no rtpmap (RFC 3551 section 6). */
  private static final Map<String, String> STATIC =
      Map.of("0", "PCMU", "3", "GSM", "4", "G723", "8", "PCMA", "9", "G722", "18", "G729");

  private String origin = "";
  private String address = "";
  private String direction = "sendrecv";
  private final List<Medium> media = new ArrayList<>();

  private static final class Medium {
    String name = "";
    String protocol = "";
    String address = "";
    String direction = "";
    int port;
    final List<String> formats = new ArrayList<>();
    final Map<String, String> names = new java.util.HashMap<>();
  }

  private SdpReader() {}

  /** {@return what the body says, where it is SDP or holds it as a part} */
  static Optional<SdpGlance> read(SipMessage message) {
    if (message.bodyAt() >= message.bytes().length) {
      return Optional.empty();
    }
    String type = message.header("Content-Type").orElse("").toLowerCase(java.util.Locale.ROOT);
    if (!type.startsWith("application/sdp") && !type.startsWith("multipart/")) {
      return Optional.empty();
    }
    String body =
        new String(
            message.bytes(),
            message.bodyAt(),
            message.bytes().length - message.bodyAt(),
            StandardCharsets.UTF_8);
    SdpReader reader = new SdpReader();
    reader.lines(body);
    return reader.media.isEmpty() && reader.origin.isEmpty()
        ? Optional.empty()
        : Optional.of(reader.glance());
  }

  private void lines(String body) {
    boolean begun = false;
    for (String line : (Iterable<String>) body.lines()::iterator) {
      // In a multipart body the description lies between its v= and the next boundary.
      begun |= line.equals("v=0");
      if (begun && line.startsWith("--")) {
        return;
      }
      if (begun && line.length() > 2 && line.charAt(1) == '=') {
        line(line.charAt(0), line.substring(2).strip());
      }
    }
  }

  private void line(char type, String value) {
    switch (type) {
      case 'o' -> origin(value.split(" +"));
      case 'c' -> connection(value.split(" +"));
      case 'm' -> medium(value.split(" +"));
      case 'a' -> attribute(value);
      default -> {}
    }
  }

  private void origin(String[] words) {
    if (words.length >= 6 && origin.isEmpty()) {
      origin = Plain.line(words[0] + ' ' + words[1] + ' ' + words[5]);
    }
  }

  private void connection(String[] words) {
    if (words.length >= 3) {
      int slash = words[2].indexOf('/');
      String place = Plain.line(slash < 0 ? words[2] : words[2].substring(0, slash));
      if (media.isEmpty()) {
        address = place;
      } else {
        media.getLast().address = place;
      }
    }
  }

  private void medium(String[] words) {
    if (words.length < 3 || media.size() == MOST_STREAMS) {
      return;
    }
    Medium medium = new Medium();
    medium.name = Plain.line(words[0], 16);
    int slash = words[1].indexOf('/');
    String port = slash < 0 ? words[1] : words[1].substring(0, slash);
    medium.port =
        port.length() <= 5 && !port.isEmpty() && port.chars().allMatch(c -> c >= '0' && c <= '9')
            ? Math.min(65_535, Integer.parseInt(port))
            : 0;
    medium.protocol = Plain.line(words[2], 24);
    for (int at = 3; at < words.length && at < 3 + MOST_CODECS; at++) {
      medium.formats.add(words[at]);
    }
    media.add(medium);
  }

  private void attribute(String value) {
    switch (value) {
      case "sendrecv", "sendonly", "recvonly", "inactive" -> {
        if (media.isEmpty()) {
          direction = value;
        } else {
          media.getLast().direction = value;
        }
      }
      default -> {
        if (value.startsWith("rtpmap:") && !media.isEmpty()) {
          rtpmap(value.substring(7).strip());
        }
      }
    }
  }

  private void rtpmap(String value) {
    int blank = value.indexOf(' ');
    if (blank > 0 && media.getLast().formats.contains(value.substring(0, blank))) {
      String name = value.substring(blank + 1).strip();
      int slash = name.indexOf('/');
      media
          .getLast()
          .names
          .put(value.substring(0, blank), Plain.line(slash < 0 ? name : name.substring(0, slash), 24));
    }
  }

  private SdpGlance glance() {
    return new SdpGlance(
        origin,
        media.stream()
            .map(
                medium ->
                    new Stream(
                        medium.name,
                        medium.address.isEmpty() ? address : medium.address,
                        medium.port,
                        medium.protocol,
                        codecs(medium),
                        medium.direction.isEmpty() ? direction : medium.direction))
            .toList());
  }

  private static List<String> codecs(Medium medium) {
    Set<String> codecs = new LinkedHashSet<>();
    for (String format : medium.formats) {
      String name = medium.names.get(format);
      codecs.add(
          name != null ? name : Plain.line(STATIC.getOrDefault(format, format), 24));
    }
    return List.copyOf(codecs);
  }
}
