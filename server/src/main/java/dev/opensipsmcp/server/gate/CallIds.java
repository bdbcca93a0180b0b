package dev.opensipsmcp.server.gate;

import java.util.concurrent.atomic.AtomicLong;

/** Numbers for calls, unique over all processes that share a trail. */
final class CallIds {
  private static final String PROCESS =
      Long.toString(System.currentTimeMillis(), Character.MAX_RADIX)
          + '-'
          + Long.toString(ProcessHandle.current().pid(), Character.MAX_RADIX)
          + '-';

  private static final AtomicLong COUNTER = new AtomicLong();

  private CallIds() {}

  static String next() {
    return PROCESS + Long.toString(COUNTER.incrementAndGet(), Character.MAX_RADIX);
  }
}
