package dev.opensipsmcp.sip.relay;

import dev.opensipsmcp.sip.trace.Endpoint;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads RTPEngine's answer to {@code query}. What is missing in it is read as zero. */
public final class RelayedCalls {
  private RelayedCalls() {}

  /** {@return what the answer says of the call} */
  public static RelayedCall read(Bencode.Dictionary answer) {
    List<RelayedCall.Side> sides = new ArrayList<>();
    for (Map.Entry<String, Bencode> tag :
        new TreeMap<>(answer.dictionary("tags").values()).entrySet()) {
      if (tag.getValue() instanceof Bencode.Dictionary side) {
        sides.add(new RelayedCall.Side(tag.getKey(), medias(side)));
      }
    }
    return new RelayedCall(Instant.ofEpochSecond(answer.number("created")), sides);
  }

  private static List<RelayedCall.Media> medias(Bencode.Dictionary side) {
    List<RelayedCall.Media> medias = new ArrayList<>();
    for (Bencode item : side.items("medias")) {
      if (item instanceof Bencode.Dictionary media) {
        List<Bencode> flags = media.items("flags");
        medias.add(
            new RelayedCall.Media(
                media.text("type"),
                media.text("protocol"),
                has(flags, "send"),
                has(flags, "recv"),
                stream(media, "RTP"),
                stream(media, "RTCP")));
      }
    }
    return medias;
  }

  private static Optional<RelayedCall.Stream> stream(Bencode.Dictionary media, String flag) {
    for (Bencode item : media.items("streams")) {
      if (item instanceof Bencode.Dictionary stream && has(stream.items("flags"), flag)) {
        Bencode.Dictionary stats = stream.dictionary("stats");
        return Optional.of(
            new RelayedCall.Stream(
                new Endpoint(stream.text("local address"), (int) stream.number("local port")),
                endpoint(stream.dictionary("advertised endpoint")),
                endpoint(stream.dictionary("endpoint")),
                stats.number("packets"),
                stats.number("bytes"),
                stats.number("errors"),
                Instant.ofEpochSecond(stream.number("last packet"))));
      }
    }
    return Optional.empty();
  }

  private static Endpoint endpoint(Bencode.Dictionary place) {
    return new Endpoint(place.text("address"), (int) place.number("port"));
  }

  private static boolean has(List<Bencode> flags, String flag) {
    return flags.contains(new Bencode.Text(flag));
  }
}
