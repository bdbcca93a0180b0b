package dev.opensipsmcp.mi.internal.posix;

import java.io.IOException;

/** A call to the C library that failed, with its error number on Linux. */
public final class Errno extends IOException {
  private static final long serialVersionUID = 1L;

  public static final int EPERM = 1;
  public static final int ENOENT = 2;
  public static final int EINTR = 4;
  public static final int ENXIO = 6;
  public static final int EAGAIN = 11;
  public static final int EACCES = 13;
  public static final int EEXIST = 17;
  public static final int EPIPE = 32;
  public static final int ECONNREFUSED = 111;

  private final int number;

  Errno(String call, int number) {
    super(call + " failed: " + words(number));
    this.number = number;
  }

  /** {@return the error number} */
  public int number() {
    return number;
  }

  private static String words(int number) {
    return switch (number) {
      case EPERM -> "not permitted";
      case ENOENT -> "no such file";
      case ENXIO -> "no process reads it";
      case EACCES -> "permission denied";
      case EEXIST -> "it exists already";
      case EPIPE -> "the reader went away";
      case ECONNREFUSED -> "nobody listens";
      default -> "error number " + number;
    };
  }
}
