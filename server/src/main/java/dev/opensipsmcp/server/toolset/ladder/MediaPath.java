package dev.opensipsmcp.server.toolset.ladder;

import dev.opensipsmcp.server.toolset.ladder.Finding.Statement;
import dev.opensipsmcp.sip.ladder.Arrow;
import dev.opensipsmcp.sip.ladder.Ladder;
import dev.opensipsmcp.sip.ladder.SdpGlance;
import dev.opensipsmcp.sip.message.CSeq;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells which media each hop of a call agreed on: the first offer and the last answer to it. */
final class MediaPath {
  private static final int MOST = 12;

  private final Ladder ladder;
  private final List<Statement> statements = new ArrayList<>();

  private MediaPath(Ladder ladder) {
    this.ladder = ladder;
  }

  private record Hop(int leg, int from, int to, long cseq) {}

  private record Exchange(Arrow offer, Optional<Arrow> answer) {}

  static Finding of(Ladder ladder) {
    MediaPath path = new MediaPath(ladder);
    Map<Hop, Exchange> exchanges = path.exchanges();
    if (exchanges.isEmpty()) {
      return Finding.none("media", "No message with an SDP offer was seen.");
    }
    exchanges.values().stream().limit(MOST).forEach(path::told);
    return new Finding(path.statements, List.of(), List.of());
  }

  private Map<Hop, Exchange> exchanges() {
    Map<Hop, Exchange> exchanges = new LinkedHashMap<>();
    for (Arrow arrow : ladder.arrows()) {
      if (arrow.isRepeat() || arrow.sdp().isEmpty() || !arrow.message().method().equals("INVITE")) {
        continue;
      }
      long cseq = arrow.message().cseq().map(CSeq::number).orElse(0L);
      if (arrow.kind() == Arrow.Kind.REQUEST) {
        exchanges.putIfAbsent(
            new Hop(arrow.leg(), arrow.from(), arrow.to(), cseq),
            new Exchange(arrow, Optional.empty()));
      } else {
        exchanges.computeIfPresent(
            new Hop(arrow.leg(), arrow.to(), arrow.from(), cseq),
            (_, before) -> new Exchange(before.offer(), Optional.of(arrow)));
      }
    }
    return exchanges;
  }

  private void told(Exchange exchange) {
    Arrow offer = exchange.offer();
    String between = name(offer.from()) + " to " + name(offer.to());
    SdpGlance offered = offer.sdp().orElseThrow();
    if (exchange.answer().isEmpty()) {
      say(between + " offers " + offered.text() + "; no answer with SDP was seen.", offer);
      return;
    }
    Arrow answer = exchange.answer().get();
    SdpGlance answered = answer.sdp().orElseThrow();
    say(
        between
            + " agrees on "
            + codec(offered, answered)
            + ": offer "
            + offered.text()
            + "; answer "
            + answered.text()
            + ".",
        offer,
        answer);
  }

  /**
   * The first codec of the answer is what the answerer prefers to receive (RFC 3264 section 6.1).
   */
  private static String codec(SdpGlance offered, SdpGlance answered) {
    if (offered.streams().isEmpty() || answered.streams().isEmpty()) {
      return "no media";
    }
    List<String> first = offered.streams().getFirst().codecs();
    return answered.streams().getFirst().codecs().stream()
        .filter(codec -> first.stream().anyMatch(codec::equalsIgnoreCase))
        .findFirst()
        .orElse("no common codec");
  }

  private String name(int participant) {
    return ladder.participants().get(participant).name();
  }

  private void say(String text, Arrow... evidence) {
    List<String> ids = new ArrayList<>();
    for (Arrow arrow : evidence) {
      ids.add("m" + arrow.number());
    }
    statements.add(new Statement("media", text, ids));
  }
}
