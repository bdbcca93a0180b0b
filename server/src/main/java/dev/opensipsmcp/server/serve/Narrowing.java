package dev.opensipsmcp.server.serve;

import dev.opensipsmcp.mcp.Caller;
import java.util.HashSet;
import java.util.Set;

/**
 * What a client asks to be held to, by the URL's path ({@code /mcp/x/dialog,core}, {@code
 * /mcp/readonly}) or by headers. It only ever takes away from what the operator allowed.
 *
 * @param toolsets the toolsets to list; empty for all that the operator lists
 * @param readOnly whether to hold the caller to reading
 */
record Narrowing(Set<String> toolsets, boolean readOnly) {
  static final String TOOLSETS_HEADER = "x-mcp-toolsets";
  static final String READ_ONLY_HEADER = "x-mcp-readonly";

  Narrowing {
    toolsets = Set.copyOf(toolsets);
  }

  /** {@return what the caller's request asks for} */
  static Narrowing of(Caller caller) {
    Set<String> toolsets = new HashSet<>();
    boolean readOnly = "true".equals(caller.attributes().get(READ_ONLY_HEADER));
    addNames(caller.attributes().getOrDefault(TOOLSETS_HEADER, ""), toolsets);
    String previous = "";
    for (String part : split(caller.attributes().getOrDefault("path", ""), '/')) {
      if (previous.equals("x")) {
        addNames(part, toolsets);
      }
      readOnly |= part.equals("readonly");
      previous = part;
    }
    return new Narrowing(toolsets, readOnly);
  }

  private static void addNames(String list, Set<String> names) {
    for (String name : split(list, ',')) {
      if (!name.isBlank()) {
        names.add(name.strip());
      }
    }
  }

  private static String[] split(String text, char separator) {
    return text.isEmpty() ? new String[0] : text.split(String.valueOf(separator), -1);
  }
}
