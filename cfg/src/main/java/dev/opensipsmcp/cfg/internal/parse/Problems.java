package dev.opensipsmcp.cfg.internal.parse;

import dev.opensipsmcp.cfg.syntax.Fault;
import dev.opensipsmcp.cfg.syntax.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Collects faults: one for each place, and not without end. */
final class Problems {
  private static final int MOST = 1_000;

  private final List<Fault> faults = new ArrayList<>();
  private final Set<Integer> places = new HashSet<>();

  void add(Span span, String message) {
    add(new Fault(span, message, Optional.empty()));
  }

  void add(Span span, String message, String suggestion) {
    add(new Fault(span, message, Optional.of(suggestion)));
  }

  private void add(Fault fault) {
    if (faults.size() > MOST || !places.add(fault.span().start())) {
      return;
    }
    if (faults.size() == MOST) {
      String message = "More than " + MOST + " faults; the rest is not told.";
      faults.add(new Fault(fault.span(), message, Optional.empty()));
    } else {
      faults.add(fault);
    }
  }

  boolean none() {
    return faults.isEmpty();
  }

  /** {@return the faults in the order of the text} */
  List<Fault> sorted() {
    return faults.stream().sorted(Comparator.comparingInt(fault -> fault.span().start())).toList();
  }
}
