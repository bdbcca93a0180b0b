package dev.opensipsmcp.lab.internal.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The B2B sessions. One command at a time touches them. */
public final class Sessions {
  private static final String TABLE = "412.";
  private static final long LIFETIME = 43_200;
  private static final int TALKING = 4;
  private static final int RINGING = 1;

  private final List<Session> all = new ArrayList<>();
  private int nextSession;
  private int nextDialog = 1_204_881;

  /**
   * The sessions at the start: three that talk, one that rings.
   *
   * @param now the node's time, in seconds since 1970
   */
  public Sessions(long now) {
    open("click-to-call", "caller", "sip:alice@example.com", "agent", "sip:bob@example.com", now);
    open("prepaid", "client1", "sip:carol@example.com", "client2", "sip:dave@example.com", now);
    open("marketing", "client1", "sip:erin@example.com", "client2", "sip:frank@example.com", now);
    open("click-to-call", "caller", "sip:grace@example.com", "agent", "sip:ivan@example.com", now);
    all.add(ringing(all.removeLast()));
  }

  private static Session ringing(Session session) {
    Session.Party first = session.parties().getFirst();
    Session.Party rings =
        new Session.Party(
            first.entity(),
            first.dialog(),
            first.callid(),
            first.uri(),
            first.from(),
            first.tag(),
            "");
    return new Session(
        session.number(),
        session.key(),
        RINGING,
        session.until(),
        session.scenario(),
        List.of(rings));
  }

  /** {@return every session, oldest first} */
  public List<Session> all() {
    return all;
  }

  /**
   * {@return a session}
   *
   * @param key its key
   */
  public Optional<Session> find(String key) {
    return all.stream().filter(session -> session.key().equals(key)).findFirst();
  }

  /**
   * Joins two calls.
   *
   * @param scenario the scenario's name
   * @param firstName the first call's name within it
   * @param firstUri who is called first
   * @param secondName the second call's name within it
   * @param secondUri who is called then
   * @param now the node's time, in seconds since 1970
   */
  public void open(
      String scenario,
      String firstName,
      String firstUri,
      String secondName,
      String secondUri,
      long now) {
    int number = nextSession++;
    all.add(
        new Session(
            number,
            TABLE + number,
            TALKING,
            now + LIFETIME,
            scenario,
            List.of(
                party(firstName, firstUri, secondUri, now),
                party(secondName, secondUri, firstUri, now))));
  }

  /**
   * Joins a session's first party with somebody else.
   *
   * @param session one of these
   * @param uri who replaces the last party
   * @param now the node's time, in seconds since 1970
   */
  public void bridge(Session session, String uri, long now) {
    String from = session.parties().getFirst().uri();
    String name = session.parties().getLast().entity();
    all.replaceAll(other ->
        other.key().equals(session.key()) ? session.bridgedTo(party(name, uri, from, now)) : other);
  }

  /**
   * Ends a session.
   *
   * @param session one of these
   */
  public void end(Session session) {
    all.removeIf(other -> other.key().equals(session.key()));
  }

  private Session.Party party(String name, String uri, String from, long now) {
    int dialog = nextDialog;
    nextDialog += 31_337;
    String tag = Integer.toHexString(dialog * 0x9E37) + "b2b" + Integer.toHexString(dialog);
    String callid = "B2B.60." + dialog + '.' + now + '.' + dialog * 7L;
    return new Session.Party(name, dialog, callid, uri, from, tag, "as" + dialog);
  }
}
