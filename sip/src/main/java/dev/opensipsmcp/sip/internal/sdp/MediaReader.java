package dev.opensipsmcp.sip.internal.sdp;

import dev.opensipsmcp.sip.message.HeaderValues;
import dev.opensipsmcp.sip.sdp.Candidate;
import dev.opensipsmcp.sip.sdp.Codec;
import dev.opensipsmcp.sip.sdp.Direction;
import dev.opensipsmcp.sip.sdp.Encryption;
import dev.opensipsmcp.sip.sdp.Media;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/** Gathers what belongs to one media line, or to the whole session before the first. */
final class MediaReader {
  private static final int MOST_KEPT = 200;

  private final String type;
  private final int port;
  private final String protocol;
  private final List<String> formats;
  private final Map<String, String> maps = new HashMap<>();
  private final Map<String, String> parameters = new HashMap<>();
  private final List<Candidate> candidates = new ArrayList<>();
  private final List<String> suites = new ArrayList<>();
  private final Map<String, Long> bandwidth = new LinkedHashMap<>();
  private final Map<String, String> single = new HashMap<>();
  private Optional<Direction> direction = Optional.empty();
  private String address = "";

  private MediaReader(String type, int port, String protocol, List<String> formats) {
    this.type = type;
    this.port = port;
    this.protocol = protocol;
    this.formats = formats;
  }

  static MediaReader ofSession() {
    return new MediaReader("", 0, "", List.of());
  }

  static MediaReader of(String value, Consumer<String> defects) {
    String[] parts = value.split(" +", 4);
    String ports = parts.length > 1 ? parts[1] : "";
    int slash = ports.indexOf('/');
    long port = HeaderValues.number(slash < 0 ? ports : ports.substring(0, slash));
    if (parts.length < 4 || port < 0 || port > 65_535) {
      defects.accept("An m= line has no port from 0 to 65535, protocol and formats.");
    }
    return new MediaReader(
        parts[0].toLowerCase(Locale.ROOT),
        port > 65_535 || port < 0 ? 0 : (int) port,
        parts.length > 2 ? parts[2].toUpperCase(Locale.ROOT) : "",
        parts.length > 3 ? List.of(parts[3].split(" +", MOST_KEPT)) : List.of());
  }

  String address() {
    return address;
  }

  void connection(String value, Consumer<String> defects) {
    String[] parts = value.split(" +", 3);
    if (parts.length < 3 || !parts[0].equals("IN")) {
      defects.accept("A c= line is not IN, a kind of address and an address.");
      return;
    }
    int slash = parts[2].indexOf('/');
    address = slash < 0 ? parts[2] : parts[2].substring(0, slash);
  }

  void bandwidth(String value, Consumer<String> defects) {
    int colon = value.indexOf(':');
    long number = colon < 0 ? -1 : HeaderValues.number(value.substring(colon + 1).strip());
    if (number < 0) {
      defects.accept("A b= line is not a type, a colon and a number.");
    } else if (bandwidth.size() < MOST_KEPT) {
      bandwidth.put(value.substring(0, colon), number);
    }
  }

  void attribute(String value) {
    int colon = value.indexOf(':');
    String name = colon < 0 ? value : value.substring(0, colon);
    String rest = colon < 0 ? "" : value.substring(colon + 1).strip();
    switch (name) {
      case "rtpmap" -> pair(rest, maps);
      case "fmtp" -> pair(rest, parameters);
      case "sendrecv", "sendonly", "recvonly", "inactive" -> direction = direction(name);
      case "candidate" ->
          candidate(rest).filter(_ -> candidates.size() < MOST_KEPT).ifPresent(candidates::add);
      case "crypto" -> suite(rest);
      case "mid", "rtcp", "rtcp-mux", "ice-ufrag", "fingerprint", "setup", "ptime" ->
          single.putIfAbsent(name, rest);
      default -> {}
    }
  }

  private static Optional<Direction> direction(String name) {
    return switch (name) {
      case "sendrecv" -> Optional.of(Direction.SENDRECV);
      case "sendonly" -> Optional.of(Direction.SENDONLY);
      case "recvonly" -> Optional.of(Direction.RECVONLY);
      default -> Optional.of(Direction.INACTIVE);
    };
  }

