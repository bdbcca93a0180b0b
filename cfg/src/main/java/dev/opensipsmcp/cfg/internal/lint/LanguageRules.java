package dev.opensipsmcp.cfg.internal.lint;

import static dev.opensipsmcp.cfg.finding.Severity.MEDIUM;

import dev.opensipsmcp.cfg.internal.flow.KnownFunction;
import dev.opensipsmcp.cfg.internal.flow.Mentions;
import dev.opensipsmcp.cfg.internal.flow.RouteTable;
import dev.opensipsmcp.cfg.syntax.Token;
import dev.opensipsmcp.facts.Version;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Rules about how it is written: what is never used, what belongs to another dialect or version.
 */
final class LanguageRules {
  private static final Pattern DIRECTIVE =
      Pattern.compile(
          "#!(define|trydef|redefine|subst|substdef|ifdef|ifndef|else|endif).*", Pattern.DOTALL);
  static final Set<String> FOREIGN_WORDS =
      Set.of(
          "request_route",
          "reply_route",
          "loadmodulex",
          "modparamx",
          "sl_reply",
          "loadpath",
          "ds_is_from_list",
          "auth_check",
          "www_authenticate",
          "proxy_authenticate",
          "t_set_fr",
          "t_reset_fr",
          "t_on_branch_failure",
          "sanity_check",
          "sht_reset",
          "t_precheck_trans");
  private static final Pattern OLD_VARIABLE =
      Pattern.compile("\\$\\(?(bf|branch)([^A-Za-z0-9_.].*)?");

  private LanguageRules() {}

  static List<AuditRule> rules() {
    return List.of(
        AuditRule.of(
                "R34",
                MEDIUM,
                "condition of another dialect, a comment here",
                "What it was to leave out is there, as the line is a plain comment.",
                LanguageRules::directives)
            .fix("Use a preprocessor, m4 for example, by the server's switch -p."),
        AuditRule.of(
                "R35",
                MEDIUM,
                "words of Kamailio",
                "OpenSIPS does not know them.",
                LanguageRules::foreign)
            .fix("Write it as OpenSIPS does: route, onreply_route, `sl_send_reply`."),
        AuditRule.of(
                "R37",
                MEDIUM,
                "branch function that is gone",
                "The server does not know it and does not start.",
                LanguageRules::branches)
            .since("3.6", Version.V3_6, Version.V4_0)
            .fix(
                "Use `append_msg_branch`, `remove_msg_branch`, `move_msg_branch` or"
                    + " `swap_msg_branches`."),
        AuditRule.of(
                "R38",
                MEDIUM,
                "variable that goes away",
                "A later version does not know it.",
                LanguageRules::oldVariables)
            .since("3.6", Version.V3_6, Version.V4_0)
            .fix("Use `$msg.branch.flag` for `$bf`, and `$msg.branch.uri` for `$branch`."));
  }

  private static void directives(Subject subject, Out out) {
    for (Token token : subject.tree().tokens()) {
      if (token.kind() == Token.Kind.COMMENT) {
        String text = token.span().in(subject.tree().text());
        if (DIRECTIVE.matcher(text).matches()) {
          out.at(token.span(), "This line is a comment for OpenSIPS.");
        }
      }
    }
  }

  private static void foreign(Subject subject, Out out) {
    foreignEvents(subject, out);
    for (Token token : subject.tree().tokens()) {
      String text =
          switch (token.kind()) {
            case WORD, VARIABLE -> token.span().in(subject.tree().text());
            case WHITE_SPACE, COMMENT, NUMBER, TEXT, SIGN, UNKNOWN -> "";
          };
      if (FOREIGN_WORDS.contains(text) || text.startsWith("$sht(")) {
        out.at(token.span(), text + " is of Kamailio.");
      }
    }
  }

  private static void foreignEvents(Subject subject, Out out) {
    subject.flow().routes().stream()
        .filter(route -> route.kind().text().equals("event_route"))
        .filter(route -> RouteTable.name(route).indexOf(':') >= 0)
        .forEach(route ->
            out.at(route.kind().span(), RouteTable.name(route) + " is an event of Kamailio."));
  }

  private static void branches(Subject subject, Out out) {
    Set<String> gone =
        Set.of(
            KnownFunction.APPEND_BRANCH.spelling(),
            KnownFunction.REMOVE_BRANCH.spelling(),
            KnownFunction.MOVE_BRANCH.spelling(),
            KnownFunction.SWAP_BRANCHES.spelling());
    subject
        .flow()
        .calling(gone)
        .forEach(site ->
            out.at(
                site.call(), site.name() + "() is unknown to " + subject.version().label() + "."));
  }

  private static void oldVariables(Subject subject, Out out) {
    for (Token token : subject.tree().tokens()) {
      if (token.kind() == Token.Kind.VARIABLE) {
        String text = token.span().in(subject.tree().text());
        if (OLD_VARIABLE.matcher(text).matches()) {
          out.at(token.span(), text + " is deprecated since 3.6.");
        }
      } else if (token.kind() == Token.Kind.TEXT) {
        Mentions.in(token.span().in(subject.tree().text())).stream()
            .filter(mention -> mention.is("bf", "branch"))
            .findFirst()
            .ifPresent(m -> out.at(token.span(), "$" + m.key() + " is deprecated since 3.6."));
      }
    }
  }
}
