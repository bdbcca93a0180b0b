package dev.opensipsmcp.cfg.explain;

import dev.opensipsmcp.cfg.source.Program;
import dev.opensipsmcp.facts.Facts;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * A whole configuration in short. No secret of it is in here.
 *
 * @param listening what it listens on
 * @param modules the modules that it loads, by what they are there for
 * @param unknown modules that the version does not have
 * @param globals its global parameters
 * @param peers the databases and other systems that it talks to
 * @param secrets where passwords and keys are written
 * @param surfaces the ways to manage and to watch it
 * @param routes its routes, in the order of the text
 */
public record Outline(
    List<Listening> listening,
    SequencedMap<String, List<String>> modules,
    List<String> unknown,
    List<Global> globals,
    List<Peer> peers,
    List<Secret> secrets,
    List<Surface> surfaces,
    List<RouteOutline> routes) {
  public Outline {
    listening = List.copyOf(listening);
    modules = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(modules));
    unknown = List.copyOf(unknown);
    globals = List.copyOf(globals);
    peers = List.copyOf(peers);
    secrets = List.copyOf(secrets);
    surfaces = List.copyOf(surfaces);
    routes = List.copyOf(routes);
  }

  /**
   * {@return a configuration in short}
   *
   * @param program the configuration
   * @param facts the facts of its version
   */
  public static Outline of(Program program, Facts facts) {
    return new Outliner(program, facts).outline();
  }

  /** {@return the same as a compact text} */
  public String text() {
    return OutlineText.of(this);
  }
}
