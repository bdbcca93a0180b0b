package dev.opensipsmcp.db.backup;

import java.util.AbstractList;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * A list that tells which of its elements is taken, so that a test knows how far work is.
 *
 * @param <E> what is in it
 */
final class Told<E> extends AbstractList<E> {
  private final List<E> elements;
  private final IntConsumer taken;

  Told(List<E> elements, IntConsumer taken) {
    this.elements = List.copyOf(elements);
    this.taken = taken;
  }

  @Override
  public E get(int at) {
    taken.accept(at);
    return elements.get(at);
  }

  @Override
  public int size() {
    return elements.size();
  }
}
