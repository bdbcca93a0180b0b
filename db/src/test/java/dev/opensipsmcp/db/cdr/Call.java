package dev.opensipsmcp.db.cdr;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** A row of table {@code acc} with three columns of the operator's own. */
record Call(
    int id,
    String method,
    String fromTag,
    String toTag,
    String callId,
    String code,
    LocalDateTime time,
    int duration,
    int setup,
    LocalDateTime created,
    String caller,
    String callee,
    String trunk) {
  private static final DateTimeFormatter SQL = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
  private static final LocalDateTime NO_CDR = LocalDateTime.of(1970, 1, 1, 2, 0);

  static final String COLUMNS =
      "(id, method, from_tag, to_tag, callid, sip_code, sip_reason, time, duration, ms_duration,"
          + " setuptime, created, src_user, dst_user, gw)";

  /** An INVITE accounted with flag cdr, at its end. */
  static Call invite(int id, LocalDateTime time, String code, int duration) {
    return new Call(
        id,
        "INVITE",
        "f" + id,
        "t" + id,
        "call-" + id + "@test",
        code,
        time,
        duration,
        4,
        time.minusSeconds(4),
        "user" + id,
        "+4021" + id,
        "gw1");
  }

  /** {@return the row that module acc writes for a transaction without flag cdr} */
  Call transaction(int number, String of) {
    return new Call(
        number,
        of,
        fromTag,
        toTag,
        callId,
        code,
        time,
        0,
        1_795_808_864,
        NO_CDR,
        caller,
        callee,
        trunk);
  }

  Call from(String who) {
    return new Call(
        id, method, fromTag, toTag, callId, code, time, duration, setup, created, who, callee,
        trunk);
  }

  Call to(String whom) {
    return new Call(
        id, method, fromTag, toTag, callId, code, time, duration, setup, created, caller, whom,
        trunk);
  }

  Call over(String gateway) {
    return new Call(
        id, method, fromTag, toTag, callId, code, time, duration, setup, created, caller, callee,
        gateway);
  }

  Call named(String otherCallId) {
    return new Call(
        id,
        method,
        fromTag,
        toTag,
        otherCallId,
        code,
        time,
        duration,
        setup,
        created,
        caller,
        callee,
        trunk);
  }

  Call setUpIn(int seconds) {
    return new Call(
        id,
        method,
        fromTag,
        toTag,
        callId,
        code,
        time,
        duration,
        seconds,
        time.minusSeconds(Math.abs(seconds)),
        caller,
        callee,
        trunk);
  }

  Call again(int number) {
    return new Call(
        number,
        method,
        fromTag,
        toTag,
        callId,
        code,
        time.plusSeconds(1),
        duration,
        setup,
        created,
        caller,
        callee,
        trunk);
  }

  String sql() {
    List<String> texts =
        List.of(method, fromTag, toTag, callId, code, "reason " + code, SQL.format(time));
    return id
        + ", '"
        + String.join("', '", texts)
        + "', "
        + duration
        + ", "
        + duration * 1_000
        + ", "
        + setup
        + ", '"
        + SQL.format(created)
        + "', '"
        + caller
        + "', '"
        + callee
        + "', '"
        + trunk
        + "'";
  }

  boolean attempt() {
    return method.equals("INVITE") && !code.equals("401") && !code.equals("407");
  }

  boolean answered() {
    return code.startsWith("2");
  }

  boolean cdr() {
    return created.getYear() > 1970;
  }

  String prefix(int digits) {
    String user = callee.replace("sip:", "");
    String bare = user.contains("@") ? user.substring(0, user.indexOf('@')) : user;
    String number = (bare.startsWith("+") ? bare.substring(1) : bare).toLowerCase(Locale.ROOT);
    return number.substring(0, Math.min(digits, number.length()));
  }
}
