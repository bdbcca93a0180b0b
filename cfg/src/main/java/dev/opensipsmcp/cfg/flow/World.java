package dev.opensipsmcp.cfg.flow;

/**
 * One of the ways in which a statement is reached.
 *
 * @param methods bits of the {@link Method methods} that the request may have
 * @param sure bits of the {@link Mark marks} that hold on this way
 * @param maybe bits of the marks that hold, or may hold where ways had to be thrown together; never
 *     less than {@code sure}
 * @param memory what flags and variables were set to, one bit for each
 */
public record World(int methods, long sure, long maybe, long memory) {
  /** The bit of {@link #memory} that says that it is not known what was set. */
  public static final long BLURRED = 1L << 63;

  /** {@return a way on which nothing was asked yet} */
  public static World of(int methods, Mark... marks) {
    long bits = Mark.bits(marks);
    return new World(methods, bits, bits, 0);
  }

  /** {@return whether a mark holds for certain} */
  public boolean surely(Mark mark) {
    return (sure & mark.bit()) != 0;
  }

  /** {@return whether one of these marks holds, as far as is known: the benefit of the doubt} */
  public boolean any(Mark... marks) {
    return (maybe & Mark.bits(marks)) != 0;
  }

  /** {@return whether the request may have one of these methods} */
  public boolean may(Method... wanted) {
    for (Method method : wanted) {
      if ((methods & method.bit()) != 0) {
        return true;
      }
    }
    return false;
  }

  /** {@return this with marks set and others taken off} */
  public World with(long set, long off) {
    return new World(methods, (sure & ~off) | set, (maybe & ~off) | set, memory);
  }

  /** {@return this with fewer methods} */
  public World only(int wanted) {
    return new World(methods & wanted, sure, maybe, memory);
  }

  /** {@return this with memory bits set and others taken off} */
  public World remembering(long set, long off) {
    return new World(methods, sure, maybe, (memory & ~off) | set);
  }

  /** {@return whether ways were thrown together here} */
  public boolean blurred() {
    return sure != maybe || (memory & BLURRED) != 0;
  }

  /** {@return the one world that stands for both: what is sure in both, and what may be in one} */
  public World blur(World other) {
    return new World(
        methods | other.methods,
        sure & other.sure,
        maybe | other.maybe,
        memory == other.memory ? memory : memory | other.memory | BLURRED);
  }
}
