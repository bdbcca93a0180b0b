package dev.opensipsmcp.cfg.internal.migrate;

import dev.opensipsmcp.cfg.syntax.Span;
import dev.opensipsmcp.cfg.syntax.Token;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Words instead of variables, and names that directives defined. */
final class KamailioWords implements Step.Rewriter {
  private static final Set<String> TESTS = Set.of("==", "!=", "=~", "!~", "<", ">", "<=", ">=");
  private static final Set<String> FLAGS =
      Set.of("setflag", "resetflag", "isflagset", "setbflag", "resetbflag", "isbflagset");
  private static final Map<String, String> MYSELF =
      Map.of("uri", "$rd", "from_uri", "$fd", "to_uri", "$td", "src_ip", "$si");

  private final Map<String, String> defined;

  KamailioWords(Map<String, String> defined) {
    this.defined = defined;
  }

  @Override
  public void rewrite(Scene scene) {
    List<Token> tokens =
        scene.script().tree().tokens().stream().filter(token -> !token.blank()).toList();
    String text = scene.script().text();
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      String word = token.span().in(text);
      if (token.kind() == Token.Kind.VARIABLE && word.equals("$null")) {
        scene.replace(token.span(), "NULL");
      } else if (token.kind() == Token.Kind.WORD) {
        String next = text(text, tokens, i + 1);
        String behind = text(text, tokens, i + 2);
        if (TESTS.contains(next) && behind.equals("myself") && MYSELF.containsKey(word)) {
          scene.replace(
              token.span().to(tokens.get(i + 2).span()),
              (next.equals("==") ? "" : "!") + "is_myself(\"" + MYSELF.get(word) + "\")");
        } else if (TESTS.contains(next) && KamailioNames.WORDS.containsKey(word)) {
          scene.replace(token.span(), KamailioNames.WORDS.getOrDefault(word, word));
        } else {
          defined(scene, token.span(), word, text(text, tokens, i - 2), next);
        }
      }
    }
  }

  /** A flag keeps its name, since that is what OpenSIPS knows flags by. */
  private void defined(Scene scene, Span span, String word, String function, String next) {
    String value = defined.getOrDefault(word, "");
    if (!value.isEmpty()
        && !FLAGS.contains(function)
        && !next.equals("(")
        && !value.equals(word)
        && !value.contains("\n")) {
      scene.replace(span, value);
    }
  }

  private static String text(String text, List<Token> tokens, int index) {
    return index >= 0 && index < tokens.size() ? tokens.get(index).span().in(text) : "";
  }
}
