package dev.opensipsmcp.cfg.internal.lint;

import static dev.opensipsmcp.cfg.finding.Severity.LOW;
import static dev.opensipsmcp.cfg.finding.Severity.MEDIUM;

import dev.opensipsmcp.cfg.flow.Site;
import dev.opensipsmcp.cfg.internal.flow.Expressions;
import dev.opensipsmcp.cfg.internal.flow.KnownFunction;
import dev.opensipsmcp.cfg.internal.flow.Mentions;
import dev.opensipsmcp.cfg.internal.flow.Statements;
import dev.opensipsmcp.cfg.syntax.Call;
import dev.opensipsmcp.cfg.syntax.Item;
import dev.opensipsmcp.cfg.syntax.Span;
import dev.opensipsmcp.cfg.syntax.Statement;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Rules about limits of registrations, and about what is told to others and to the log. */
final class ServiceRules {
  private ServiceRules() {}

  static List<AuditRule> rules() {
    return List.of(
        AuditRule.of(
                "S32",
                MEDIUM,
                "any number of contacts per user",
                "One account can fill the table and make every call to it ring everywhere.",
                ServiceRules::contacts)
            .since("all; a flag of save since 3.4 by its name")
            .fix("Set `registrar`'s `max_contacts`, to 5 for example."),
        AuditRule.of(
                "S33",
                MEDIUM,
                "expiry without bounds",
                "Contacts stay for years, or every client registers again each few seconds.",
                ServiceRules::expiry)
            .fix("Set `registrar`'s `max_expires`, to 3600 for example, and `min_expires` to 60."),
        AuditRule.of(
                "S41",
                LOW,
                "version told to everybody",
                "Attackers look for servers with a fault that is known.",
                ServiceRules::signature)
            .fix("Set `server_signature` to no, or a `server_header` without a version."),
        AuditRule.of(
                "S42",
                LOW,
                "messages or credentials in the log",
                "The log holds what people said and logged in with, and fills the disk.",
                ServiceRules::logged)
            .fix("Log the method, `$ci` and `$si`; whole messages at level L_DBG only."));
  }

  private static Predicate<Call> without(String flag, String letter) {
    return call -> {
      String flags = Expressions.constant(call, 1).orElse("");
      return !flags.contains(flag) && !flags.matches(".*" + letter + "[0-9]+.*");
    };
  }

  private static void contacts(Subject subject, Out out) {
    if (subject.number(KnownParameter.MAX_CONTACTS).orElse(0L) == 0) {
      subject
          .calls(KnownFunction.SAVE)
          .map(Site::call)
          .filter(without("max-contacts=", "c"))
          .limit(1)
          .forEach(call -> out.at(call, "A user may have any number of contacts."));
    }
  }

  private static void expiry(Subject subject, Out out) {
    Optional<Item.LoadModule> registrar = subject.load("registrar");
    if (registrar.isPresent() && subject.number(KnownParameter.MAX_EXPIRES).orElse(0L) == 0) {
      Span at =
          subject.last(KnownParameter.MAX_EXPIRES).map(Item::span).orElse(registrar.get().span());
      boolean bounded =
          subject.calls(KnownFunction.SAVE).map(Site::call).noneMatch(without("max-expires=", "E"));
      boolean saves = subject.calls(KnownFunction.SAVE).findAny().isPresent();
      if (saves && !bounded) {
        out.at(at, "A contact may stay as long as the client asks for.");
      }
    }
    subject
        .last(KnownParameter.MIN_EXPIRES)
        .filter(p -> Texts.number(p.value()).filter(seconds -> seconds < 60).isPresent())
        .ifPresent(p -> out.at(p, "Clients may register again within a minute."));
  }

  private static void signature(Subject subject, Out out) {
    boolean on = subject.text(KnownGlobal.SERVER_SIGNATURE).map(Texts::on).orElse(true);
    if (subject.whole() && on && subject.setting(KnownGlobal.SERVER_HEADER).isEmpty()) {
      out.at(
          subject.setting(KnownGlobal.SERVER_SIGNATURE).map(Item::span).orElse(subject.main()),
          "Replies name the server's version.");
    }
  }

  private static void logged(Subject subject, Out out) {
    for (Statement statement : subject.statements()) {
      Statements.expressions(statement)
          .flatMap(expression -> Expressions.calls(expression).stream())
          .filter(call -> call.function().text().equals("xlog"))
          .filter(call -> !debug(call))
          .filter(call ->
              Mentions.in(call).stream()
                  .anyMatch(m ->
                      m.is("mb", "auth.resp")
                          || (m.is("hdr") && m.subname().endsWith("Authorization"))))
          .forEach(call -> out.at(call, "The log gets whole messages or credentials here."));
    }
  }

  private static boolean debug(Call call) {
    return Expressions.constant(call, 0).filter(level -> level.equals("L_DBG")).isPresent();
  }
}
