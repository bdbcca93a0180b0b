package dev.opensipsmcp.server.config;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong, so that an operator sees all of it at once. */
final class Faults {
  private final List<Fault> found = new ArrayList<>();

  void add(String where, String what) {
    found.add(new Fault(where, what));
  }

  List<Fault> found() {
    return List.copyOf(found);
  }
}
