package dev.opensipsmcp.server.toolset.observability;

import dev.opensipsmcp.cfg.edit.Edited;
import dev.opensipsmcp.cfg.edit.Edits;
import dev.opensipsmcp.cfg.edit.Parameter;
import dev.opensipsmcp.cfg.edit.Value;
import dev.opensipsmcp.cfg.syntax.SyntaxTree;
import dev.opensipsmcp.facts.Facts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Adds module prometheus to a configuration, with httpd, which answers for it. What is set already
 * stays as it is, so that a second time changes nothing.
 *
 * @param facts of the configuration's version
 * @param port httpd's TCP port, where httpd is not loaded yet
 * @param address the address that httpd listens on, where it is not loaded yet
 */
record Injection(Facts facts, int port, String address) {
  /** The port that httpd has by default. */
  static final int PORT = 8888;

  /** The address that is taken where none is named. */
  static final String LOOPBACK = "127.0.0.1";

  private static final String HTTPD = "httpd";
  private static final String PROMETHEUS = "prometheus";
  private static final String STATISTICS = "statistics";

  /** {@return the configuration with the module; without changes where all was there} */
  Edited into(SyntaxTree tree) {
    Edited edited = new Edited.Done(tree, List.of(), List.of(), List.of());
    Edits edits = new Edits(facts);
    if (!MetricNames.Parameters.loads(tree, HTTPD)) {
      edited =
          edited.then(text ->
              edits.addModule(
                  text,
                  HTTPD,
                  List.of(
                      new Parameter("ip", Value.of(address)),
                      new Parameter("port", Value.of(port)))));
    }
    Parameter all = new Parameter(STATISTICS, Value.of("all"));
    if (!MetricNames.Parameters.loads(tree, PROMETHEUS)) {
      Parameter names = new Parameter("group_mode", Value.of(1));
      edited = edited.then(text -> edits.addModule(text, PROMETHEUS, List.of(all, names)));
    } else if (!MetricNames.Parameters.of(tree, PROMETHEUS).containsKey(STATISTICS)) {
      edited = edited.then(text -> edits.setParameter(text, PROMETHEUS, all));
    }
    return edited;
  }

  /** {@return what somebody should know of the configuration as it was given} */
  List<String> notes(SyntaxTree tree) {
    List<String> notes = new ArrayList<>();
    Endpoint endpoint = Endpoint.of(tree, port, address);
    if (MetricNames.Parameters.loads(tree, HTTPD) && endpoint.port() != port) {
      notes.add(
          "httpd is loaded already and uses port "
              + endpoint.port()
              + ", which stays: the metrics are there and not on port "
              + port
              + ".");
    }
    if (MetricNames.Parameters.loads(tree, "mi_http") && !endpoint.loopback()) {
      notes.add(
          "mi_http answers on the same port: whoever reaches "
              + endpoint.address()
              + ":"
              + endpoint.port()
              + " can run every MI command. Keep it on loopback, or behind a packet filter.");
    } else if (!endpoint.loopback()) {
      notes.add(
          "httpd listens on "
              + endpoint.address()
              + ": let nobody but Prometheus reach port "
              + endpoint.port()
              + ".");
    }
    if (MetricNames.Parameters.loads(tree, PROMETHEUS)
        && MetricNames.of(tree).mode() == MetricNames.Mode.NONE) {
      notes.add(
          "group_mode is 0: names of metrics don't tell their group, and statistics of one name"
              + " in two groups collide. It stays as it is.");
    }
    return notes;
  }

  /** {@return the same with what an edit notes itself} */
  static List<String> with(List<String> first, List<String> second) {
    List<String> all = new ArrayList<>(first);
    all.addAll(second);
    return all;
  }

  /**
   * Where a configuration's metrics are.
   *
   * @param address that httpd listens on; {@code *} for every one
   * @param port its TCP port
   * @param path begins with a slash
   */
  record Endpoint(String address, int port, String path) {

    /** {@return where they are, or will be once the module is added} */
    static Endpoint of(SyntaxTree tree, int port, String address) {
      Map<String, String> httpd = MetricNames.Parameters.of(tree, HTTPD);
      boolean there = MetricNames.Parameters.loads(tree, HTTPD);
      return new Endpoint(
          there ? httpd.getOrDefault("ip", "*") : address,
          there ? number(httpd.getOrDefault("port", String.valueOf(PORT))) : port,
          "/" + MetricNames.Parameters.of(tree, PROMETHEUS).getOrDefault("root", "metrics"));
    }

    private static int number(String text) {
      UnaryOperator<String> digits = it -> it.matches("[0-9]{1,5}") ? it : String.valueOf(PORT);
      return Integer.parseInt(digits.apply(text));
    }

    boolean loopback() {
      return address.startsWith("127.") || address.equals("::1") || address.equals("localhost");
    }
  }
}
