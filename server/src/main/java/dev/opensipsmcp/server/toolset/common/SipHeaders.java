package dev.opensipsmcp.server.toolset.common;

import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.Schema;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Header lines that a caller wants in a SIP message of the node. */
public final class SipHeaders {
  private static final int MOST = 20;
  private static final Pattern LINE = Pattern.compile("[A-Za-z0-9.!%*_+`'~-]+ *:[^\\p{Cntrl}]*");

  private SipHeaders() {}

  /** {@return the argument that takes them} */
  public static Schema.Property argument() {
    return Schema.optional("headers", Schema.texts("Extra headers, each Name: value").most(MOST));
  }

  /**
   * {@return why these lines can't be sent; empty when they can} A line break within one would
   * smuggle in another header or a body, and credentials have no business in a tool's arguments.
   *
   * @param lines what the caller gave
   */
  public static Optional<Outcome.Failure> fault(List<String> lines) {
    for (String line : lines) {
      String name = line.substring(0, Math.max(0, line.indexOf(':'))).strip();
      if (!LINE.matcher(line).matches()) {
        return Optional.of(
            ToolError.ARGUMENTS_WRONG.failure(
                "This is no SIP header: " + line, "Give each header as Name: value, on one line."));
      }
      if (name.toLowerCase(Locale.ROOT).endsWith("authorization")) {
        return Optional.of(
            ToolError.ARGUMENTS_WRONG.failure(
                "Credentials are not taken as a header.", "Leave out " + name + "."));
      }
    }
    return Optional.empty();
  }

  /** {@return the lines as the node takes them, each with its end of line} */
  public static String joined(List<String> lines) {
    StringBuilder joined = new StringBuilder();
    for (String line : lines) {
      joined.append(line.strip()).append("\r\n");
    }
    return joined.toString();
  }
}
