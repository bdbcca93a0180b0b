package dev.opensipsmcp.cfg.check;

import dev.opensipsmcp.cfg.finding.Finding;
import dev.opensipsmcp.cfg.finding.Severity;
import dev.opensipsmcp.cfg.source.Program;
import dev.opensipsmcp.facts.Facts;
import dev.opensipsmcp.facts.Version;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Texts as programs of one file, and what the check says to them. */
final class Programs {
  private static final Map<Version, Checker> CHECKERS = new ConcurrentHashMap<>();

  private Programs() {}

  static Checker checker(Version version) {
    return CHECKERS.computeIfAbsent(version, it -> new Checker(Facts.of(it)));
  }

  static Program program(String text) {
    return Program.of("opensips.cfg", text);
  }

  /** {@return what keeps OpenSIPS from taking a text, or from starting with it} */
  static List<Finding> fatal(Version version, String text) {
    return checker(version).check(program(text)).stream()
        .filter(it -> it.severity() == Severity.FATAL)
        .toList();
  }

  /** {@return a file that is in order, with modules loaded and statements in its main route} */
  static String file(List<String> modules, String statements) {
    StringBuilder text = new StringBuilder("socket=udp:127.0.0.1:5060\nmpath=\"/modules/\"\n");
    text.append("loadmodule \"proto_udp.so\"\n");
    modules.forEach(it -> text.append("loadmodule \"").append(it).append(".so\"\n"));
    return text.append("route {\n").append(statements).append("\n}\n").toString();
  }

  /** {@return the line of a text that an offset is in, from 1} */
  static int line(String text, int offset) {
    return (int) text.substring(0, offset).chars().filter(it -> it == '\n').count() + 1;
  }
}
