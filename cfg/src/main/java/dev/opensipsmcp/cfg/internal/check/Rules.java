package dev.opensipsmcp.cfg.internal.check;

import dev.opensipsmcp.cfg.check.Names;
import dev.opensipsmcp.cfg.check.Verdict;
import dev.opensipsmcp.cfg.finding.Finding;
import dev.opensipsmcp.cfg.finding.Severity;
import dev.opensipsmcp.cfg.source.Dialect;
import dev.opensipsmcp.cfg.syntax.Fault;
import dev.opensipsmcp.cfg.syntax.Span;
import dev.opensipsmcp.cfg.syntax.Strings;
import dev.opensipsmcp.cfg.syntax.SyntaxTree;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/** All rules in a row. */
public final class Rules {
  /** Rules about what the parser may have called a fault already. */
  private static final Set<String> ALSO_SYNTAX =
      Set.of(
          "argument-form",
          "break-outside-loop",
          "call-without-parentheses",
          "empty-route",
          "listener-without-protocol",
          "setting-value",
          "unknown-function",
          "unknown-protocol",
          "unknown-route-kind",
          "unknown-setting");

  private Rules() {}

  /**
   * {@return what OpenSIPS would say to a file}
   *
   * @param names the version's names
   * @param tree the file
   */
  public static Verdict check(Names names, SyntaxTree tree) {
    List<Dialect> dialects = Dialect.of(tree);
    Scope scope = Scope.of(names, tree);
    Texts texts = it -> Strings.parts(it, tree.text());
    new SettingRules(scope).check();
    new SyntaxRules(scope).check();
    new LanguageRules(scope).check();
    new ModuleRules(scope).check();
    new ParameterRules(scope).check();
    new DependencyRules(scope).check();
    new NeedRules(scope).check();
    new ValueRules(scope).check();
    new ListenerRules(scope).check();
    new RouteRules(scope).check();
    new JumpRules(scope).check();
    new FunctionRules(scope, texts).check();
    new ReachRules(scope).check();
    new VariableRules(scope).check();
    new FlagRules(scope).check();
    new FlagCountRules(scope).check();
    new OutputRules(scope).check();
    new RegexRules(scope).check();
    new LogRules(scope, texts).check();
    addFaults(scope.report(), tree);
    addDialects(scope.report(), dialects, tree.text());
    return scope.report().verdict();
  }

  /**
   * What OpenSIPS would be given is not known before a template is rendered. Where variables in
   * braces are all that is to be filled in, the rest holds as it is; in other templates no fault
   * means much.
   */
  private static void addDialects(Report report, List<Dialect> dialects, String text) {
    boolean filled = dialects.stream().anyMatch(it -> it.kind() == Dialect.Kind.ENVSUBST);
    boolean made =
        dialects.stream()
            .map(Dialect::kind)
            .anyMatch(it -> it != Dialect.Kind.ENVSUBST && it != Dialect.Kind.KAMAILIO);
    report.removeIf(it -> made || (filled && it.span().in(text).contains("${")));
    for (Dialect dialect : dialects) {
      boolean kamailio = dialect.kind() == Dialect.Kind.KAMAILIO;
      report.lesser(
          kamailio ? "kamailio" : "template",
          kamailio ? Severity.HIGH : Severity.UNKNOWN,
          dialect.evidence(),
          dialect.message(),
          kamailio
              ? "The file is written for Kamailio, at least in part."
              : "What OpenSIPS will be given is not known before the template is rendered.",
          dialect.instead());
    }
  }

  private static void addFaults(Report report, SyntaxTree tree) {
    NavigableMap<Integer, Span> faults = new TreeMap<>();
    for (Fault fault : tree.faults()) {
      faults.put(fault.span().start(), fault.span());
    }
    report.removeIf(it -> ALSO_SYNTAX.contains(it.id()) && touches(it, faults));
    for (Fault fault : tree.faults()) {
      report.fatal("syntax", Stage.READING, fault.span(), fault.message(), fault.suggestion());
    }
  }

  private static boolean touches(Finding finding, NavigableMap<Integer, Span> faults) {
    Map.Entry<Integer, Span> before = faults.floorEntry(finding.span().end());
    return before != null && before.getValue().end() >= finding.span().start();
  }
}
