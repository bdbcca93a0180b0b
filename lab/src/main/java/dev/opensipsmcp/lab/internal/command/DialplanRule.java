package dev.opensipsmcp.lab.internal.command;

import dev.opensipsmcp.lab.internal.state.Row;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A rule of module dialplan.
 *
 * @param partition the set of tables that it is from
 * @param id the rule set's number
 * @param priority the lower one is tried first
 * @param match what it is for
 * @param substitute what the output's groups are taken from
 * @param output the output, with groups as {@code \1}
 * @param attributes what the script gets with it
 */
record DialplanRule(
    String partition,
    int id,
    int priority,
    Pattern match,
    Pattern substitute,
    String output,
    String attributes) {
  private static final int REGEX = 1;
  private static final Pattern GROUP = Pattern.compile("\\\\(\\d)");

  static DialplanRule of(String partition, Row row) {
    String wanted = row.text("match_exp");
    int flags = row.number("match_flags") == 1 ? Pattern.CASE_INSENSITIVE : 0;
    Pattern match =
        row.number("match_op") == REGEX
            ? Pattern.compile(wanted, flags)
            : Pattern.compile('^' + Pattern.quote(wanted) + '$', flags);
    return new DialplanRule(
        partition,
        row.number("dpid"),
        row.number("pr"),
        match,
        Pattern.compile(row.text("subst_exp")),
        row.text("repl_exp"),
        row.text("attrs"));
  }

  boolean fits(String input) {
    return match.matcher(input).find() && substitute.matcher(input).find();
  }

  /** {@return what an input that fits becomes} */
  String translate(String input) {
    Matcher found = substitute.matcher(input);
    return found.find()
        ? GROUP
            .matcher(output)
            .replaceAll(one -> Matcher.quoteReplacement(group(found, one.group(1))))
        : "";
  }

  private static String group(Matcher found, String number) {
    int group = Integer.parseInt(number);
    String text = group <= found.groupCount() ? found.group(group) : null;
    return text == null ? "" : text;
  }
}
