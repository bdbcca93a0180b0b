package dev.opensipsmcp.server.toolset.ladder;

import dev.opensipsmcp.server.config.EvidenceEntry.RelayEntry;
import dev.opensipsmcp.server.toolset.ladder.Finding.Evidence;
import dev.opensipsmcp.server.toolset.ladder.Finding.Statement;
import dev.opensipsmcp.server.toolset.ladder.Finding.Unseen;
import dev.opensipsmcp.sip.relay.AudioJudge;
import dev.opensipsmcp.sip.relay.AudioVerdict;
import dev.opensipsmcp.sip.relay.Bencode;
import dev.opensipsmcp.sip.relay.RelayAddress;
import dev.opensipsmcp.sip.relay.RelayAnswer;
import dev.opensipsmcp.sip.relay.RelayError;
import dev.opensipsmcp.sip.relay.RelayedCalls;
import dev.opensipsmcp.sip.relay.RtpEngine;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the media relays know of a call. */
final class RelaySource {
  private RelaySource() {}

  static Finding ask(List<RelayEntry> relays, List<String> callIds, Instant now) {
    if (relays.isEmpty()) {
      return Finding.none("relay", "No media relay is configured here.");
    }
    List<Statement> statements = new ArrayList<>();
    List<Evidence> evidence = new ArrayList<>();
    List<Unseen> unseen = new ArrayList<>();
    for (RelayEntry relay : relays) {
      Optional<RelayAddress> address = RelayAddress.parse(relay.url());
      if (!relay.kind().equals("rtpengine") || address.isEmpty()) {
        unseen.add(new Unseen("relay", relay.name() + " is no RTPEngine and was not asked."));
        continue;
      }
      RtpEngine engine = new RtpEngine(address.get(), Duration.ofMillis(relay.timeoutMs()));
      boolean found = false;
      for (String callId : callIds) {
        switch (engine.query(callId)) {
          case RelayAnswer.Value<Bencode.Dictionary>(Bencode.Dictionary answer) -> {
            found = true;
            String id = "q" + (evidence.size() + 1);
            AudioVerdict verdict = AudioJudge.judge(RelayedCalls.read(answer), now);
            evidence.add(new Evidence(id, relay.name() + " query " + callId, counted(verdict)));
            statements.add(new Statement("relay", verdict.text(), List.of(id)));
            verdict.hints().forEach(h -> statements.add(new Statement("relay", h, List.of(id))));
          }
          case RelayAnswer.Failure<Bencode.Dictionary>(RelayError error)
              when error.kind() == RelayError.Kind.NOT_FOUND -> {}
          case RelayAnswer.Failure<Bencode.Dictionary>(RelayError error) -> {
            unseen.add(new Unseen("relay", relay.name() + ": " + error.message()));
            found = true;
          }
        }
      }
      if (!found) {
        unseen.add(new Unseen("relay", relay.name() + " carries no such call now."));
      }
    }
    return new Finding(statements, evidence, unseen);
  }

  private static String counted(AudioVerdict verdict) {
    StringBuilder text = new StringBuilder();
    for (AudioVerdict.Direction one : verdict.directions()) {
      text.append(text.isEmpty() ? "" : "; ")
          .append("from tag ")
          .append(one.tag())
          .append(": ")
          .append(one.packets())
          .append(" packets, ")
          .append(LadderJson.word(one.flow()))
          .append(", last ")
          .append(one.silentSeconds())
          .append(" s ago");
    }
    return text.toString();
  }
}
