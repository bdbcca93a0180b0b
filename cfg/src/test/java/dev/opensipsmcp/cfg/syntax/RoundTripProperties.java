package dev.opensipsmcp.cfg.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever the text: it is kept, read in one go, and what is said about it lies within it. */
class RoundTripProperties {

  @Property(tries = 500)
  void anyText(@ForAll String text) {
    holds(text);
  }

  @Property(tries = 1_000)
  void anyOrderOfTheLanguagesPieces(@ForAll("pieces") String text) {
    holds(text);
  }

  @Property(tries = 1_000)
  void anyDamageToAPlainFile(@ForAll("damaged") String text) {
    holds(text);
  }

  private static void holds(String text) {
    SyntaxTree tree = Parser.parse(text);

    assertThat(
            tree.tokens().stream()
                .map(token -> token.span().in(text))
                .collect(Collectors.joining()))
        .isEqualTo(text);
    assertThat(tree.faults())
        .isSortedAccordingTo(
            (one, other) -> Integer.compare(one.span().start(), other.span().start()))
        .allMatch(fault -> fault.span().end() <= text.length());
    int behind = 0;
    for (Item item : tree.items()) {
      assertThat(item.span().start()).isGreaterThanOrEqualTo(behind);
      behind = item.span().end();
    }
    assertThat(behind).isLessThanOrEqualTo(text.length());
    assertThat(Shape.many(tree.items())).isNotNull();
  }

  @Provide
  Arbitrary<String> pieces() {
    return Arbitraries.of(
            "route",
            "[",
            "]",
            "{",
            "}",
            "(",
            ")",
            ";",
            ",",
            "=",
            "==",
            "if",
            "else",
            "while",
            "for",
            "in",
            "switch",
            "case",
            "default",
            ":",
            "break",
            "exit",
            "$ru",
            "$(",
            "$avp(x)",
            "$(ru{s.len})",
            "\"",
            "'",
            "\"a\"",
            "5",
            "-",
            "+",
            "!",
            "and",
            "~",
            "#",
            "/*",
            "*/",
            "\n",
            "\\",
            " ",
            "socket",
            "udp",
            "*",
            "192.0.2.1",
            "::1",
            "loadmodule",
            "modparam",
            "include_file \"a\"\n",
            "async",
            "f",
            "alias",
            "dst_blacklist",
            "return",
            "NULL",
            "\0",
            "timer_route",
            "as",
            "bond",
            "mpath",
            "xlog(",
            "é",
            "\uD83D\uDE00",
            "\r\n")
        .list()
        .ofMaxSize(60)
        .map(pieces -> String.join("", pieces));
  }

  @Provide
  Arbitrary<String> damaged() {
    Arbitrary<Integer> place = Arbitraries.integers().between(0, Samples.RESIDENTIAL.length());
    Arbitrary<String> put = Arbitraries.oneOf(pieces(), Arbitraries.just(""));
    return Combinators.combine(place, Arbitraries.integers().between(0, 30), put)
        .as((at, length, text) -> {
          String sample = Samples.RESIDENTIAL;
          int end = Math.min(sample.length(), at + length);
          return sample.substring(0, at) + text + sample.substring(end);
        });
  }
}
