package dev.opensipsmcp.db.cdr;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a column of a table of CDRs can mean, with the names that such columns usually have, the
 * name of module acc first.
 */
public enum CdrColumn {
  /** Numbers the rows in the order in which they were written. */
  ID("id", "cdr_id"),
  /** When the call was answered; for a row of a single transaction, when it got its final reply. */
  TIME("time", "call_start_time", "start_time", "calldate"),
  METHOD("method", "sip_method"),
  CALL_ID("callid", "sip_call_id", "call_id"),
  FROM_TAG("from_tag", "sip_from_tag"),
  TO_TAG("to_tag", "sip_to_tag"),
  CODE("sip_code", "code"),
  REASON("sip_reason", "reason"),
  /** Seconds, rounded up; 0 in a row of a single transaction. */
  DURATION("duration"),
  MS_DURATION("ms_duration"),
  /** Seconds from the INVITE to the answer; meaningless where {@link #CREATED} is 1970. */
  SETUP("setuptime"),
  /** When the INVITE came; in 1970 where flag {@code cdr} was not used. */
  CREATED("created"),
  CALLER(
      "caller",
      "src_user",
      "caller_id",
      "callerid",
      "from_user",
      "src_uri",
      "from_uri",
      "calling_number",
      "calling",
      "cli",
      "ani",
      "src"),
  CALLEE(
      "callee",
      "dst_user",
      "callee_id",
      "calleeid",
      "ruri_user",
      "to_user",
      "dst_uri",
      "to_uri",
      "called_number",
      "called",
      "dialed",
      "destination",
      "dst"),
  TRUNK(
      "trunk",
      "gateway",
      "gw",
      "gw_id",
      "gwid",
      "carrier",
      "carrier_id",
      "carrierid",
      "provider",
      "dst_gw",
      "out_gw"),
  /** From the INVITE to the first sign of ringing; only where a script stores it. */
  PDD("pdd", "pdd_ms", "post_dial_delay", "post_dial_delay_ms");

  private final String usual;

  CdrColumn(String... usual) {
    this.usual = String.join(" ", usual);
  }

  /** {@return the names that such a column usually has, the likeliest first} */
  public List<String> usual() {
    return List.of(usual.split(" ", -1));
  }

  /** {@return the written form, for example {@code call_id}} */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** {@return the meaning of that label} */
  public static Optional<CdrColumn> parse(String label) {
    for (CdrColumn column : values()) {
      if (column.label().equals(label)) {
        return Optional.of(column);
      }
    }
    return Optional.empty();
  }
}
