package dev.opensipsmcp.cfg.syntax;

import java.util.List;
import java.util.Optional;

/**
 * Where OpenSIPS listens.
 *
 * @param protocol for example {@code udp}; empty when it is left out
 * @param host an address, a name, an interface, or {@code *}
 * @param port the port; empty for the protocol's own
 * @param lastPort the end of a range of ports
 * @param options what follows, for example {@code as 203.0.113.1:5060} or {@code use_workers 4}
 * @param span where it stands
 */
public record SocketDefinition(
    Optional<Word> protocol,
    Word host,
    Optional<Literal.Number> port,
    Optional<Literal.Number> lastPort,
    List<Option> options,
    Span span) {
  public SocketDefinition {
    options = List.copyOf(options);
  }

  /**
   * An option of a listener.
   *
   * @param name its name
   * @param value its value, if it has one, as it is written
   * @param span where it stands
   */
  public record Option(Word name, Optional<String> value, Span span) {}
}
