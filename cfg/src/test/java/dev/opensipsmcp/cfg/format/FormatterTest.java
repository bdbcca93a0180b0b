package dev.opensipsmcp.cfg.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opensipsmcp.cfg.internal.meaning.Meaning;
import dev.opensipsmcp.cfg.syntax.Parser;
import dev.opensipsmcp.cfg.syntax.SyntaxTree;
import dev.opensipsmcp.cfg.syntax.Token;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

final class FormatterTest {
  private static final String UNTIDY =
      """
      # a border element


      log_level = 3
      udp_workers=  4
      socket = udp:127.0.0.1:5060   as 192.0.2.1:5060
      dst_blacklist = gw:{( tcp , 192.0.2.2 , 5060 , "" ),
         ( any, 192.0.2.3, 0, "") }
      mpath = "/usr/lib/opensips/modules/" : "/opt/modules/"
      loadmodule   "tm.so"  # transactions
      modparam( "tm" ,"fr_timeout",5 )
      modparam("tm","unix_tx_timeout",  -1)
      route{if(is_method("INVITE")&&!has_totag( )){route( CALL );exit;}else{
          /* all
             the rest */
          drop; }
        # at the end
      }
      route[CALL] {
          if ($var(a)==-1) $var(b)=$var(a)-1; else if (not $avp(x)) { $var(c)= ~5; }
          else
            exit;

          while($var(b)>0){$var(b)-=1;}


          for($var(u) in $(avp(list)[*])) xlog("L_INFO","$var(u) "
              "and more\\n");
          switch($rm){case "INVITE":xlog("a"); break;
            # nobody else
            case 'BYE': case "CANCEL": exit; default: drop;}
          async( rest_get("http://127.0.0.1/",$var(x)) , CALL , 5 );
          if (($rs == 200 or $rs==180)
              and $ru =~ "^sip:[0-9]+@" )
          {
              exit;
          }
      }
      failure_route[GONE] { exit; }
      """;

  private static final String TIDY =
      """
      # a border element

      log_level=3
      udp_workers=4
      socket=udp:127.0.0.1:5060 as 192.0.2.1:5060
      dst_blacklist=gw:{( tcp , 192.0.2.2 , 5060 , "" ),
      \t( any, 192.0.2.3, 0, "") }
      mpath="/usr/lib/opensips/modules/" : "/opt/modules/"
      loadmodule "tm.so"  # transactions
      modparam("tm", "fr_timeout", 5)
      modparam("tm", "unix_tx_timeout", -1)

      route {
      \tif (is_method("INVITE") && !has_totag()) {
      \t\troute(CALL);
      \t\texit;
      \t} else {
      \t\t/* all
             the rest */
      \t\tdrop;
      \t}
      \t# at the end
      }

      route[CALL] {
      \tif ($var(a) == -1)
      \t\t$var(b) = $var(a) - 1;
      \telse if (not $avp(x)) {
      \t\t$var(c) = ~5;
      \t} else
      \t\texit;

      \twhile ($var(b) > 0) {
      \t\t$var(b) -= 1;
      \t}

      \tfor ($var(u) in $(avp(list)[*]))
      \t\txlog("L_INFO", "$var(u) "
      \t\t\t\t"and more\\n");
      \tswitch ($rm) {
      \t\tcase "INVITE":
      \t\t\txlog("a");
      \t\t\tbreak;
      \t\t# nobody else
      \t\tcase 'BYE':
      \t\tcase "CANCEL":
      \t\t\texit;
      \t\tdefault:
      \t\t\tdrop;
      \t}
      \tasync(rest_get("http://127.0.0.1/", $var(x)), CALL, 5);
      \tif (($rs == 200 or $rs == 180)
      \t\t\tand $ru =~ "^sip:[0-9]+@") {
      \t\texit;
      \t}
      }

      failure_route[GONE] {
      \texit;
      }
      """;

  private static String formatted(String text) {
    Formatted formatted = Formatter.format(Parser.parse(text));
    assertThat(formatted).isInstanceOf(Formatted.Done.class);
    return ((Formatted.Done) formatted).text();
  }

