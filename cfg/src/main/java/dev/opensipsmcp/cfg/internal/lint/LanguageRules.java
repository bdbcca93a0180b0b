package dev.opensipsmcp.cfg.internal.lint;

import static dev.opensipsmcp.cfg.finding.Severity.LOW;
import static dev.opensipsmcp.cfg.finding.Severity.MEDIUM;

import dev.opensipsmcp.cfg.internal.flow.Expressions;
import dev.opensipsmcp.cfg.internal.flow.KnownFunction;
import dev.opensipsmcp.cfg.internal.flow.Mention;
import dev.opensipsmcp.cfg.internal.flow.Mentions;
import dev.opensipsmcp.cfg.internal.flow.RouteTable;
import dev.opensipsmcp.cfg.internal.flow.Statements;
import dev.opensipsmcp.cfg.syntax.Call;
import dev.opensipsmcp.cfg.syntax.Expression;
import dev.opensipsmcp.cfg.syntax.Item;
import dev.opensipsmcp.cfg.syntax.Literal;
import dev.opensipsmcp.cfg.syntax.Span;
import dev.opensipsmcp.cfg.syntax.Statement;
import dev.opensipsmcp.cfg.syntax.Token;
import dev.opensipsmcp.facts.ModuleFacts;
import dev.opensipsmcp.facts.ParameterType;
import dev.opensipsmcp.facts.Version;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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
  private static final long LOOPS = 100;

  private LanguageRules() {}

  static List<AuditRule> rules() {
    return List.of(
        AuditRule.of(
                "R31",
                LOW,
                "what is never used",
                "It misleads who reads it, and may be what was meant to protect.",
                LanguageRules::unused)
            .fix("Take it out, or call it."),
        AuditRule.of(
                "R32",
                LOW,
                "variable used against its nature",
                "The condition never holds, or the value never changes.",
                LanguageRules::variables)
            .fix(
                "Keep values of your own in `$var` or `$avp`; test `$avp` for NULL, `$var` for 0."),
        AuditRule.of(
                "R33",
                LOW,
                "loop without an end",
                "It is cut off silently after a number of rounds.",
                LanguageRules::loops)
            .fix("Give the loop a condition that ends it; leave `max_while_loops` at 100 or more."),
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

  private static void unused(Subject subject, Out out) {
    if (!subject.whole() || !subject.flow().complete()) {
      return;
    }
    subject.flow().unused().stream()
        .filter(route -> route.kind().text().endsWith("route"))
        .forEach(route ->
            out.at(
                route.kind().span(),
                "Nothing runs "
                    + route.kind().text()
                    + (route.name().isEmpty() ? "." : " " + RouteTable.name(route) + ".")));
    subject.flow().dead().stream()
        .filter(statement -> !(statement instanceof Statement.Break) && !ends(statement))
        .forEach(statement -> out.at(statement, "No way leads here."));
    repeated(subject, out);
    unusedModules(subject, out);
  }

  /** {@return whether it only ends a way, as many write to be safe} */
  private static boolean ends(Statement statement) {
    return statement instanceof Statement.Invocation(Call call, _)
        && Set.of("return", "exit", "drop").contains(call.function().text());
  }

  private static void repeated(Subject subject, Out out) {
    Map<String, String> seen = new HashMap<>();
    for (Item.ModuleParameter parameter : subject.parameters()) {
      String module = parameter.module().value();
      String name = parameter.name().value();
      boolean number =
          subject
              .facts()
              .module(module)
              .flatMap(facts -> facts.parameter(name))
              .filter(known -> known.type() == ParameterType.INT)
              .isPresent();
      String value = Texts.of(parameter.value());
      String former = seen.put(module + " " + name, value);
      if (number && former != null && !former.equals(value)) {
        out.at(parameter, name + " of " + module + " was " + former + " before.");
      }
    }
  }

  private static void unusedModules(Subject subject, Out out) {
    Set<String> words = new HashSet<>();
    for (Token token : subject.tree().tokens()) {
      if (token.kind() == Token.Kind.WORD) {
        words.add(token.span().in(subject.tree().text()));
      }
    }
    Set<String> set = new HashSet<>();
    subject.parameters().forEach(parameter -> set.add(parameter.module().value()));
    for (Item.LoadModule load : subject.loads()) {
      subject
          .facts()
          .module(load.module())
          .filter(LanguageRules::onlyFunctions)
          .filter(module -> !set.contains(module.name()))
          .filter(module -> module.functions().stream().noneMatch(f -> words.contains(f.name())))
          .filter(module -> !needed(subject, module.name()))
          .ifPresent(module -> out.at(load, "Nothing uses module " + module.name() + "."));
    }
  }

  private static boolean onlyFunctions(ModuleFacts module) {
    return !module.functions().isEmpty()
        && module.miCommands().isEmpty()
        && module.pseudoVariables().isEmpty()
        && module.asyncFunctions().isEmpty()
        && module.events().isEmpty();
  }

  private static boolean needed(Subject subject, String name) {
    return subject.loads().stream()
        .flatMap(load -> subject.facts().module(load.module()).stream())
        .flatMap(module -> module.dependencies().stream())
        .anyMatch(dependency -> dependency.module().equals(name));
  }

  private static void variables(Subject subject, Out out) {
    for (Statement statement : subject.statements()) {
      if (statement instanceof Statement.If(Expression condition, _, _, _)
          && Expressions.bare(condition)
              instanceof Expression.Binary(Expression left, _, Literal.Null _, Span at)
          && Expressions.variable(left).filter(v -> v.is("var")).isPresent()) {
        out.at(at, "A script variable is never NULL.");
      }
      if (statement instanceof Statement.Assignment assignment) {
        String name = "$" + Mention.of(assignment.target()).name();
        subject.facts().core().pseudoVariables().stream()
            .filter(variable -> variable.name().equals(name) && !variable.writable())
            .findFirst()
            .ifPresent(variable -> out.at(assignment, name + " can only be read."));
      }
    }
  }

  private static void loops(Subject subject, Out out) {
    for (Statement statement : subject.statements()) {
      if (statement instanceof Statement.While(Expression condition, Statement body, _)
          && Expressions.bare(condition) instanceof Literal
          && Statements.all(List.of(body)).stream().noneMatch(LanguageRules::leaves)) {
        out.at(condition, "Nothing ends this loop.");
      }
    }
    subject
        .setting(KnownGlobal.MAX_WHILE_LOOPS)
        .filter(_ -> subject.number(KnownGlobal.MAX_WHILE_LOOPS).filter(n -> n < LOOPS).isPresent())
        .ifPresent(setting -> out.at(setting, "Loops are cut off earlier than usual."));
  }

  private static boolean leaves(Statement statement) {
    return statement instanceof Statement.Break
        || (statement instanceof Statement.Invocation(Call call, _)
            && Set.of("return", "exit", "drop", "async").contains(call.function().text()));
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
