package dev.opensipsmcp.server.toolset.authoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Adds a command or a parameter to the source of a module. */
final class Additions {
  /** Where the members stand among what a module exports; so since 3.4. */
  private static final int PARAMETERS = 8;

  private static final int COMMANDS = 10;
  private static final int MEMBERS = 20;
  private static final Pattern INCLUDE = Pattern.compile("(?m)^[ \\t]*#[ \\t]*include[^\\n]*\\n");

  private final List<String> changes = new ArrayList<>();
  private CSource source;

  private Additions(String text) {
    source = CSource.of(text);
  }

  static Drafted command(String text, Wanted.Command command) {
    return new Additions(text).add(command);
  }

  static Drafted parameter(String text, Wanted.Parameter parameter) {
    return new Additions(text).add(parameter);
  }

  private Drafted add(Wanted.Command command) {
    String function = free("mi_" + command.name());
    return add(
        Snippets.MI_TABLE,
        "mi_cmds",
        COMMANDS,
        command.name(),
        Snippets.handler(function, command.description()),
        Snippets.command(command.name(), command.description(), function),
        "{EMPTY_MI_EXPORT}");
  }

  private Drafted add(Wanted.Parameter parameter) {
    String variable = free(parameter.name() + "_param");
    return add(
        Snippets.PARAMETER_TABLE,
        "params",
        PARAMETERS,
        parameter.name(),
        Snippets.variable(parameter, variable) + "\n",
        Snippets.parameter(parameter, variable),
        "{0, 0, 0}");
  }

  private Drafted add(
      String type, String table, int member, String name, String before, String row, String end) {
    Optional<CSource.Initialised> exports = source.exports();
    if (exports.isEmpty()) {
      return new Drafted.Refused("The source exports no module: it has no struct module_exports.");
    }
    Optional<CSource.Initialised> there = source.table(type);
    if (there.isPresent()) {
      CSource.Initialised found = there.get();
      if (source.text().substring(found.open(), found.close()).contains(Snippets.quoted(name))) {
        return new Drafted.Refused(name + " is in the table " + found.name() + " already.");
      }
      List<int[]> members = source.members(found);
      int at = members.isEmpty() ? found.close() : source.line(members.getLast()[0]);
      if (at <= found.open()) {
        return new Drafted.Refused(
            "The table " + found.name() + " stands in one line: give each row a line of its own.");
      }
      source = source.insert(at, row).insert(source.line(found.start()), before);
      changes.add("A row is added to " + found.name() + ", and what it names before it.");
    } else {
      String fresh = free(table);
      Optional<String> objection = export(exports.get(), member, fresh);
      if (objection.isPresent()) {
        return new Drafted.Refused(objection.get());
      }
      CSource.Initialised now = source.exports().orElseThrow();
      source =
          source.insert(
              source.line(now.start()),
              before
                  + "static const "
                  + type
                  + " "
                  + fresh
                  + "[] = {\n"
                  + row
                  + "\t"
                  + end
                  + "\n};\n\n");
      changes.add("The table " + fresh + " is new, with a row, and is exported.");
    }
    if (type.equals(Snippets.MI_TABLE)) {
      include();
    }
    return new Drafted.Done(source.text(), changes);
  }

  /** Names a new table among what the module exports. */
  private Optional<String> export(CSource.Initialised exports, int member, String table) {
    if (source.bare().substring(exports.open(), exports.close()).contains("#")) {
      return Optional.of(
          "What the module exports depends on the preprocessor: add an empty table by hand.");
    }
    List<int[]> members = source.members(exports);
    if (members.size() != MEMBERS) {
      return Optional.of(
          "The module exports "
              + members.size()
              + " members where OpenSIPS 3.4 to 4.0 has "
              + MEMBERS
              + ".");
    }
    int[] place = members.get(member);
    String value = source.bare().substring(place[0], place[1]).replaceAll("\\s", "");
    if (!value.equals("0") && !value.equals("NULL")) {
      return Optional.of("In the place of " + table + " the module exports " + value + ".");
    }
    source = source.replace(place[0], place[1], table);
    return Optional.empty();
  }

  private void include() {
    if (source.text().contains(Snippets.MI_HEADER)) {
      return;
    }
    Matcher matcher = INCLUDE.matcher(source.bare());
    int at = 0;
    while (matcher.find()) {
      at = matcher.end();
    }
    source = source.insert(at, "#include \"" + Snippets.MI_HEADER + "\"\n");
    changes.add("The header of MI is included.");
  }

  private String free(String name) {
    String free = name;
    for (int i = 2; source.has(free); i++) {
      free = name + "_" + i;
    }
    return free;
  }
}
