package dev.opensipsmcp.sip.internal.message;

import dev.opensipsmcp.sip.message.Defect;
import java.util.ArrayList;
import java.util.List;

/** The defects found so far. There is a bound: a megabyte of rubbish tells no more than a page. */
public final class Defects {
  static final String START = "start line";
  static final String BODY = "body";

  private static final int MOST = 50;

  private final List<Defect> all = new ArrayList<>(0);

  /** Notes one, unless there are as many as anybody reads. */
  public void add(Defect.Kind kind, String where, String text) {
    if (all.size() < MOST) {
      all.add(new Defect(kind, where, text));
    }
  }

  /** {@return those noted, in order} */
  public List<Defect> all() {
    return all;
  }
}
