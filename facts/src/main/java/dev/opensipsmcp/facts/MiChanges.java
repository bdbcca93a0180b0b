package dev.opensipsmcp.facts;

import java.util.List;

/**
 * What changed in the MI commands between two versions.
 *
 * @param renamed the commands that both have under different names
 * @param commands those that only one of them has under any name
 * @param changedRecipes the commands that both have, by their later name, with other recipes
 */
public record MiChanges(List<Rename> renamed, Difference commands, List<String> changedRecipes) {
  public MiChanges {
    renamed = List.copyOf(renamed);
    changedRecipes = List.copyOf(changedRecipes);
  }

  /**
   * A command under two names.
   *
   * @param before the earlier name
   * @param after the later name
   */
  public record Rename(String before, String after) {}
}
