package dev.opensipsmcp.server.toolset.script;

import dev.opensipsmcp.server.tool.Risk;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.toolset.lever.Lever;

/** The regular expressions of module regex. */
final class Expressions {
  private static final Schema TEXT = Schema.text("The text to match").longest(600);

  private Expressions() {}

  static Tool test() {
    return Lever.read("regex_test", ScriptToolset.NAME, "Try a regular expression")
        .what(
            "Test whether a text matches a regular expression, in the node's own engine (since"
                + " 3.5).")
        .useWhen("Use when an expression is written for the script.")
        .notFor("Not for an expression group of the node; use `regex_test_group`.")
        .returns("Returns the node's word: Match or Not Match.")
        .sends("regex_match", "regex")
        .required("text", "string", TEXT)
        .required(
            "expression",
            "pcre_regex",
            Schema.text("Perl-compatible expression").longest(600).examples("^\\+49"))
        .answer(Schema.text("Match or Not Match"))
        .examples(
            "Does +4930123 match ^\\+49?",
            "Try this PCRE on a number",
            "Test a regular expression on the node")
        .aliases("regex_match")
        .tool();
  }

  static Tool testGroup() {
    return Lever.read("regex_test_group", ScriptToolset.NAME, "Try an expression group")
        .what("Test whether a text matches a group of the node's file of expressions (since 3.5).")
        .useWhen("Use when the script matches by a group of that file.")
        .notFor("Not for an expression of your own; use `regex_test`.")
        .returns("Returns the node's word: Match or Not Match.")
        .sends("regex_match_group", "regex")
        .required("text", "string", TEXT)
        .required("group", Schema.text("The group's number").longest(10).examples("0"))
        .answer(Schema.text("Match or Not Match"))
        .examples(
            "Is this number in regex group 0?",
            "Which texts does expression group 3 match: try 0900123",
            "Check a user agent against the regex group file")
        .aliases("regex_match_group")
        .tool();
  }

  static Tool reload() {
    return Lever.change("regex_reload", ScriptToolset.NAME, "Reload expression groups")
        .what("Reload the node's file of regular expression groups.")
        .useWhen("Use when that file was edited.")
        .notFor("Not for trying a group; use `regex_test_group`.")
        .returns("Returns the node's OK; refused where no file is configured.")
        .sends("regex_reload", "regex")
        .risk(Risk.REVERSIBLE)
        .summary("Read the file of regular expression groups anew.")
        .plans("New requests are matched by the file as it is now.")
        .effects("Effects: in memory at once. Undo: put the old file back and reload.")
        .noUndo("Put the old file back and reload.")
        .examples(
            "Reload the regex groups",
            "The file of regular expressions changed",
            "Take over the edited regex file")
        .tool();
  }
}
