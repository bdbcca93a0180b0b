package dev.opensipsmcp.sip.trace;

/** Hears how far long work is, and can withdraw it. */
public interface Watch {
  /** Hears nothing and never withdraws. */
  Watch NONE =
      new Watch() {
        @Override
        public void progress(double done, double total) {}

        @Override
        public boolean cancelled() {
          return false;
        }
      };

  /**
   * Hears how far the work is.
   *
   * @param done how much is done, in any unit that {@code total} has too
   * @param total how much there is; negative when unknown
   */
  void progress(double done, double total);

  /** {@return whether the work should end where it is} */
  boolean cancelled();
}
