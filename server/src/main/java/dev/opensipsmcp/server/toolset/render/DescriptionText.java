package dev.opensipsmcp.server.toolset.render;

import dev.opensipsmcp.server.tool.Description;
import dev.opensipsmcp.server.tool.Tool;

/** Makes one text of a description's parts and of what the tool needs. */
public final class DescriptionText {

  private DescriptionText() {}

  /** {@return the whole description, as a model reads it} */
  public static String of(Tool tool) {
    Description parts = tool.description();
    StringBuilder text = new StringBuilder(400);
    text.append(parts.what()).append(' ').append(parts.useWhen());
    if (parts.notFor().isPresent()) {
      text.append(' ').append(parts.notFor().get());
    }
    if (parts.effects().isPresent()) {
      text.append(' ').append(parts.effects().get());
    }
    return text.append(' ').append(parts.returns()).append(' ').append(needs(tool)).toString();
  }

  /** {@return the sentence that tells what must be granted and loaded} */
  public static String needs(Tool tool) {
    StringBuilder text = new StringBuilder(80);
    text.append("Needs scope ").append(tool.demand().scope().label());
    append(text, tool.needs().onDemand() ? "; live MI " : "; MI ", tool.needs().miCommands());
    append(text, "; module ", tool.needs().modules());
    append(text, "; table ", tool.needs().tables());
    return text.append('.').toString();
  }

  private static void append(StringBuilder text, String label, Iterable<String> names) {
    String before = label;
    for (String name : names) {
      text.append(before).append(name);
      before = ", ";
    }
  }
}
