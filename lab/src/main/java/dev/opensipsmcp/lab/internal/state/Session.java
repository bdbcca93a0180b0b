package dev.opensipsmcp.lab.internal.state;

import java.util.ArrayList;
import java.util.List;

/**
 * A B2B session: two calls of the node's own, joined.
 *
 * @param number its number
 * @param key the key that commands take
 * @param state the state of its scenario
 * @param until when it ends at the latest, in seconds since 1970
 * @param scenario the scenario's name
 * @param parties the calls, in order
 */
public record Session(
    int number, String key, int state, long until, String scenario, List<Party> parties) {

  public Session {
    parties = List.copyOf(parties);
  }

  /**
   * One call of a session.
   *
   * @param entity its name within the scenario
   * @param dialog the number of its dialog
   * @param callid its Call-ID, which is also its key
   * @param uri who is called
   * @param from who calls, as the callee sees it
   * @param tag the node's tag
   * @param answered the callee's tag; empty while it rings
   */
  public record Party(
      String entity,
      int dialog,
      String callid,
      String uri,
      String from,
      String tag,
      String answered) {}

  Session bridgedTo(Party party) {
    List<Party> changed = new ArrayList<>(parties.subList(0, parties.size() - 1));
    changed.add(party);
    return new Session(number, key, state, until, scenario, changed);
  }
}
