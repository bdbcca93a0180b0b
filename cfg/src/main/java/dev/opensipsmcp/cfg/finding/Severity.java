package dev.opensipsmcp.cfg.finding;

/** How much a finding matters, most first. */
public enum Severity {
  /** OpenSIPS refuses the file, or does not start with it. */
  FATAL,
  /** Calls, money or accounts are at risk. */
  HIGH,
  /** It works until something goes wrong. */
  MEDIUM,
  /** Order, cost or convenience. */
  LOW,
  /** What the facts can't decide. */
  UNKNOWN
}
