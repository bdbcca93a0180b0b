package dev.opensipsmcp.server.toolset.ladder;

import dev.opensipsmcp.server.toolset.ladder.Finding.Statement;
import dev.opensipsmcp.sip.ladder.Arrow;
import dev.opensipsmcp.sip.ladder.CallTimer;
import dev.opensipsmcp.sip.ladder.Correlation;
import dev.opensipsmcp.sip.ladder.Ladder;
import dev.opensipsmcp.sip.ladder.Leg;
import dev.opensipsmcp.sip.ladder.NatMark;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Tells what the messages of a call show. */
final class Signalling {
  private Signalling() {}

  static Finding of(Ladder ladder) {
    List<Statement> statements = new ArrayList<>();
    statements.add(
        new Statement("signalling", ladder.verdict().sentence(), ids(ladder.verdict().evidence())));
    for (int at = 0; at < ladder.legs().size(); at++) {
      Leg leg = ladder.legs().get(at);
      String name = ladder.legs().size() > 1 ? "Leg " + (at + 1) + ": " : "";
      for (CallTimer timer : leg.timers()) {
        statements.add(
            new Statement(
                "signalling",
                name + timer.kind().label() + " took " + timer.length().toMillis() + " ms.",
                ids(List.of(timer.from(), timer.to()))));
      }
      leg.retransmissions()
          .forEach(one ->
              statements.add(
                  new Statement(
                      "signalling",
                      name
                          + ladder.arrow(one.message()).label()
                          + " was sent again "
                          + one.count()
                          + " times over "
                          + one.span().toMillis()
                          + " ms.",
                      ids(List.of(one.message())))));
    }
    for (Correlation one : ladder.correlations()) {
      statements.add(
          new Statement(
              "signalling",
              "Legs "
                  + (one.leg() + 1)
                  + " and "
                  + (one.other() + 1)
                  + " are one call with "
                  + LadderJson.word(one.confidence())
                  + " confidence: "
                  + one.reasons().stream()
                      .map(Correlation.Reason::text)
                      .collect(Collectors.joining("; "))
                  + ".",
              ids(
                  List.of(
                      ladder.legs().get(one.leg()).messages().getFirst(),
                      ladder.legs().get(one.other()).messages().getFirst()))));
    }
    nat(ladder)
        .forEach(
            (text, numbers) -> statements.add(new Statement("signalling", text, ids(numbers))));
    return new Finding(statements, List.of(), List.of());
  }

  /** What a NAT made untrue, once for each thing, with all messages that show it. */
  private static Map<String, List<Integer>> nat(Ladder ladder) {
    Map<String, List<Integer>> marks = new LinkedHashMap<>();
    for (Arrow arrow : ladder.arrows()) {
      for (NatMark mark : arrow.nat()) {
        marks
            .computeIfAbsent("NAT: " + mark.text() + ".", _ -> new ArrayList<>())
            .add(arrow.number());
      }
    }
    return marks;
  }

  static List<String> ids(List<Integer> numbers) {
    return numbers.stream().map(number -> "m" + number).toList();
  }
}
