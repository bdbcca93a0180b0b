package dev.opensipsmcp.cfg.internal.parse;

import dev.opensipsmcp.cfg.syntax.Literal;
import dev.opensipsmcp.cfg.syntax.SocketDefinition;
import dev.opensipsmcp.cfg.syntax.Span;
import dev.opensipsmcp.cfg.syntax.Word;
import java.util.List;
import java.util.Optional;

/** The sockets of a bond, which are written in quotes: {@code "udp:192.0.2.1:5060"}. */
final class Members {
  private Members() {}

  static SocketDefinition of(Literal.Text text) {
    String value = text.value();
    int inner = text.span().start() + 1;
    int host = value.indexOf(':') + 1;
    int colon = value.indexOf(':', Math.max(host, value.indexOf(']')));
    int end = colon < 0 ? value.length() : colon;
    Optional<Word> protocol =
        host == 0 ? Optional.empty() : Optional.of(word(value, 0, host - 1, inner));
    Optional<Literal.Number> port = Optional.empty();
    if (colon >= 0 && value.substring(colon + 1).matches("[0-9]{1,5}")) {
      Span span = new Span(inner + colon + 1, inner + value.length());
      port = Optional.of(new Literal.Number(Numbers.value(value.substring(colon + 1)), span));
    }
    return new SocketDefinition(
        protocol, word(value, host, end, inner), port, Optional.empty(), List.of(), text.span());
  }

  private static Word word(String value, int from, int to, int inner) {
    return new Word(value.substring(from, to), new Span(inner + from, inner + to));
  }
}
