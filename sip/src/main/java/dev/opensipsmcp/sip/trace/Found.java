package dev.opensipsmcp.sip.trace;

import java.util.List;

/**
 * What a place that keeps messages answered.
 *
 * @param <T> what was asked for
 */
public sealed interface Found<T> {
  /**
   * It answered.
   *
   * @param value what it has
   * @param notes what the reader should know: a limit that cut, messages that were damaged or
   *     doubled; whole sentences
   */
  record Value<T>(T value, List<String> notes) implements Found<T> {
    public Value {
      notes = List.copyOf(notes);
    }

    /** Nothing to note. */
    public Value(T value) {
      this(value, List.of());
    }
  }

  /**
   * It could not answer.
   *
   * @param error why
   */
  record Failure<T>(TraceError error) implements Found<T> {}
}
