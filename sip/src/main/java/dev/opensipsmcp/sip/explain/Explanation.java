package dev.opensipsmcp.sip.explain;

import java.util.List;

/**
 * A message in plain words.
 *
 * @param what what it is, one sentence
 * @param who from whom to whom, one sentence
 * @param points what else it says that matters, whole sentences
 * @param next what must come next, whole sentences
 */
public record Explanation(String what, String who, List<String> points, List<String> next) {
  public Explanation {
    points = List.copyOf(points);
    next = List.copyOf(next);
  }
}
