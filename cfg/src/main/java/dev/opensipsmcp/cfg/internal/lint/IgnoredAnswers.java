package dev.opensipsmcp.cfg.internal.lint;

import dev.opensipsmcp.cfg.internal.flow.Expressions;
import dev.opensipsmcp.cfg.internal.flow.KnownFunction;
import dev.opensipsmcp.cfg.internal.flow.Mentions;
import dev.opensipsmcp.cfg.internal.flow.Role;
import dev.opensipsmcp.cfg.internal.flow.Statements;
import dev.opensipsmcp.cfg.syntax.Call;
import dev.opensipsmcp.cfg.syntax.Expression;
import dev.opensipsmcp.cfg.syntax.Statement;
import dev.opensipsmcp.facts.Version;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds checks whose answer is not asked for, or asked for the wrong way round. */
final class IgnoredAnswers {
  private static final Set<String> CHECK_NAMES =
      Stream.of(Role.AUTHENTICATION, Role.PROXY_AUTHENTICATION, Role.IDENTITY, Role.TRUST)
          .flatMap(role -> KnownFunction.doing(role).stream())
          .filter(function -> function != KnownFunction.GET_SOURCE_GROUP)
          .map(KnownFunction::spelling)
          .collect(Collectors.toUnmodifiableSet());
  private static final Set<Role> AUTHENTICATIONS =
      EnumSet.of(Role.AUTHENTICATION, Role.PROXY_AUTHENTICATION);
  private static final Set<String> REPLIES = Set.of("send_reply", "sl_send_reply", "t_reply");

  private IgnoredAnswers() {}

  static void look(Subject subject, Out out) {
    unasked(subject, CHECK_NAMES)
        .forEach(
            call -> out.at(call, "Nobody asks what " + call.function().text() + "() answers."));
    for (Statement statement : subject.statements()) {
      if (statement instanceof Statement.If choice) {
        turned(subject.version(), choice)
            .ifPresent(call ->
                out.at(
                    call,
                    "Who passes "
                        + call.function().text()
                        + "() is turned away, who fails goes on."));
      }
    }
  }

  /** {@return the calls of these functions whose answer nobody asks for} */
  static List<Call> unasked(Subject subject, Set<String> names) {
    List<Call> found = new ArrayList<>();
    Deque<List<Statement>> left = new ArrayDeque<>();
    subject.flow().routes().forEach(route -> left.push(route.body().statements()));
    while (!left.isEmpty()) {
      List<Statement> list = left.pop();
      for (int i = 0; i < list.size(); i++) {
        Statements.lists(list.get(i)).forEach(left::push);
        if (list.get(i) instanceof Statement.Invocation(Call call, _)
            && names.contains(call.function().text())
            && !subject.flow().before(list.get(i)).none()
            && !asked(list, i + 1)) {
          found.add(call);
        }
      }
    }
    return found;
  }

  private static boolean asked(List<Statement> list, int next) {
    if (next >= list.size()) {
      return false;
    }
    Statement following = list.get(next);
    boolean returns =
        following instanceof Statement.Invocation(Call call, _)
            && call.function().text().equals("return")
            && !Mentions.in(call).isEmpty();
    boolean kept = following instanceof Statement.Assignment;
    boolean condition =
        following instanceof Statement.If
            || following instanceof Statement.Switch
            || following instanceof Statement.While;
    return (returns || condition || kept)
        && Statements.expressions(following)
            .flatMap(expression -> Mentions.in(expression).stream())
            .anyMatch(mention -> mention.is("rc", "retcode"));
  }

  private static Optional<Call> turned(Version version, Statement.If choice) {
    Expression condition = Expressions.bare(choice.condition());
    if (!(condition instanceof Call call) || !does(version, call, AUTHENTICATIONS)) {
      return Optional.empty();
    }
    return Statements.body(choice.then()).stream()
            .filter(Statement.Invocation.class::isInstance)
            .map(Statement.Invocation.class::cast)
            .anyMatch(invocation -> refuses(version, invocation.call()))
        ? Optional.of(call)
        : Optional.empty();
  }

  private static boolean refuses(Version version, Call call) {
    boolean refusal =
        REPLIES.contains(call.function().text())
            && Expressions.constant(call, 0).filter(code -> code.matches("40[137]")).isPresent();
    return refusal || does(version, call, EnumSet.of(Role.CHALLENGE));
  }

  private static boolean does(Version version, Call call, Set<Role> roles) {
    return KnownFunction.find(version, call.function().text())
        .filter(known -> roles.contains(known.role()))
        .isPresent();
  }
}
