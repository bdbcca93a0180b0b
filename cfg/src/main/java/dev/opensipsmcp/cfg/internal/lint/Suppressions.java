package dev.opensipsmcp.cfg.internal.lint;

import dev.opensipsmcp.cfg.finding.Finding;
import dev.opensipsmcp.cfg.finding.Severity;
import dev.opensipsmcp.cfg.lint.Need;
import dev.opensipsmcp.cfg.lint.RuleInfo;
import dev.opensipsmcp.cfg.source.Place;
import dev.opensipsmcp.cfg.source.Program;
import dev.opensipsmcp.cfg.syntax.Span;
import dev.opensipsmcp.cfg.syntax.Token;
import dev.opensipsmcp.facts.Version;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Comments that take findings back: {@code # lint: off S07 because the phones are in a closed
 * network}, on the line before or behind what it is about.
 */
public final class Suppressions {
  private static final Pattern COMMENT =
      Pattern.compile("#\\s*lint:\\s*off\\b([^#]*?)(?:\\bbecause\\b(.*))?", Pattern.DOTALL);
  private static final Pattern ID = Pattern.compile("[A-Z][0-9]{2}");

  /** Rules about the comments themselves. */
  public static final List<RuleInfo> RULES =
      List.of(
          info(
              "L01", "exception without a reason", "Nobody can tell later whether it still holds."),
          info("L02", "exception that nothing needs", "What it was about is gone."));

  private record Comment(Span span, Set<String> ids, boolean reasoned, String line) {}

  private final List<Comment> comments = new ArrayList<>();
  private final Map<String, Set<String>> byLine = new HashMap<>();
  private final Set<String> used = new HashSet<>();
  private final Program program;

  private Suppressions(Program program) {
    this.program = program;
  }

  private static RuleInfo info(String id, String title, String why) {
    return new RuleInfo(
        id, Severity.LOW, title, why, "all", Version.V3_2, Version.V4_0, Need.TEXT, false);
  }

  /** {@return the comments of a configuration} */
  public static Suppressions of(Program program) {
    Suppressions found = new Suppressions(program);
    List<Token> tokens = program.tree().tokens();
    int[] next = next(tokens);
    boolean code = false;
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      String text = token.kind() == Token.Kind.COMMENT ? found.text(token) : "";
      Matcher comment = COMMENT.matcher(text.strip());
      if (comment.matches()) {
        found.add(token, comment, code ? token.span().start() : next[i]);
      }
      if (!token.blank()) {
        code = true;
      } else if (found.text(token).indexOf('\n') >= 0) {
        code = false;
      }
    }
    return found;
  }

  private String text(Token token) {
    return token.span().in(program.tree().text());
  }

  /** {@return for each token where the next one begins that is not blank} */
  private static int[] next(List<Token> tokens) {
    int[] next = new int[tokens.size()];
    int found = tokens.isEmpty() ? 0 : tokens.getLast().span().end();
    for (int i = tokens.size() - 1; i >= 0; i--) {
      next[i] = found;
      found = tokens.get(i).blank() ? found : tokens.get(i).span().start();
    }
    return next;
  }

  private void add(Token token, Matcher comment, int about) {
    Set<String> ids = new HashSet<>();
    Matcher id = ID.matcher(comment.group(1));
    while (id.find()) {
      ids.add(id.group());
    }
    String reason = comment.group(2);
    String line = line(about);
    comments.add(new Comment(token.span(), ids, reason != null && !reason.isBlank(), line));
    byLine.computeIfAbsent(line, _ -> new HashSet<>()).addAll(ids);
  }

  private String line(int offset) {
    Place place = program.origins().place(offset);
    return place.file() + ":" + place.line();
  }

  /** {@return whether a comment takes a finding back} */
  public boolean covers(Finding finding) {
    String line = line(finding.span().start());
    boolean covered = byLine.getOrDefault(line, Set.of()).contains(finding.id());
    if (covered) {
      used.add(line + " " + finding.id());
    }
    return covered;
  }

  /**
   * {@return findings about the comments themselves, once all others were asked about}
   *
   * @param looked the ids of the rules that were applied
   */
  public List<Finding> faults(Set<String> looked) {
    List<Finding> found = new ArrayList<>();
    for (Comment comment : comments) {
      if (!comment.reasoned()) {
        found.add(
            fault(0, comment, "This exception has no reason.", "Write because and the reason."));
      }
      boolean unused =
          comment.ids().stream()
              .noneMatch(id -> used.contains(comment.line() + " " + id) || !looked.contains(id));
      if (unused) {
        found.add(fault(1, comment, "Nothing is found here that this excepts.", "Take it out."));
      }
    }
    return found;
  }

  private static Finding fault(int rule, Comment comment, String message, String fix) {
    RuleInfo info = RULES.get(rule);
    return new Finding(
        info.id(), info.severity(), comment.span(), message, info.why(), Optional.of(fix));
  }
}
