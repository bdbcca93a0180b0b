package dev.opensipsmcp.lab.internal.command;

import com.google.gson.JsonPrimitive;
import dev.opensipsmcp.lab.Deed;
import dev.opensipsmcp.lab.internal.rpc.Arguments;
import dev.opensipsmcp.lab.internal.rpc.Command;
import dev.opensipsmcp.lab.internal.rpc.Outcome;
import dev.opensipsmcp.lab.internal.state.Deeds;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Module regex and its file of expressions in groups, one of which was written anew since the node
 * read it.
 */
final class RegexCommands {
  private static final String FILE = "/srv/sip-proxy/etc/regex_groups.txt";
  private static final List<String> AT_THE_START =
      List.of("^\\+1[0-9]+$|^00[1-9]", "^sip:.*@example\\.com");
  private static final List<String> NOW =
      List.of("^\\+1[0-9]+$|^00[1-9]", "^sip:.*@example\\.(com|org)");

  private final Deeds deeds;
  private List<Pattern> groups = compiled(AT_THE_START);

  RegexCommands(Deeds deeds) {
    this.deeds = deeds;
  }

  List<Command> all() {
    return List.of(
        Command.of("regex_reload", "regex:reload", none -> reload()),
        Command.of("regex_match", "regex:match", RegexCommands::match),
        Command.of("regex_match_group", "regex:match_group", this::matchGroup));
  }

  private static List<Pattern> compiled(List<String> lines) {
    return lines.stream().map(Pattern::compile).toList();
  }

  private Outcome reload() {
    groups = compiled(NOW);
    deeds.note(Deed.Kind.FILE_READ, FILE, String.join("\n", NOW));
    return Outcome.ok();
  }

  private static Outcome match(Arguments arguments) {
    try {
      return told(Pattern.compile(arguments.text("pcre_regex")), arguments);
    } catch (PatternSyntaxException e) {
      return Outcome.refuse(500, "Error pcre_re compilation");
    }
  }

  private Outcome matchGroup(Arguments arguments) {
    String group = arguments.text("group");
    return group.matches("\\d{1,4}") && Integer.parseInt(group) < groups.size()
        ? told(groups.get(Integer.parseInt(group)), arguments)
        : Outcome.refuse(500, "Error invalid pcre index");
  }

  private static Outcome told(Pattern pattern, Arguments arguments) {
    boolean found = pattern.matcher(arguments.text("string")).find();
    return Outcome.value(new JsonPrimitive(found ? "Match" : "Not Match"));
  }
}
