package dev.opensipsmcp.lab.internal.state;

import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.lab.LabNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The calls that a node has when it starts. */
public final class Seed {
  private static final long LIFETIME = 86_400;
  private static final long CONFIRMED_FROM = 3;
  private static final long MIX = 0x9E3779B97F4A7C15L;

  private static final String HELD = "7f0d1@ua37.example.com";
  private static final String WAS_HELD = "7f0d2@ua38.example.com";

  private record Call(long age, int state, String callid, String caller, String callee) {}

  private static final List<Call> CALLS =
      List.of(
          new Call(9 * 3600, 4, LabNode.STUCK_9H, "reception", "conference-17"),
          new Call(12 * 3600 + 240, 4, LabNode.STUCK_12H, "fax-gateway", "+12025550143"),
          new Call(3, 1, "7f0c1@ua21.example.com", "alice", "voicemail"),
          new Call(5, 1, "7f0c2@ua22.example.com", "bob", "+12025550101"),
          new Call(8, 2, "7f0c3@ua23.example.com", "carol", "dave"),
          new Call(14, 2, "7f0c4@ua24.example.com", "erin", "+12025550102"),
          new Call(2, 3, "7f0c5@ua25.example.com", "frank", "grace"),
          new Call(4, 3, "7f0c6@ua26.example.com", "heidi", "queue-support"),
          new Call(11, 4, "7f0c7@ua27.example.com", "ivan", "judy"),
          new Call(25, 4, "7f0c8@ua28.example.com", "ken", "queue-sales"),
          new Call(47, 4, "7f0c9@ua29.example.com", "laura", "+12025550103"),
          new Call(63, 4, "7f0ca@ua30.example.com", "mike", "nina"),
          new Call(118, 4, "7f0cb@ua31.example.com", "oscar", "+12025550104"),
          new Call(175, 4, "7f0cc@ua32.example.com", "peggy", "queue-support"),
          new Call(244, 4, "7f0cd@ua33.example.com", "quentin", "rachel"),
          new Call(390, 4, "7f0ce@ua34.example.com", "steve", "+12025550105"),
          new Call(555, 4, "7f0cf@ua35.example.com", "trudy", "ursula"),
          new Call(812, 4, "7f0d0@ua36.example.com", "victor", "queue-support"),
          new Call(1290, 4, "7f0d1@ua37.example.com", "wendy", "+12025550106"),
          new Call(1805, 4, "7f0d2@ua38.example.com", "xavier", "yvonne"),
          new Call(2710, 4, "7f0d3@ua39.example.com", "zoe", "conference-04"),
          new Call(3620, 4, "7f0d4@ua40.example.com", "alice", "conference-04"),
          new Call(5400, 4, "7f0d5@ua41.example.com", "bob", "conference-04"),
          new Call(7130, 4, "7f0d6@ua42.example.com", "grace", "+12025550107"),
          new Call(36, 5, "7f0d7@ua43.example.com", "dave", "erin"));

  private Seed() {}

  /**
   * {@return a call that another node stored in the database before it failed}
   *
   * @param now this node's time, in seconds since 1970
   */
  public static Dialog stored(long now) {
    return dialog(
        new Call(1500, 4, "7f0e0@ua51.example.com", "rupert", "+12025550108"), CALLS.size(), now);
  }

  /**
   * {@return a call that another node of the cluster has}
   *
   * @param now this node's time, in seconds since 1970
   */
  public static Dialog replicated(long now) {
    Call call = new Call(640, 4, "7f0e1@ua52.example.com", "sybil", "+12025550109");
    return dialog(call, CALLS.size() + 1, now);
  }

  /**
   * {@return the calls, in the order in which the node lists them}
   *
   * @param now the node's time, in seconds since 1970
   * @param version the node's version
   */
  public static List<Dialog> dialogs(long now, Version version) {
    List<Dialog> dialogs = new ArrayList<>();
    for (int i = 0; i < CALLS.size(); i++) {
      dialogs.add(marked(dialog(CALLS.get(i), i, now), version));
    }
    dialogs.sort(Comparator.comparingLong(dialog -> Long.parseLong(dialog.dbId())));
    return dialogs;
  }

  private static Dialog dialog(Call call, int index, long now) {
    long mixed = (index + 4) * MIX;
    long entry = (mixed >>> 52) & 0xfff;
    long id = (mixed >>> 16) & 0x7fff_ffff;
    boolean answered = call.state() >= CONFIRMED_FROM;
    long start = answered ? now - call.age() : 0;
    int host = index + 10;
    Leg caller = Leg.of("as" + Long.toHexString(id), call.caller(), "198.51.100." + host, "0");
    Leg callee = Leg.of("bs" + Long.toHexString(id >>> 3), call.callee(), "203.0.113." + host, "1");
    return new Dialog(
        reversed(entry) + '.' + reversed(id),
        Long.toString((entry << 32) + id),
        call.state(),
        start,
        answered ? start + LIFETIME : 0,
        call.callid(),
        "sip:" + call.caller() + "@example.com",
        "sip:" + call.callee() + "@example.com",
        caller,
        call.state() == 1 ? Optional.empty() : Optional.of(callee),
        List.of(
            new Dialog.Entry("route", index % 3 == 0 ? "pstn" : "local"),
            new Dialog.Entry("lab", "value-" + call.callee())),
        List.of(
            new Dialog.Entry(index % 4 == 0 ? "outbound" : "inbound", ""),
            new Dialog.Entry("caller", call.caller())));
  }

  /** One call is on hold, and one was. */
  private static Dialog marked(Dialog dialog, Version version) {
    boolean held = dialog.callid().equals(HELD);
    if (!held && !dialog.callid().equals(WAS_HELD)) {
      return dialog;
    }
    return dialog.with(holdMark("caller", held, version)).with(holdMark("callee", held, version));
  }

  /**
   * {@return what module callops notes of a side of a call: a word up to 3.6, since 4.0 a number of
   * which 12 says that its media is off in both directions}
   *
   * @param side caller or callee
   * @param held whether it is on hold
   * @param version the node's version
   */
  public static Dialog.Entry holdMark(String side, boolean held, Version version) {
    return version == Version.V4_0
        ? new Dialog.Entry("call_hold_" + side, held ? "12" : "0", true)
        : new Dialog.Entry("call_hold_" + side, held ? "hold" : "");
  }

  /** The server prints the two numbers of an ID with their digits reversed. */
  private static String reversed(long number) {
    return new StringBuilder(Long.toHexString(number)).reverse().toString();
  }
}
