package dev.opensipsmcp.cfg.internal.build;

import dev.opensipsmcp.facts.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;

/**
 * What a template is written for.
 *
 * @param version the release line
 * @param features the chosen features with what they need
 * @param values what stands for the placeholders
 * @param blocks whose sections fill the slots, in their order
 */
record Situation(
    Version version, Set<String> features, Map<String, String> values, List<Block> blocks) {

  private static final int WIDTH = 96;

  Situation {
    features = Set.copyOf(features);
    values = Map.copyOf(values);
    blocks = List.copyOf(blocks);
  }

  /** {@return whether some block writes at least one line at the slot} */
  boolean fills(String slot) {
    return !slot(slot, "").isEmpty();
  }

  /** {@return the lines of a template} */
  List<String> write(Template template) {
    List<String> out = new ArrayList<>();
    write(template.pieces(), out);
    return out;
  }

  private void write(List<Piece> pieces, List<String> out) {
    for (Piece piece : pieces) {
      switch (piece) {
        case Piece.Line(String line) -> out.add(filled(line));
        case Piece.Slot(String name, String indent) -> out.addAll(slot(name, indent));
        case Piece.Choice choice ->
            write(choice.condition().holds(this) ? choice.then() : choice.otherwise(), out);
      }
    }
  }

  private List<String> slot(String name, String indent) {
    List<String> out = new ArrayList<>();
    for (Block block : blocks) {
      for (Section section : block.sections("slot", name)) {
        List<String> lines = write(section.body());
        if (lines.isEmpty()) {
          continue;
        }
        if (!out.isEmpty()) {
          out.add("");
        }
        out.addAll(comment(section.why(), indent));
        lines.forEach(line -> out.add(line.isEmpty() ? line : indent + line));
      }
    }
    return out;
  }

  /** {@return a text as lines of comment, its placeholders filled} */
  List<String> comment(String template, String indent) {
    String text = filled(template);
    List<String> out = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ", -1)) {
      if (!line.isEmpty() && line.length() + word.length() + indent.length() > WIDTH) {
        out.add(indent + "# " + line);
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    if (!text.isEmpty()) {
      out.add(indent + "# " + line);
    }
    return out;
  }

  private String filled(String line) {
    Matcher matcher = Template.PLACEHOLDER.matcher(line);
    StringBuilder out = new StringBuilder();
    while (matcher.find()) {
      String value = values.get(matcher.group(1));
      if (value == null) {
        throw new IllegalStateException("nothing stands for " + matcher.group());
      }
      matcher.appendReplacement(out, Matcher.quoteReplacement(value));
    }
    return matcher.appendTail(out).toString();
  }
}
