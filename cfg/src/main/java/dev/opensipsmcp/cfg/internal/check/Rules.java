package dev.opensipsmcp.cfg.internal.check;

import dev.opensipsmcp.cfg.check.Names;
import dev.opensipsmcp.cfg.check.Verdict;
import dev.opensipsmcp.cfg.finding.Finding;
import dev.opensipsmcp.cfg.finding.Severity;
import dev.opensipsmcp.cfg.source.Dialect;
import dev.opensipsmcp.cfg.syntax.Fault;
import dev.opensipsmcp.cfg.syntax.Item;
import dev.opensipsmcp.cfg.syntax.Span;
import dev.opensipsmcp.cfg.syntax.SyntaxTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** All rules in a row. */
public final class Rules {
  /** Rules about what the parser may have called a fault already. */
  private static final Set<String> ALSO_SYNTAX =
      Set.of(
          "argument-form",
          "alias",
          "bad-address",
          "blacklist",
          "break-outside-loop",
          "call-without-parentheses",
          "empty-route",
          "listener-without-protocol",
          "port-range",
          "scaling-profile",
          "setting-value",
          "unknown-function",
          "unknown-protocol",
          "unknown-route-kind",
          "unknown-setting");

  /** Rules about something missing, which a file that was not read may have. */
  private static final Set<String> MAY_BE_ELSEWHERE =
      Set.of(
          "driver-not-loaded",
          "listener-without-module",
          "missing-companion",
          "missing-dependency",
          "missing-parameter",
          "module-not-loaded",
          "no-listener",
          "no-module-path",
          "no-tls-library",
          "not-asynchronous",
          "parameter-before-module",
          "protocol-without-listener",
          "undefined-blacklist",
          "undefined-resume-route",
          "undefined-route",
          "undefined-tls-domain",
          "unknown-function",
          "unknown-transformation",
          "unknown-variable",
          "variable-context");

  /** What stands around that which a template fills in. */
  private static final Set<String> MARKS = Set.of("${", "{{", "{%", "<%");

  private Rules() {}

  /**
   * {@return what OpenSIPS would say to a file}
   *
   * @param names the version's names
   * @param tree the file
   */
  public static Verdict check(Names names, SyntaxTree tree) {
    return check(names, tree, RuleRun.large(tree.text().length()));
  }

  /** The same on one processor or on all; the dialect needs nothing but the tokens. */
  static Verdict check(Names names, SyntaxTree tree, boolean sideBySide) {
    Supplier<List<Dialect>> dialects =
        sideBySide
            ? CompletableFuture.supplyAsync(() -> Dialect.of(tree))::join
            : () -> Dialect.of(tree);
    Scope scope = Scope.of(names, tree);
    RuleRun.run(scope, sideBySide);
    addIncludes(scope);
    addFaults(scope.report(), tree);
    addDialects(scope.report(), dialects.get(), tree);
    return scope.report().verdict();
  }

  /**
   * What OpenSIPS would be given is not known before a template is rendered. Where a template reads
   * like a plain file, all but what is to be filled in holds as it is, and variables in braces may
   * stay what they are; in others no fault means much.
   */
  private static void addDialects(Report report, List<Dialect> dialects, SyntaxTree tree) {
    boolean template = dialects.stream().anyMatch(it -> it.kind() != Dialect.Kind.KAMAILIO);
    boolean plain = tree.faults().isEmpty();
    boolean removed =
        report.removeIf(it -> template && (!plain || marked(it.span().in(tree.text()))));
    for (Dialect dialect : dialects) {
      if (dialect.kind() == Dialect.Kind.ENVSUBST && plain && !removed) {
        continue;
      }
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

  /** A file that was not read may load, listen and define whatever is missing here. */
  private static void addIncludes(Scope scope) {
    List<Item.Include> includes = new ArrayList<>(scope.walk().includes());
    for (Item item : scope.tree().items()) {
      if (item instanceof Item.Include include) {
        includes.add(include);
      }
    }
    if (!includes.isEmpty()) {
      scope.report().removeIf(it -> MAY_BE_ELSEWHERE.contains(it.id()));
    }
    for (Item.Include include : includes) {
      scope
          .report()
          .lesser(
              "include-not-followed",
              Severity.UNKNOWN,
              include.span(),
              "The file " + Words.brief(include.path().value()) + " was not read.",
              "What it loads, listens on and defines may be all that is missing here.",
              "Check the file together with what it includes.");
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

  private static boolean marked(String text) {
    return MARKS.stream().anyMatch(text::contains);
  }

  private static boolean touches(Finding finding, NavigableMap<Integer, Span> faults) {
    Map.Entry<Integer, Span> before = faults.floorEntry(finding.span().end());
    return before != null && before.getValue().end() >= finding.span().start();
  }
}
