package dev.opensipsmcp.cfg.internal.check;

import dev.opensipsmcp.cfg.check.Verdict;
import dev.opensipsmcp.cfg.finding.Finding;
import dev.opensipsmcp.cfg.finding.Severity;
import dev.opensipsmcp.cfg.syntax.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Collects what the rules find. */
final class Report {
  private record Entry(Finding finding, Optional<Stage> stage) {
    boolean is(Predicate<Stage> what) {
      return stage.filter(what).isPresent();
    }
  }

  private final List<Entry> entries = new ArrayList<>();

  /** Notes something that OpenSIPS does not take. */
  void fatal(String id, Stage stage, Span span, String message, String fix) {
    fatal(id, stage, span, message, Optional.of(fix));
  }

  /** Notes something that OpenSIPS does not take, for which there may be no fix. */
  void fatal(String id, Stage stage, Span span, String message, Optional<String> fix) {
    Finding finding = new Finding(id, Severity.FATAL, span, message, stage.reason(), fix);
    entries.add(new Entry(finding, Optional.of(stage)));
  }

  /** Notes something that OpenSIPS starts with all the same, or that can't be decided. */
  void lesser(String id, Severity severity, Span span, String message, String reason, String fix) {
    Finding finding = new Finding(id, severity, span, message, reason, Optional.of(fix));
    entries.add(new Entry(finding, Optional.empty()));
  }

  /** Notes something that {@code -C} dies of, and a start does not mind. */
  void crash(String id, Span span, String message, String reason, String fix) {
    Finding finding = new Finding(id, Severity.LOW, span, message, reason, Optional.of(fix));
    entries.add(new Entry(finding, Optional.of(Stage.CHECK)));
  }

  /** Notes all that another report holds. */
  void addAll(Report other) {
    entries.addAll(other.entries);
  }

  /** Takes back what does not hold, and tells whether there was any. */
  boolean removeIf(Predicate<Finding> wrong) {
    return entries.removeIf(it -> wrong.test(it.finding()));
  }

  /** {@return what OpenSIPS would say} */
  Verdict verdict() {
    entries.sort(Comparator.comparingInt(it -> it.finding().span().start()));
    return new Verdict(
        entries.stream().noneMatch(it -> it.is(Stage::stopsCheck)),
        entries.stream().noneMatch(it -> it.is(Stage::stopsStart)),
        entries.stream().map(Entry::finding).toList());
  }
}
