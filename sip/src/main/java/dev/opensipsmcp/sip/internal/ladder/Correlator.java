package dev.opensipsmcp.sip.internal.ladder;

import dev.opensipsmcp.sip.ladder.Correlation;
import dev.opensipsmcp.sip.ladder.Correlation.Confidence;
import dev.opensipsmcp.sip.ladder.Correlation.Reason;
import dev.opensipsmcp.sip.ladder.SdpGlance;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Finds which legs belong to one call. What a leg carries is looked up among what earlier legs
 * carried, so that the work grows with the number of legs and not with its square.
 */
final class Correlator {
  private final List<LegMessages> legs;
  private final Participants participants;
  private final List<String> headers;
  private final Map<String, Integer> carried = new HashMap<>();
  private final Map<String, Integer> users = new HashMap<>();
  private final TreeMap<String, Integer> callIds = new TreeMap<>();
  private final List<Correlation> found = new ArrayList<>();

  private Correlator(List<LegMessages> legs, Participants participants, List<String> headers) {
    this.legs = legs;
    this.participants = participants;
    this.headers = headers;
  }

  static List<Correlation> of(
      List<LegMessages> legs, Participants participants, List<String> headers) {
    Correlator correlator = new Correlator(legs, participants, headers);
    for (int leg = 0; leg < legs.size(); leg++) {
      correlator.leg(leg);
    }
    return correlator.found;
  }

  private void leg(int leg) {
    Map<Integer, List<Reason>> reasons = new TreeMap<>();
    List<Trait> traits = legs.get(leg).initial().map(this::traits).orElse(List.of());
    for (Trait trait : traits) {
      Integer earlier = carried.putIfAbsent(trait.key(), leg);
      if (earlier != null && earlier != leg) {
        note(reasons, earlier, trait.confidence(), trait.text());
      }
    }
    callId(reasons, leg);
    users(reasons, leg);
    reasons.forEach((earlier, all) -> {
      all.sort(Comparator.comparing(Reason::confidence));
      found.add(new Correlation(earlier, leg, all.getFirst().confidence(), all));
    });
  }

  private static void note(
      Map<Integer, List<Reason>> reasons, int earlier, Confidence confidence, String text) {
    reasons.computeIfAbsent(earlier, _ -> new ArrayList<>()).add(new Reason(confidence, text));
  }

  /** A value that two legs of one call may both have. */
  private record Trait(String key, Confidence confidence, String text) {}

  private List<Trait> traits(Seen initial) {
    List<Trait> traits = new ArrayList<>();
    if (!initial.callId().isEmpty()) {
      traits.add(
          new Trait("id " + initial.callId(), Confidence.HIGH, "a header names its Call-ID"));
    }
    for (String name : headers) {
      for (String value : initial.message().headers(name)) {
        if (!value.isEmpty()) {
          traits.add(
              new Trait("id " + value, Confidence.HIGH, Plain.line(name) + " names the other leg"));
        }
      }
    }
    initial
        .message()
        .header("Session-ID")
        .map(value -> value.split(";", 2)[0].strip())
        .filter(id -> id.length() >= 16)
        .ifPresent(id ->
            traits.add(new Trait("uuid " + id, Confidence.HIGH, "same Session-ID (RFC 7989)")));
    for (String name : List.of("Replaces", "Target-Dialog", "In-Reply-To")) {
      initial
          .message()
          .header(name)
          .map(value -> value.split(";", 2)[0].strip())
          .ifPresent(id ->
              traits.add(new Trait("id " + id, Confidence.HIGH, name + " names the other leg")));
    }
    initial
        .vias()
        .forEach(via ->
            via.branch()
                .filter(branch -> branch.length() > 7)
                .ifPresent(branch ->
                    traits.add(new Trait("branch " + branch, Confidence.HIGH, "same Via branch"))));
    SdpReader.read(initial.message())
        .map(SdpGlance::origin)
        .filter(origin -> !origin.isEmpty())
        .ifPresent(origin -> origin(traits, origin));
    return traits;
  }

  private static void origin(List<Trait> traits, String origin) {
    String[] words = origin.split(" ", -1);
    traits.add(new Trait("o " + origin, Confidence.HIGH, "same SDP origin (" + origin + ")"));
    // A short session id, as 0 or 1, is no sign of anything.
    if (words.length == 3 && words[1].length() >= 6) {
      traits.add(new Trait("s " + words[1], Confidence.MEDIUM, "same SDP session id " + words[1]));
    }
  }

  /** One Call-ID begins with the other, as some B2BUAs make them. */
  private void callId(Map<Integer, List<Reason>> reasons, int leg) {
    String id = legs.get(leg).callId();
    if (id.length() < 8) {
      return;
    }
    Map.Entry<String, Integer> below = callIds.floorEntry(id);
    Map.Entry<String, Integer> above = callIds.higherEntry(id);
    if (below != null && id.startsWith(below.getKey())) {
      note(
          reasons, below.getValue(), Confidence.MEDIUM, "its Call-ID is the other's with a suffix");
    } else if (above != null && above.getKey().startsWith(id)) {
      note(
          reasons, above.getValue(), Confidence.MEDIUM, "the other's Call-ID is its with a suffix");
    }
    callIds.putIfAbsent(id, leg);
  }

  /** The same users, one shortly after the other, and one begins where the other went. */
  private void users(Map<Integer, List<Reason>> reasons, int leg) {
    LegMessages messages = legs.get(leg);
    Optional<Seen> initial = messages.initial();
    String from = core(messages.fromUser());
    String to = core(messages.toUser());
    if (initial.isEmpty() || from.isEmpty() || to.isEmpty()) {
      return;
    }
    Integer earlier = users.put(messages.method() + ' ' + from + ' ' + to, leg);
    if (earlier == null) {
      return;
    }
    Seen before = legs.get(earlier).initial().orElseThrow();
    long millis = before.time().until(initial.get().time()).toMillis();
    if (millis > 5_000) {
      return;
    }
    boolean met = participants.of(before.destination()) == participants.of(initial.get().source());
    note(
        reasons,
        earlier,
        met ? Confidence.MEDIUM : Confidence.LOW,
        "same From and To users, "
            + millis
            + " ms later"
            + (met ? ", from where the other went" : ""));
  }

  /** A number without what prefixes and plus signs differ in; other names as they are. */
  private static String core(String user) {
    String digits = user.startsWith("+") ? user.substring(1) : user;
    boolean number = digits.length() > 8 && digits.chars().allMatch(c -> c >= '0' && c <= '9');
    return number ? digits.substring(digits.length() - 8) : user;
  }
}
