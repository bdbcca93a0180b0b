package dev.opensipsmcp.server.toolset.ladder;

import dev.opensipsmcp.sip.ladder.Ending;
import dev.opensipsmcp.sip.ladder.Ladder;
import dev.opensipsmcp.sip.ladder.Leg;
import dev.opensipsmcp.sip.ladder.NatMark;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Says what to look at next, for what a call's messages show. */
final class NextSteps {
  private NextSteps() {}

  static List<String> of(Ladder ladder) {
    Set<String> steps = new LinkedHashSet<>();
    for (Leg leg : ladder.legs()) {
      ending(leg.ending(), steps);
    }
    boolean sdp =
        ladder.arrows().stream()
            .flatMap(arrow -> arrow.nat().stream())
            .anyMatch(mark -> mark.where() == NatMark.Where.SDP);
    boolean contact =
        ladder.arrows().stream()
            .flatMap(arrow -> arrow.nat().stream())
            .anyMatch(mark -> mark.where() == NatMark.Where.CONTACT);
    if (sdp) {
      steps.add(
          "Look whether a media relay is engaged for callers behind NAT: SDP goes on with a private"
              + " address.");
    }
    if (contact) {
      steps.add(
          "Look whether the script repairs Contact for callers behind NAT (module nathelper), or"
              + " requests within the call get lost.");
    }
    return new ArrayList<>(steps);
  }

  private static void ending(Ending ending, Set<String> steps) {
    switch (ending.kind()) {
      case ACK_MISSING ->
          steps.add(
              "Compare Record-Route and Contact of the 200 with call_compare_hops: the ACK goes to"
                  + " what they name.");
      case NO_ANSWER ->
          steps.add("Look whether the address that did not answer is reachable and listens.");
      case CHALLENGED -> steps.add("Check the caller's user name, realm and password.");
      case REDIRECTED -> steps.add("Look whether somebody follows the Contact of the 3xx.");
      case UNFINISHED, UNKNOWN ->
          steps.add("Capture longer, or at another point: the messages end before the call does.");
      case REJECTED -> rejected(ending, steps);
      case HUNG_UP, ANSWERED, CANCELLED, ACCEPTED -> {}
    }
  }

  private static void rejected(Ending ending, Set<String> steps) {
    switch (ending.code().orElse(0)) {
      case 404, 480 ->
          steps.add("Look whether the callee is registered, and whether the number is routed.");
      case 408 -> steps.add("Look whether the next hop is reachable and listens.");
      case 403 -> steps.add("Look at permissions and trusted addresses for the caller.");
      case 488, 606 ->
          steps.add("Compare the codecs of offer and answerer; see media in this report.");
      case 500, 502, 503, 504 ->
          steps.add("Look at the log of the one that refused, and at the state of its gateways.");
      default -> steps.add("Look at the log of the one that refused at the time of its answer.");
    }
  }
}
