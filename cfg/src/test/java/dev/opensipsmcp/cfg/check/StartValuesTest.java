package dev.opensipsmcp.cfg.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opensipsmcp.cfg.internal.check.Table;
import dev.opensipsmcp.facts.Version;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Values of parameters that real servers started with or not, and what the check says to them. */
class StartValuesTest {
  private static final List<Version> VERSIONS =
      List.of(Version.V3_4, Version.V3_5, Version.V3_6, Version.V4_0);
  private static final Map<String, String> LISTENERS =
      Map.of(
          "proto_tcp", "tcp:127.0.0.1:5060",
          "proto_tls", "tls:127.0.0.1:5061",
          "proto_bin", "bin:127.0.0.1:5555",
          "proto_ws", "ws:127.0.0.1:5080",
          "proto_msrp", "msrp:127.0.0.1:2855");

  /** The file that a server was given for a row. */
  private static String text(List<String> row) {
    List<String> modules = List.of(row.get(3).split(" "));
    List<String> parameters = new ArrayList<>();
    if (!row.get(4).isEmpty()) {
      parameters.addAll(List.of(row.get(4).split(";")));
    }
    boolean ofAll = row.get(1).isEmpty();
    if (!ofAll) {
      parameters.add(row.get(0) + "." + row.get(1) + "=" + row.get(2));
    }
    StringBuilder text = new StringBuilder("log_level=2\nstderror_enabled=yes\n");
    text.append("syslog_enabled=no\nudp_workers=1\ntcp_workers=1\ntimer_workers=1\n");
    text.append("socket=udp:127.0.0.1:5060\ndb_default_url=")
        .append(ofAll ? row.get(2) : "\"sqlite:///var/lib/opensips/opensips.db\"")
        .append('\n');
    for (String module : modules) {
      if (LISTENERS.containsKey(module)) {
        text.append("socket=").append(LISTENERS.get(module)).append('\n');
      }
    }
    text.append("mpath=\"/usr/lib/opensips/modules/\"\n");
    for (String module : modules) {
      text.append("loadmodule \"").append(module).append(".so\"\n");
    }
    for (String parameter : parameters) {
      int dot = parameter.indexOf('.');
      int equals = parameter.indexOf('=');
      text.append("modparam(\"").append(parameter, 0, dot).append("\", \"");
      text.append(parameter, dot + 1, equals).append("\", ");
      text.append(parameter.substring(equals + 1)).append(")\n");
    }
    return text.append("route {\n\texit;\n}\n").toString();
  }

  private static List<List<String>> rows() {
    try (InputStream in = StartValuesTest.class.getResourceAsStream("verdicts/start-values.tsv")) {
      assertThat(in).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> List.of(line.split("\t", -1)))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @TestFactory
  Stream<DynamicTest> saysWhatTheServersSaid() {
    return rows().stream()
        .map(row ->
            DynamicTest.dynamicTest(
                row.get(0) + " " + row.get(1) + " " + row.get(2), () -> check(row)));
  }

  private static void check(List<String> row) {
    String text = text(row);
    for (int at = 0; at < VERSIONS.size(); at++) {
      String said = row.get(5 + at);
      if (!said.equals("-")) {
        Verdict verdict = Programs.checker(VERSIONS.get(at)).verdict(Programs.program(text));
        String where = VERSIONS.get(at).label() + ": " + verdict.findings() + "\n" + text;
        assertThat(verdict.starts()).as(where).isEqualTo(said.equals("start"));
        assertThat(verdict.accepted()).as(where).isEqualTo(!said.equals("refuse"));
      }
    }
  }

  @Test
  void everyRowOfTheTablesWasTriedOnServers() {
    Set<String> refused = new HashSet<>();
    for (List<String> row : rows()) {
      if (row.subList(5, 9).stream().anyMatch(it -> it.equals("stop") || it.equals("refuse"))) {
        refused.add(row.get(0) + " " + row.get(1));
      }
    }
    assertThat(parameters("parameter-ranges")).isSubsetOf(refused);
    assertThat(parameters("parameter-forms")).isSubsetOf(refused);
  }

  private static List<String> parameters(String table) {
    return Table.rows(table).stream().map(row -> row.get(0) + " " + row.get(1)).toList();
  }
}
