package dev.opensipsmcp.cfg.syntax;

import java.util.List;
import java.util.Optional;

/** What stands outside of routes. */
public sealed interface Item extends Node {
  /**
   * A global parameter: {@code log_level=3}, {@code socket=udp:192.0.2.1:5060}.
   *
   * @param name its name
   * @param value its value, of which a list has several
   * @param span where it stands
   */
  record Setting(Word name, List<Literal> value, Span span) implements Item {
    public Setting {
      value = List.copyOf(value);
    }
  }

  /**
   * A listener, or an alias of the server: what begins with {@code socket=}, {@code listen=},
   * {@code alias=} or {@code bind=}.
   *
   * @param name the word that it begins with
   * @param sockets what is defined; several for a bond
   * @param span where it stands
   */
  record Listener(Word name, List<SocketDefinition> sockets, Span span) implements Item {
    public Listener {
      sockets = List.copyOf(sockets);
    }
  }

  /**
   * Something with a small syntax of its own: {@code dst_blacklist}, {@code mem-group}, {@code
   * auto_scaling_profile}, {@code tcp_threads}.
   *
   * @param name the word that it begins with
   * @param tokens all of it, without what is blank
   * @param span where it stands
   */
  record Special(Word name, List<Token> tokens, Span span) implements Item {
    public Special {
      tokens = List.copyOf(tokens);
    }
  }

  /**
   * {@code loadmodule "name.so"}.
   *
   * @param path the file as it is written
   * @param span where it stands
   */
  record LoadModule(Literal.Text path, Span span) implements Item {
    /** {@return the module's name, without folders and {@code .so}} */
    public String module() {
      String name = path.value().substring(path.value().lastIndexOf('/') + 1);
      return name.endsWith(".so") ? name.substring(0, name.length() - 3) : name;
    }
  }

  /**
   * {@code mpath="/folder/"}.
   *
   * @param path the folder
   * @param span where it stands
   */
  record ModulePath(Literal.Text path, Span span) implements Item {}

  /**
   * {@code modparam("module", "name", value)}.
   *
   * @param module the module's name, or a regular expression for several
   * @param name the parameter's name
   * @param value a string or a number
   * @param span where it stands
   */
  record ModuleParameter(Literal.Text module, Literal.Text name, Literal value, Span span)
      implements Item {}

  /**
   * A route.
   *
   * @param kind the word that it begins with, for example {@code failure_route}
   * @param name its name: a word, a number or a string; empty for the main route and the like
   * @param interval the seconds of a {@code timer_route}
   * @param attributes further words in the brackets, as those of an {@code event_route}
   * @param body what it does
   * @param span where it stands
   */
  record Route(
      Word kind,
      Optional<Word> name,
      Optional<Literal.Number> interval,
      List<Word> attributes,
      Block body,
      Span span)
      implements Item {
    public Route {
      attributes = List.copyOf(attributes);
    }
  }

  /**
   * {@code include_file "path"} or {@code import_file "path"}, a line of its own.
   *
   * @param word which of the two
   * @param path the file
   * @param span where it stands
   */
  record Include(Word word, Literal.Text path, Span span) implements Item {}

  /**
   * What could not be understood; the reason is among the faults.
   *
   * @param span where it stands
   */
  record Unreadable(Span span) implements Item {}
}
