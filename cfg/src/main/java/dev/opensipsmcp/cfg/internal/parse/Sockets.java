package dev.opensipsmcp.cfg.internal.parse;

import dev.opensipsmcp.cfg.syntax.Literal;
import dev.opensipsmcp.cfg.syntax.SocketDefinition;
import dev.opensipsmcp.cfg.syntax.SocketDefinition.Option;
import dev.opensipsmcp.cfg.syntax.Span;
import dev.opensipsmcp.cfg.syntax.Token.Kind;
import dev.opensipsmcp.cfg.syntax.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads where OpenSIPS listens. */
final class Sockets {
  private static final Set<String> WITH_NUMBER = Set.of("use_workers", "use_children", "tos");
  private static final Set<String> WITH_WORD = Set.of("tag", "use_auto_scaling_profile");

  /** The ways to write the two PROXY protocol options and the one that is both; since 4.0. */
  private static final String PROXY = "((allow|send)[-_])?proxy([-_]protocol)?";

  private static final Set<String> ALONE =
      Set.of("anycast", "frag", "reuse_port", "accept_subdomain");

  private final Cursor cursor;
  private final Values values;

  Sockets(Cursor cursor, Values values) {
    this.cursor = cursor;
    this.values = values;
  }

  private record Ports(Optional<Literal.Number> first, Optional<Literal.Number> last) {}

  /** {@return what is defined next: one socket for each port or range of ports} */
  List<SocketDefinition> sockets(boolean needsProtocol) {
    int start = cursor.start();
    Optional<Word> protocol = Optional.empty();
    if (cursor.is(Kind.WORD) && cursor.is(1, ":")) {
      reserved();
      protocol = Optional.of(values.word());
      cursor.next();
    }
    Word host = host();
    if (protocol.isEmpty() && (cursor.is(":") || needsProtocol) && !host.text().isEmpty()) {
      cursor.problems.add(
          host.span(),
          "The protocol is missing here.",
          "Write it before: udp:" + cursor.brief(host.span()) + ".");
    }
    if (cursor.is("{") && protocol.isPresent() && protocol.get().text().equals("bond")) {
      return bond(protocol, host, start);
    }
    List<Ports> ports = ports();
    List<Option> options = options();
    Span span = cursor.since(start);
    Optional<Word> prefix = protocol;
    return ports.stream()
        .map(port -> new SocketDefinition(prefix, host, port.first(), port.last(), options, span))
        .toList();
  }

  /** {@return the address, name or interface that is next} */
  Word host() {
    if (values.isText()) {
      Literal.Text text = values.text();
      return new Word(text.value(), text.span());
    }
    int start = cursor.start();
    if (!cursor.take("*") && values.address().isEmpty()) {
      if (!cursor.is(Kind.WORD)) {
        return new Word("", values.missing("An address, name or interface is missing.").span());
      }
      reserved();
      cursor.next();
      while ((cursor.is(".") || cursor.is("-")) && cursor.is(1, Kind.WORD)) {
        cursor.next();
        reserved();
        cursor.next();
      }
    }
    Span span = cursor.since(start);
    return new Word(span.in(cursor.text), span);
  }

  private void reserved() {
    Span word = cursor.peek().span();
    if (Words.reserved(cursor.text())) {
      cursor.problems.add(
          word,
          "The word " + cursor.brief(word) + " has a meaning of its own.",
          "Put the whole name into quotes.");
    }
  }

  private List<Ports> ports() {
    if (!cursor.take(":")) {
      return List.of(new Ports(Optional.empty(), Optional.empty()));
    }
    List<Ports> ports = new ArrayList<>();
    do {
      if (cursor.take("any")) {
        return List.of(new Ports(Optional.empty(), Optional.empty()));
      }
      Optional<Literal.Number> first = port();
      Optional<Literal.Number> last = cursor.take("-") ? port() : Optional.empty();
      ports.add(new Ports(first, last));
    } while (cursor.take(","));
    return ports;
  }

  private Optional<Literal.Number> port() {
    Optional<Literal.Number> number = cursor.is(Kind.NUMBER) ? values.number() : Optional.empty();
    if (number.isEmpty()) {
      values.missing("A port is missing here.");
    }
    return number;
  }

  private List<Option> options() {
    List<Option> options = new ArrayList<>();
    while (cursor.is(Kind.WORD) && !cursor.is(1, "=")) {
      String name = cursor.text().toLowerCase(Locale.ROOT);
      boolean alone = ALONE.contains(name) || name.matches(PROXY);
      boolean as = name.equals("as");
      if (!alone && !as && !WITH_NUMBER.contains(name) && !WITH_WORD.contains(name)) {
        break;
      }
      Word word = new Word(name, values.word().span());
      int start = cursor.start();
      if (as) {
        host();
        ports();
      } else if (!alone) {
        value(WITH_NUMBER.contains(name), name);
      }
      Optional<String> value =
          alone || cursor.behind() < start
              ? Optional.empty()
              : Optional.of(cursor.text.substring(start, cursor.behind()));
      options.add(new Option(word, value, cursor.since(word.span().start())));
    }
    return options;
  }

  private void value(boolean number, String option) {
    if (!number && cursor.is(Kind.WORD)) {
      cursor.next();
    } else if (!number || values.number().isEmpty()) {
      values.missing("Behind " + option + " comes a " + (number ? "number." : "name."));
    }
  }

  /** Reads a bond and its members, the bond itself first. */
  private List<SocketDefinition> bond(Optional<Word> protocol, Word name, int start) {
    List<SocketDefinition> all = new ArrayList<>();
    List<SocketDefinition> members = new ArrayList<>();
    cursor.next();
    do {
      if (values.isText()) {
        members.add(Members.of(values.text()));
      } else {
        values.missing("A socket in quotes is missing here.");
      }
    } while (cursor.take(","));
    cursor.expect("}", "Here } is missing.");
    Span span = cursor.since(start);
    all.add(
        new SocketDefinition(protocol, name, Optional.empty(), Optional.empty(), List.of(), span));
    all.addAll(members);
    return all;
  }

  /** {@return the names of the server that are next; without a sign between them} */
  List<SocketDefinition> aliases() {
    List<SocketDefinition> all = new ArrayList<>();
    do {
      int before = cursor.position();
      all.addAll(sockets(false));
      if (cursor.position() == before) {
        break;
      }
    } while (another());
    return all;
  }

  private boolean another() {
    boolean word =
        cursor.is(Kind.WORD)
            && !cursor.is(1, "=")
            && !cursor.is(1, "(")
            && !cursor.is(1, "[")
            && !cursor.is(1, "{")
            && !cursor.is(1, Kind.TEXT)
            && !cursor.is("mpath");
    return word || cursor.is("[") || cursor.is(Kind.TEXT);
  }
}
