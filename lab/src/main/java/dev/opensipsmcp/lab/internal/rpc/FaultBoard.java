package dev.opensipsmcp.lab.internal.rpc;

import dev.opensipsmcp.lab.Fault;
import dev.opensipsmcp.lab.Faults;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * The misbehaviour that is switched on. What is set for one command goes before what is for all.
 */
public final class FaultBoard implements Faults {
  private static final int FOREVER = -1;

  private static final class Entry {
    private final Optional<String> command;
    private final Fault fault;
    private int left;

    Entry(Optional<String> command, Fault fault, int left) {
      this.command = command;
      this.fault = fault;
      this.left = left;
    }
  }

  private final Names names;
  private final List<Entry> entries = new ArrayList<>();

  /**
   * A board with nothing on it.
   *
   * @param names tells which command a name means
   */
  public FaultBoard(Names names) {
    this.names = names;
  }

  @Override
  public synchronized void always(Fault fault) {
    entries.add(new Entry(Optional.empty(), fault, FOREVER));
  }

  @Override
  public synchronized void always(String command, Fault fault) {
    entries.add(new Entry(Optional.of(names.require(command)), fault, FOREVER));
  }

  @Override
  public synchronized void next(int times, Fault fault) {
    entries.add(new Entry(Optional.empty(), fault, positive(times)));
  }

  @Override
  public synchronized void next(String command, int times, Fault fault) {
    entries.add(new Entry(Optional.of(names.require(command)), fault, positive(times)));
  }

  @Override
  public synchronized void clear() {
    entries.clear();
  }

  /**
   * {@return the fault that a call gets, counted down}
   *
   * @param canonical the command's canonical name; empty when the call names none
   */
  synchronized Optional<Fault> take(String canonical) {
    return take(Optional.of(canonical)).or(() -> take(Optional.empty()));
  }

  private synchronized Optional<Fault> take(Optional<String> command) {
    Iterator<Entry> all = entries.iterator();
    while (all.hasNext()) {
      Entry entry = all.next();
      if (entry.command.equals(command)) {
        if (entry.left != FOREVER && --entry.left == 0) {
          all.remove();
        }
        return Optional.of(entry.fault);
      }
    }
    return Optional.empty();
  }

  private static int positive(int times) {
    if (times < 1) {
      throw new IllegalArgumentException("times: at least 1, not " + times);
    }
    return times;
  }
}