  private static void pair(String value, Map<String, String> pairs) {
    int blank = value.indexOf(' ');
    if (blank > 0 && pairs.size() < MOST_KEPT) {
      pairs.putIfAbsent(value.substring(0, blank), value.substring(blank + 1).strip());
    }
  }

  /** The key behind the suite stays behind. */
  private void suite(String value) {
    String[] parts = value.split(" +", 3);
    if (parts.length > 1 && suites.size() < MOST_KEPT && HeaderValues.number(parts[0]) >= 0) {
      suites.add(parts[0] + ' ' + parts[1]);
    }
  }

  private static Optional<Candidate> candidate(String value) {
    String[] parts = value.split(" +", 9);
    if (parts.length < 8 || !parts[6].equals("typ")) {
      return Optional.empty();
    }
    long component = HeaderValues.number(parts[1]);
    long port = HeaderValues.number(parts[5]);
    return component < 0 || component > 256 || port < 0 || port > 65_535
        ? Optional.empty()
        : Optional.of(
            new Candidate(
                (int) component,
                parts[2].toLowerCase(Locale.ROOT),
                HeaderValues.number(parts[3]),
                parts[4],
                (int) port,
                parts[7]));
  }

  Media read(MediaReader session, Consumer<String> defects) {
    List<Codec> codecs = new ArrayList<>();
    for (String format : formats) {
      codecs.add(codec(format, defects));
    }
    Map<String, Long> limits = new LinkedHashMap<>(session.bandwidth);
    limits.putAll(bandwidth);
    String fingerprint = either("fingerprint", session);
    String rtcpPort = single.getOrDefault("rtcp", "");
    return new Media(
        type,
        port,
        protocol,
        codecs,
        address.isEmpty() ? session.address : address,
        direction.or(() -> session.direction).orElse(Direction.SENDRECV),
        single.getOrDefault("mid", ""),
        whole(rtcpPort.isEmpty() ? "" : rtcpPort.split(" ", 2)[0]),
        single.containsKey("rtcp-mux"),
        !either("ice-ufrag", session).isEmpty(),
        candidates,
        new Encryption(
            suites,
            fingerprint.isEmpty() ? Optional.empty() : Optional.of(fingerprint),
            either("setup", session)),
        limits,
        whole(single.getOrDefault("ptime", "")));
  }

  private String either(String name, MediaReader session) {
    return single.getOrDefault(name, session.single.getOrDefault(name, ""));
  }

  private static OptionalInt whole(String value) {
    long number = HeaderValues.number(value);
    return number < 0 || number > 65_535 ? OptionalInt.empty() : OptionalInt.of((int) number);
  }

  private Codec codec(String format, Consumer<String> defects) {
    long payload = protocol.contains("RTP/") ? HeaderValues.number(format) : -1;
    String fmtp = parameters.getOrDefault(format, "");
    if (payload < 0 || payload > 127) {
      if (protocol.contains("RTP/")) {
        defects.accept("A format of an RTP media line is no number from 0 to 127.");
      }
      return new Codec(-1, format, 0, 1, fmtp);
    }
    Codec fixed = StaticPayloads.of((int) payload);
    String map = maps.getOrDefault(format, "");
    if (map.isEmpty()) {
      if (fixed.name().isEmpty() && port > 0) {
        defects.accept("Payload number " + payload + " has no rtpmap and no fixed meaning.");
      }
      return new Codec(
          (int) payload,
          fixed.name().isEmpty() ? format : fixed.name(),
          fixed.clock(),
          fixed.channels(),
          fmtp);
    }
    String[] parts = map.split("/", 3);
    OptionalInt channels = parts.length > 2 ? whole(parts[2]) : OptionalInt.empty();
    long clock = parts.length > 1 ? HeaderValues.number(parts[1].strip()) : -1;
    return new Codec(
        (int) payload,
        parts[0],
        clock < 0 || clock > Integer.MAX_VALUE ? 0 : (int) clock,
        Math.max(1, channels.orElse(1)),
        fmtp);
  }
}
