package dev.opensipsmcp.cfg.explain;

import dev.opensipsmcp.cfg.source.Place;
import java.util.List;

/**
 * A route in short.
 *
 * @param name as it is written: {@code failure_route[missed]}
 * @param does what it does to a message, each once, in the order of the text
 * @param replies the codes that it replies with, in the order of the text
 * @param calls the routes that it calls or resumes in
 * @param arms the routes that it arms for later
 * @param functions the functions that it calls, each once
 * @param place where
 */
public record RouteOutline(
    String name,
    List<String> does,
    List<String> replies,
    List<String> calls,
    List<String> arms,
    List<String> functions,
    Place place) {
  public RouteOutline {
    does = List.copyOf(does);
    replies = List.copyOf(replies);
    calls = List.copyOf(calls);
    arms = List.copyOf(arms);
    functions = List.copyOf(functions);
  }
}
