package dev.opensipsmcp.cfg.internal.build;

import dev.opensipsmcp.facts.Version;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is spelled differently from version to version, in one place: each placeholder with what
 * stands for it. What a version lacks altogether is left to {@code %since} and {@code %until}.
 */
final class Dialect {
  private Dialect() {}

  /** {@return the placeholders of a version's spellings} */
  static Map<String, String> of(Version version) {
    Map<String, String> words = new LinkedHashMap<>();
    // create_dialog() knows letters up to 3.6 and full names from 4.0 on, never both
    boolean fullNames = version.compareTo(Version.V4_0) >= 0;
    words.put("dialog-flags", fullNames ? "bye-on-timeout" : "B");
    words.put(
        "dialog-ping-flags",
        fullNames ? "bye-on-timeout,options-ping-caller,options-ping-callee" : "BPp");
    // the SQL functions moved from avpops to sqlops in 3.5
    boolean sqlops = version.compareTo(Version.V3_5) >= 0;
    words.put("sql-module", sqlops ? "sqlops" : "avpops");
    words.put("sql-query", sqlops ? "sql_query" : "avp_db_query");
    words.put("sql-load", sqlops ? "sql_avp_load" : "avp_db_load");
    // branch functions were renamed in 3.6
    words.put(
        "append-branch",
        version.compareTo(Version.V3_6) >= 0 ? "append_msg_branch" : "append_branch");
    words.put("version", version.label());
    return words;
  }
}
