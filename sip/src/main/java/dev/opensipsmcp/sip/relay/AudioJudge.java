package dev.opensipsmcp.sip.relay;

import dev.opensipsmcp.sip.trace.Addresses;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Judges by a relay's counters whether people hear each other. */
public final class AudioJudge {
  /** Packets of speech come every 20 ms, of silence every few seconds; 5 s without any is long. */
  private static final Duration SILENCE = Duration.ofSeconds(5);

  private AudioJudge() {}

  /**
   * {@return the verdict on the first audio media of each side}
   *
   * @param call what the relay knows
   * @param now the time by the relay's clock
   */
  public static AudioVerdict judge(RelayedCall call, Instant now) {
    List<AudioVerdict.Direction> directions = new ArrayList<>();
    List<String> hints = new ArrayList<>();
    boolean unanswered = false;
    for (RelayedCall.Side side : call.sides()) {
      Optional<RelayedCall.Media> audio = audio(side);
      if (audio.isPresent() && audio.get().rtp().isPresent()) {
        // A side that has not answered has ports at the relay already, and no address of its own.
        unanswered |= audio.get().rtp().get().advertised().address().isEmpty();
        directions.add(direction(side.tag(), audio.get(), audio.get().rtp().get(), call, now));
        hint(side.tag(), audio.get().rtp().get(), hints);
      }
    }
    boolean young = Duration.between(call.created(), now).compareTo(SILENCE) < 0;
    AudioVerdict.Kind kind = kind(directions, unanswered, young);
    return new AudioVerdict(kind, text(kind, directions), directions, hints);
  }

  private static Optional<RelayedCall.Media> audio(RelayedCall.Side side) {
    return side.medias().stream().filter(media -> media.type().equals("audio")).findFirst();
  }

  private static AudioVerdict.Direction direction(
      String tag,
      RelayedCall.Media media,
      RelayedCall.Stream stream,
      RelayedCall call,
      Instant now) {
    Instant last = stream.packets() == 0 ? call.created() : stream.lastPacket();
    Duration silent = Duration.between(last, now);
    AudioVerdict.Flow flow;
    if (!media.sends()) {
      flow = AudioVerdict.Flow.NOT_SENDING;
    } else if (stream.packets() == 0) {
      flow = AudioVerdict.Flow.NEVER_CAME;
    } else {
      flow = silent.compareTo(SILENCE) > 0 ? AudioVerdict.Flow.STOPPED : AudioVerdict.Flow.FLOWING;
    }
    return new AudioVerdict.Direction(tag, flow, stream.packets(), Math.max(0, silent.toSeconds()));
  }

  private static AudioVerdict.Kind kind(
      List<AudioVerdict.Direction> directions, boolean unanswered, boolean young) {
    if (unanswered || directions.size() == 1) {
      return AudioVerdict.Kind.NOT_ANSWERED;
    }
    if (directions.isEmpty()) {
      return AudioVerdict.Kind.UNKNOWN;
    }
    long flowing = count(directions, AudioVerdict.Flow.FLOWING);
    long held = count(directions, AudioVerdict.Flow.NOT_SENDING);
    if (flowing == directions.size()) {
      return AudioVerdict.Kind.BOTH_WAYS;
    }
    if (flowing + held == directions.size()) {
      return AudioVerdict.Kind.HELD;
    }
    if (young) {
      return AudioVerdict.Kind.UNKNOWN;
    }
    return flowing == 0 ? AudioVerdict.Kind.NO_AUDIO : AudioVerdict.Kind.ONE_WAY;
  }

  private static long count(List<AudioVerdict.Direction> directions, AudioVerdict.Flow flow) {
    return directions.stream().filter(one -> one.flow() == flow).count();
  }

  private static String text(AudioVerdict.Kind kind, List<AudioVerdict.Direction> directions) {
    return switch (kind) {
      case BOTH_WAYS -> "Packets come from both sides.";
      case HELD -> "The call is on hold: a side agreed not to send.";
      case NO_AUDIO -> "No packets come from either side.";
      case NOT_ANSWERED -> "The relay knows one side only: no answer reached it.";
      case UNKNOWN -> "The counters do not decide: no audio, or the call is too young.";
      case ONE_WAY -> "One-way audio: " + silent(directions) + ".";
    };
  }

  private static String silent(List<AudioVerdict.Direction> directions) {
    List<String> parts = new ArrayList<>();
    for (AudioVerdict.Direction one : directions) {
      switch (one.flow()) {
        case NEVER_CAME ->
            parts.add("in " + one.silentSeconds() + " s no packet came from tag " + one.tag());
        case STOPPED ->
            parts.add(
                "none came from tag " + one.tag() + " for the last " + one.silentSeconds() + " s");
        case FLOWING, NOT_SENDING -> {
          // These are as they should be.
        }
      }
    }
    return String.join(", and ", parts);
  }

  private static void hint(String tag, RelayedCall.Stream stream, List<String> hints) {
    String said = stream.advertised().address();
    String seen = stream.seen().address();
    if (!said.equals(seen) && !said.isEmpty() && !seen.isEmpty() && stream.packets() > 0) {
      hints.add(
          "Tag "
              + tag
              + " said "
              + stream.advertised()
              + " in SDP, and its packets come from "
              + stream.seen()
              + (isPrivate(said) ? ": it is behind a NAT." : "."));
    } else if (stream.packets() == 0 && isPrivate(said)) {
      hints.add(
          "Tag "
              + tag
              + " said "
              + stream.advertised()
              + " in SDP, a private address: what is sent there may not arrive, and the relay"
              + " can learn the right one only from a packet.");
    }
    if (stream.errors() > 0) {
      hints.add(stream.errors() + " packets of tag " + tag + " were bad (SRTP or format).");
    }
  }

  /** RFC 1918, RFC 6598, RFC 4193, link-local. */
  private static boolean isPrivate(String address) {
    byte[] bytes;
    try {
      bytes = Addresses.bytes(address);
    } catch (IllegalArgumentException e) {
      return false;
    }
    int first = bytes[0] & 0xff;
    int second = bytes[1] & 0xff;
    if (bytes.length == 16) {
      return (first & 0xfe) == 0xfc || (first == 0xfe && (second & 0xc0) == 0x80);
    }
    return first == 10
        || (first == 172 && (second & 0xf0) == 16)
        || (first == 192 && second == 168)
        || (first == 169 && second == 254)
        || (first == 100 && (second & 0xc0) == 64);
  }
}
