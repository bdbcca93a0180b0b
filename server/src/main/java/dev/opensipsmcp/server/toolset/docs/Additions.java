package dev.opensipsmcp.server.toolset.docs;

import dev.opensipsmcp.facts.Facts;
import dev.opensipsmcp.facts.MiCatalogue;
import dev.opensipsmcp.facts.MiCommand;
import dev.opensipsmcp.facts.MiLookup;
import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.server.knowledge.Addition;
import dev.opensipsmcp.server.knowledge.CardKind;
import dev.opensipsmcp.server.tool.Needs;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.toolset.Toolset;
import dev.opensipsmcp.server.toolset.provision.Entity;
import dev.opensipsmcp.server.toolset.provision.Field;
import dev.opensipsmcp.server.toolset.provision.kind.Kinds;
import dev.opensipsmcp.server.toolset.sip.CodePractice;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What tools know about the things that cards are about: which tool works with a command or table,
 * what a column is for, and what a response code means in practice.
 */
final class Additions implements Function<Version, Map<String, Addition>> {
  private static final int TOOLS = 8;

  private final Supplier<List<Toolset>> toolsets;

  Additions(Supplier<List<Toolset>> toolsets) {
    this.toolsets = toolsets;
  }

  @Override
  public Map<String, Addition> apply(Version version) {
    Map<String, Addition> additions = new HashMap<>();
    tools(version, additions);
    tables(additions);
    CodePractice.all()
        .forEach((code, practice) -> additions.put("code/" + code, practice(practice)));
    return additions;
  }

  private void tools(Version version, Map<String, Addition> additions) {
    MiCatalogue commands = Facts.of(version).mi();
    Map<String, List<Tool>> byCard = new HashMap<>();
    for (Toolset toolset : toolsets.get()) {
      for (Tool tool : toolset.tools()) {
        for (String command : tool.needs().miCommands()) {
          if (commands.lookup(command) instanceof MiLookup.Found(MiCommand found)) {
            byCard
                .computeIfAbsent(CardKind.MI.label() + "/" + found.name(), _ -> new ArrayList<>())
                .add(tool);
          }
        }
        for (String table : tool.needs().tables()) {
          if (!table.equals(Needs.ANY_TABLE)) {
            byCard
                .computeIfAbsent(CardKind.TABLE.label() + "/" + table, _ -> new ArrayList<>())
                .add(tool);
          }
        }
      }
    }
    byCard.forEach((card, tools) -> additions.put(card, of(card, tools)));
  }

  /** A tool that sends many commands says little about each of them. */
  private static Addition of(String card, List<Tool> tools) {
    StringBuilder words = new StringBuilder();
    for (Tool tool : tools) {
      if (card.startsWith("mi/") && tool.needs().miCommands().size() <= 2) {
        words.append(tool.title()).append(' ').append(tool.description().what()).append(' ');
      }
    }
    List<String> names = tools.stream().map(Tool::name).limit(TOOLS).toList();
    return new Addition("Tools that use it: " + String.join(", ", names) + ".", words.toString());
  }

  private static void tables(Map<String, Addition> additions) {
    for (Entity entity : Kinds.all()) {
      StringBuilder text = new StringBuilder();
      text.append("A row is ").append(entity.oneNoun()).append(": ").append(entity.purpose());
      text.append(". Columns: ");
      for (Field field : entity.fields()) {
        text.append(field.column()).append(": ").append(field.meaning()).append("; ");
      }
      additions.merge(
          CardKind.TABLE.label() + "/" + entity.table(),
          new Addition(text.toString().strip(), entity.noun() + " " + entity.purpose()),
          (one, other) ->
              new Addition(one.text() + " " + other.text(), one.words() + " " + other.words()));
    }
  }

  private static Addition practice(CodePractice practice) {
    return new Addition(
        practice.text()
            + " Typical causes: "
            + String.join("; ", practice.causes())
            + ". Look: "
            + String.join("; ", practice.next())
            + ".",
        practice.text() + " " + String.join(" ", practice.causes()));
  }
}
