package dev.opensipsmcp.sip.internal.homer;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What the reader of an answer should know, each once. */
final class Notes {
  private final Set<String> notes = new LinkedHashSet<>();

  void add(String sentence) {
    notes.add(sentence);
  }

  List<String> all() {
    return new ArrayList<>(notes);
  }
}
