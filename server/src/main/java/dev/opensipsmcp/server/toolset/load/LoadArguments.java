package dev.opensipsmcp.server.toolset.load;

import static dev.opensipsmcp.server.tool.Schema.flag;
import static dev.opensipsmcp.server.tool.Schema.integer;
import static dev.opensipsmcp.server.tool.Schema.optional;
import static dev.opensipsmcp.server.tool.Schema.required;
import static dev.opensipsmcp.server.tool.Schema.text;

import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.sip.load.LoadLimits;

/** The arguments that tools of this toolset share. */
final class LoadArguments {
  static final Schema.Property TARGET =
      required("target", text("[user@]host[:port][;transport=tcp]"));
  static final Schema.Property LABEL = optional("label", text("Name of the result"));
  static final Schema.Property OUT_DIR = optional("out_dir", text("Directory of results"));
  static final Schema.Property LIVE =
      optional("live", flag("Node's counters too").byDefault(false));
  static final Schema.Property BACKGROUND =
      optional("background", flag("Return at once").byDefault(false));
  static final Schema.Property BASELINE = optional("baseline", text("Result to compare with"));

  private LoadArguments() {}

  /** {@return calls a second} */
  static Schema.Property rate(String name, int otherwise) {
    return optional(name, integer("Calls per second").between(1, 10_000).byDefault(otherwise));
  }

  /** {@return for how long calls are begun} */
  static Schema.Property duration(String name, int otherwise) {
    return optional(name, integer("Seconds").between(1, 3_600).byDefault(otherwise));
  }

  /**
   * {@return the bounds of a run}
   *
   * @param rate calls a second
   * @param seconds for how long calls are begun
   * @param callMs how long one takes by itself, in milliseconds
   * @param most calls at the same time, as the settings allow
   */
  static LoadLimits limits(int rate, int seconds, int callMs, int most) {
    long whole = (callMs + 999L) / 1_000;
    long usual = Math.clamp(rate * (whole + 4), 1, most);
    long calls = Math.min(Integer.MAX_VALUE, (long) rate * seconds);
    return new LoadLimits(rate, (int) usual, (int) calls, (int) (seconds + whole + 2));
  }
}
