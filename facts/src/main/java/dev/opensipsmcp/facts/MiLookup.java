package dev.opensipsmcp.facts;

import java.util.List;

/** What a version knows under a name that somebody gave for an MI command. */
public sealed interface MiLookup {

  /**
   * The name means one command.
   *
   * @param command the command, under its canonical name of this version
   */
  record Found(MiCommand command) implements MiLookup {}

  /**
   * The name means several commands of this version.
   *
   * @param candidates their canonical names
   */
  record Ambiguous(List<String> candidates) implements MiLookup {}

  /**
   * This version has no such command.
   *
   * @param nearest canonical names that look or mean alike, best first, at most five
   * @param otherVersions the versions that do have it
   */
  record Unknown(List<String> nearest, List<Version> otherVersions) implements MiLookup {}
}
