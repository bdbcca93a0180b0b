package dev.opensipsmcp.cfg.internal.migrate;

import dev.opensipsmcp.cfg.internal.migrate.Step.Rewriter;
import dev.opensipsmcp.cfg.syntax.Call;
import dev.opensipsmcp.cfg.syntax.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Strings of 2.4 that held several values, which are arguments of their own since 3.0. */
final class Composite {
  /** Flags of dispatcher with the most results behind an M, as in {@code fuD M 5}. */
  private static final Pattern LIMIT = Pattern.compile("\\s*([A-Za-z]*)\\s*M?\\s*(\\d+)\\s*");

  private Composite() {}

  /**
   * The partition before the colon of the first argument goes to a position of its own.
   *
   * @param from the argument that has it, from 0
   * @param to where it goes, from 0
   */
  static Rewriter partition(String function, int from, int to) {
    return scene -> {
      for (Call call : scene.script().calls(function)) {
        Optional<Span> inside = Rewrites.quoted(scene, call, from);
        int colon = inside.map(span -> colon(scene.script().text(), span)).orElse(-1);
        if (colon >= 0 && call.arguments().size() <= to) {
          String text = scene.script().text();
          String partition = text.substring(inside.orElseThrow().start(), colon).strip();
          String rest = text.substring(colon + 1, inside.orElseThrow().end()).strip();
          List<String> now = padded(scene.script().rawArguments(call), to + 1);
          now.set(from, rest.isEmpty() ? "" : "\"" + rest + "\"");
          now.set(to, "\"" + partition + "\"");
          Rewrites.arguments(scene, call, now);
        }
      }
    };
  }

  /** A colon outside of variables. */
  private static int colon(String text, Span inside) {
    int depth = 0;
    for (int at = inside.start(); at < inside.end(); at++) {
      char c = text.charAt(at);
      if (c == '(' || c == '{' || c == '[') {
        depth++;
      } else if (c == ')' || c == '}' || c == ']') {
        depth--;
      } else if (c == ':' && depth == 0) {
        return at;
      }
    }
    return -1;
  }

  /** Splits an argument at a slash into two positions. */
  static Rewriter slash(String function, int index) {
    return scene -> {
      for (Call call : scene.script().calls(function)) {
        Optional<Span> inside = Rewrites.quoted(scene, call, index);
        int slash = inside.map(span -> slash(scene.script().text(), span)).orElse(-1);
        if (slash >= 0) {
          String text = scene.script().text();
          List<String> now = new ArrayList<>(scene.script().rawArguments(call));
          now.set(index, variableOrString(text, new Span(inside.orElseThrow().start(), slash)));
          now.add(
              index + 1, variableOrString(text, new Span(slash + 1, inside.orElseThrow().end())));
          Rewrites.arguments(scene, call, now);
        }
      }
    };
  }

  private static int slash(String text, Span inside) {
    int at = text.indexOf('/', inside.start());
    return at < inside.end() ? at : -1;
  }

  private static String variableOrString(String text, Span span) {
    return VariableScan.whole(text, span).isPresent()
        ? span.in(text)
        : "\"" + span.in(text).strip() + "\"";
  }

  /** The most results of {@code ds_select_dst} and its like become an argument of their own. */
  static Rewriter limit(String function) {
    return scene -> {
      for (Call call : scene.script().calls(function)) {
        Optional<Span> inside = Rewrites.quoted(scene, call, 2);
        if (inside.isEmpty() || call.arguments().size() > 4) {
          continue;
        }
        String raw = scene.script().raw(inside.get());
        Matcher limit = LIMIT.matcher(raw);
        if (limit.matches()) {
          List<String> now = padded(scene.script().rawArguments(call), 5);
          now.set(2, limit.group(1).isEmpty() ? "" : "\"" + limit.group(1) + "\"");
          now.set(4, limit.group(2));
          Rewrites.arguments(scene, call, now);
        } else if (raw.indexOf(',') >= 0 || raw.matches(".*\\bM\\b.*")) {
          scene.ask(
              call.span(),
              "Several sets with flags and limits of their own are no longer taken: " + raw + ".",
              "Give one set per call, its flags as the third argument and its limit as the fifth.");
        }
      }
    };
  }

  /** With partitions, the partition that came first comes last. */
  static Rewriter partitionLast(String function, int last) {
    return scene -> {
      if (!scene.script().sets("drouting", "use_partitions")) {
        return;
      }
      for (Call call : scene.script().calls(function)) {
        Optional<Span> first = Rewrites.quoted(scene, call, 0);
        String raw = first.map(scene.script()::raw).orElse("");
        if (raw.isEmpty() || raw.matches("\\s*-?\\d+\\s*")) {
          continue;
        }
        if (raw.indexOf('$') >= 0) {
          scene.ask(
              call.span(),
              "The partition, which came first, comes last since 3.0; here a variable comes first.",
              "If " + raw + " is the partition, make it argument " + (last + 1) + ".");
          continue;
        }
        List<String> now = padded(scene.script().rawArguments(call), last + 1);
        String partition = now.removeFirst();
        if (now.size() == last) {
          now.add(partition);
          Rewrites.arguments(scene, call, now);
        }
      }
    };
  }

  /** Makes room for a new argument before the last one. */
  static Rewriter room(String function, int at) {
    return scene -> {
      for (Call call : scene.script().calls(function)) {
        if (call.arguments().size() == at + 1) {
          List<String> now = new ArrayList<>(scene.script().rawArguments(call));
          String last = now.get(at);
          if (!last.isEmpty() && last.charAt(0) != '$') {
            now.add(at, "");
            Rewrites.arguments(scene, call, now);
          } else {
            scene.ask(
                call.span(),
                "Since 3.3 the attributes of the carrier come before the partition.",
                "If " + last + " is the partition, put an empty argument before it.");
          }
        }
      }
    };
  }

  private static List<String> padded(List<String> arguments, int size) {
    List<String> padded = new ArrayList<>(arguments);
    while (padded.size() < size) {
      padded.add("");
    }
    return padded;
  }
}