  private static List<String> comments(SyntaxTree tree) {
    return tree.tokens().stream()
        .filter(token -> token.kind() == Token.Kind.COMMENT)
        .map(token -> token.span().in(tree.text()).stripTrailing())
        .toList();
  }

  @Test
  void anUntidyConfigurationBecomesTidy() {
    assertThat(formatted(UNTIDY)).isEqualTo(TIDY);
  }

  @Test
  void aTidyConfigurationStaysAsItIs() {
    assertThat(formatted(TIDY)).isEqualTo(TIDY);
  }

  @Test
  void aConfigurationWithFaultsIsLeftAlone() {
    assertThat(Formatter.format(Parser.parse("route { exit }")))
        .isInstanceOf(Formatted.Refused.class);
  }

  @Test
  void nothingStaysNothingAndACommentAloneStays() {
    assertThat(formatted("")).isEmpty();
    assertThat(formatted("  \n\n")).isEmpty();
    assertThat(formatted("# only this")).isEqualTo("# only this\n");
  }

  @Test
  void linesOfWindowsStayLinesOfWindows() {
    assertThat(formatted("route{\r\n  exit; # bye\r\n}\r\n"))
        .isEqualTo("route {\r\n\texit; # bye\r\n}\r\n");
  }

  @Test
  void anIncludeStaysALineOfItsOwn() {
    assertThat(
            formatted(
                "include_file \"a.cfg\"  ignored\nroute{\n  include_file \"b.cfg\"\nexit;}\n"))
        .isEqualTo(
            "include_file \"a.cfg\"  ignored\n\nroute {\n\tinclude_file \"b.cfg\"\n\texit;\n}\n");
  }

  @Test
  void commentsBetweenBracesAndElseStayWhereTheyAre() {
    String text =
        "route {\n\tif ($rU == NULL) {\n\t\texit;\n\t} # nobody\n\telse { # else\n\t\tdrop;\n\t}\n}\n";

    assertThat(formatted(text)).isEqualTo(text);
  }

  @Test
  void everyFileOfTheCorpusKeepsItsMeaningAndItsComments() throws Exception {
    URL folder =
        Objects.requireNonNull(Parser.class.getResource("/dev/opensipsmcp/cfg/corpus/accepted"));
    try (DirectoryStream<Path> files = Files.newDirectoryStream(Path.of(folder.toURI()), "*.cfg")) {
      for (Path file : files) {
        SyntaxTree tree = Parser.parse(Files.readString(file, StandardCharsets.ISO_8859_1));
        if (tree.faults().isEmpty()) {
          String once = formatted(tree.text());

          assertThat(comments(Parser.parse(once))).as(file.toString()).isEqualTo(comments(tree));
          assertThat(Meaning.same(tree, Parser.parse(once))).isTrue();
          assertThat(formatted(once)).isEqualTo(once);
        }
      }
    }
  }

  @Test
  void tenThousandStatementsAreNoMatter() {
    String many = "route {" + "if($ru==\"x\"){exit;}".repeat(10_000) + "}";

    assertThat(formatted(formatted(many))).isEqualTo(formatted(many));
  }

  @Property
  void howeverTheWhiteSpaceIsTheMeaningStaysAndSoDoComments(@ForAll("spaced") String text) {
    SyntaxTree tree = Parser.parse(text);
    Assume.that(tree.faults().isEmpty());

    String once = formatted(text);
    SyntaxTree again = Parser.parse(once);

    assertThat(again.faults()).isEmpty();
    assertThat(Meaning.same(tree, again)).isTrue();
    assertThat(comments(again)).isEqualTo(comments(tree));
    assertThat(formatted(once)).isEqualTo(once);
  }

  /** The untidy text with other white space and comments at any of its gaps. */
  @Provide
  Arbitrary<String> spaced() {
    List<Token> tokens = Parser.parse(UNTIDY).tokens();
    return Arbitraries.of("", "", "", " ", "\n", "\t\t", "\n\n\n", " # c\n", "\n#c\n", "/* c */")
        .list()
        .ofSize(tokens.size())
        .map(gaps -> {
          StringBuilder text = new StringBuilder();
          for (int i = 0; i < tokens.size(); i++) {
            text.append(tokens.get(i).span().in(UNTIDY)).append(gaps.get(i));
          }
          return text.toString();
        });
  }
}
