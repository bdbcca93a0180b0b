package dev.opensipsmcp.server.config;

/**
 * One thing that is wrong with the settings.
 *
 * @param where the environment variable, or the file with its line and column
 * @param what what is wrong, and what would be right
 */
public record Fault(String where, String what) {
  @Override
  public String toString() {
    return where + ": " + what;
  }
}
