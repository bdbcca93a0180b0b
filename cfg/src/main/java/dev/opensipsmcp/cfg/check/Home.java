package dev.opensipsmcp.cfg.check;

/**
 * Something that scripts can use, and where it comes from.
 *
 * @param <T> what it is
 * @param module the module that has it, or {@code core}
 * @param what what is there
 */
public record Home<T>(String module, T what) {
  /** {@return whether it is there without any module} */
  public boolean core() {
    return module.equals("core");
  }
}
