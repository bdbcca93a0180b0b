package dev.opensipsmcp.cfg.file;

/** Why a file was not read or written. */
public enum Refusal {
  /** It lies outside of the allowed directories, perhaps behind a symbolic link. */
  OUTSIDE,
  /** There is no such file. */
  MISSING,
  /** It is a directory, a device or the like, or too big. */
  NOT_A_CONFIGURATION,
  /** It is not as it was when it was read. */
  CHANGED,
  /** The check has an objection to the new text. */
  CHECK,
  /** Its owner, group or mode could not be kept. */
  OWNER,
  /** The operating system did not allow it. */
  SYSTEM
}
