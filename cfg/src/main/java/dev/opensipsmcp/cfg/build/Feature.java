package dev.opensipsmcp.cfg.build;

import java.util.List;

/**
 * A feature that a scenario is made of or can be given: a set of modules, settings and lines of
 * routes.
 *
 * @param name its name, {@code WITH_} and a word as in Kamailio's sample configuration
 * @param otherNames names that Kamailio's users know it by
 * @param summary what it does, one sentence
 * @param needs the features that come with it
 * @param excludes the features that can't stand beside it
 * @param modules the modules it loads in some version, in their order
 */
public record Feature(
    String name,
    List<String> otherNames,
    String summary,
    List<String> needs,
    List<String> excludes,
    List<String> modules) {
  public Feature {
    otherNames = List.copyOf(otherNames);
    needs = List.copyOf(needs);
    excludes = List.copyOf(excludes);
    modules = List.copyOf(modules);
  }
}
