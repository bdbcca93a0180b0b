package dev.opensipsmcp.cfg.internal.check;

import dev.opensipsmcp.cfg.syntax.Strings;
import java.util.List;
import java.util.stream.Stream;

/**
 * Runs the rules: one after the other, or, where the file is large, side by side. No rule needs
 * another one's findings, and each writes its own report; these are put together in the order of
 * the rules, so that the findings are the same either way.
 */
final class RuleRun {
  /** Below that many characters, handing out the work costs more than it saves. */
  private static final int LARGE = 100_000;

  @FunctionalInterface
  private interface Rule {
    void check(Scope scope);
  }

  private static final List<Rule> RULES =
      List.of(
          scope -> new SettingRules(scope).check(),
          scope -> new SettingValueRules(scope).check(),
          scope -> new BlacklistRules(scope).check(),
          scope -> new ScalingRules(scope).check(),
          scope -> new SyntaxRules(scope).check(),
          scope -> new SocketRules(scope).check(),
          scope -> new LanguageRules(scope).check(),
          scope -> new ModuleRules(scope).check(),
          scope -> new ParameterRules(scope).check(),
          scope -> new DependencyRules(scope).check(),
          scope -> new NeedRules(scope).check(),
          scope -> new ValueRules(scope).check(),
          scope -> new RangeRules(scope).check(),
          scope -> new FormRules(scope).check(),
          scope -> new ListenerRules(scope).check(),
          scope -> new ListenerNeedRules(scope).check(),
          scope -> new RouteRules(scope).check(),
          scope -> new RouteLimitRules(scope).check(),
          scope -> new EventRouteRules(scope).check(),
          scope -> new JumpRules(scope).check(),
          scope -> new FunctionRules(scope, texts(scope)).check(),
          scope -> new ReachRules(scope).check(),
          scope -> new VariableRules(scope).check(),
          scope -> new FlagRules(scope).check(),
          scope -> new MethodListRules(scope).check(),
          scope -> new TlsDomainRules(scope).check(),
          scope -> new FlagCountRules(scope).check(),
          scope -> new OutputRules(scope).check(),
          scope -> new RegexRules(scope).check(),
          scope -> new LogRules(scope, texts(scope)).check());

  private RuleRun() {}

  /** {@return whether a file of that many characters is worth more than one processor} */
  static boolean large(int length) {
    return length >= LARGE;
  }

  /** Runs all rules on the caller's thread, or on all processors. */
  static void run(Scope scope, boolean sideBySide) {
    Stream<Rule> rules = sideBySide ? RULES.parallelStream() : RULES.stream();
    rules.map(it -> report(it, scope)).toList().forEach(scope.report()::addAll);
  }

  private static Report report(Rule rule, Scope scope) {
    Scope own = scope.reportingTo(new Report());
    rule.check(own);
    return own.report();
  }

  private static Texts texts(Scope scope) {
    return it -> Strings.parts(it, scope.tree().text());
  }
}
