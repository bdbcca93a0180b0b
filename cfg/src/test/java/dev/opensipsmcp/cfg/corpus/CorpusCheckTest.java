package dev.opensipsmcp.cfg.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opensipsmcp.cfg.check.Checker;
import dev.opensipsmcp.cfg.check.Verdict;
import dev.opensipsmcp.cfg.finding.Finding;
import dev.opensipsmcp.cfg.finding.Severity;
import dev.opensipsmcp.cfg.source.Origins;
import dev.opensipsmcp.cfg.source.Place;
import dev.opensipsmcp.cfg.source.Program;
import dev.opensipsmcp.cfg.syntax.Fault;
import dev.opensipsmcp.cfg.syntax.Parser;
import dev.opensipsmcp.cfg.syntax.SyntaxTree;
import dev.opensipsmcp.facts.Facts;
import dev.opensipsmcp.facts.Version;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Our check against what real servers said about the corpus. */
class CorpusCheckTest {
  private static final Pattern INCLUDE =
      Pattern.compile("^\\s*(?:include|import)_file\\s+[\"'](.+)[\"']\\s*$");

  private final Map<Version, Checker> checkers = new EnumMap<>(Version.class);

  @Test
  void whatARealServerStartsWithIsNotRefused() {
    List<String> wrong = new ArrayList<>();
    for (Corpus.Entry entry : all()) {
      entry
          .verdicts()
          .forEach((release, said) -> {
            Verdict ours = check(entry, release);
            if (said.started() && !ours.starts()) {
              wrong.add(entry + " " + release + ": " + fatal(ours));
            }
          });
    }
    assertThat(String.join("\n", wrong)).isEmpty();
  }

  @Test
  void whatARealServerRefusesIsRefusedForTheSameLine() {
    List<String> wrong = new ArrayList<>();
    for (Corpus.Entry entry : all()) {
      entry
          .verdicts()
          .forEach((release, said) -> {
            // what the host or other files decide can't be read off the text
            if (said.started() || !entry.needs().isEmpty()) {
              return;
            }
            Verdict ours = check(entry, release);
            List<Integer> lines = lines(entry, ours);
            if (ours.starts()) {
              wrong.add(entry + " " + release + " passes, yet: " + said.reason());
            } else if (!said.accepted() && ours.accepted()) {
              wrong.add(entry + " " + release + " is said to be refused at start only");
            } else if (said.line() > 0 && !near(said, lines)) {
              wrong.add(entry + " " + release + ": line " + said.line() + ", ours " + lines);
            }
          });
    }
    assertThat(String.join("\n", wrong)).isEmpty();
  }

  /**
   * Real servers name the line where reading stopped: the next one, the end of a route that is
   * there twice or for which there is no room, or wherever a missing brace is missed.
   */
  private static boolean near(Corpus.Verdict said, List<Integer> ours) {
    int before =
        said.reason().contains("brace")
            ? said.line()
            : said.reason().matches(".*(main route|slot).*") ? 2 : 1;
    return ours.stream().anyMatch(line -> line >= said.line() - before && line <= said.line() + 1);
  }

  private static List<Corpus.Entry> all() {
    List<Corpus.Entry> all = new ArrayList<>(Corpus.accepted());
    all.addAll(Corpus.rejected());
    return all;
  }

  /** What the parser says counts as refused, together with what the check says. */
  private Verdict check(Corpus.Entry entry, String release) {
    Version version = Version.parse(release).orElseThrow();
    SyntaxTree tree = Parser.parse(whole(entry));
    Verdict verdict =
        checkers
            .computeIfAbsent(version, of -> new Checker(Facts.of(of)))
            .verdict(new Program(tree, new OneFile()));
    if (tree.faults().isEmpty()) {
      return verdict;
    }
    List<Finding> findings = new ArrayList<>(verdict.findings());
    for (Fault fault : tree.faults()) {
      findings.add(
          new Finding(
              "syntax",
              Severity.FATAL,
              fault.span(),
              fault.message(),
              "OpenSIPS refuses it.",
              fault.suggestion()));
    }
    return new Verdict(false, false, findings);
  }

  private static String fatal(Verdict verdict) {
    return verdict.findings().stream()
        .filter(finding -> finding.severity() == Severity.FATAL)
        .findFirst()
        .map(Finding::message)
        .orElse("");
  }

  private static List<Integer> lines(Corpus.Entry entry, Verdict verdict) {
    String text = whole(entry);
    List<Integer> lines = new ArrayList<>();
    for (Finding finding : verdict.findings()) {
      if (finding.severity() == Severity.FATAL) {
        String before = text.substring(0, Math.min(text.length(), finding.span().start()));
        lines.add((int) before.chars().filter(c -> c == '\n').count() + 1);
      }
    }
    return lines;
  }

  private static String whole(Corpus.Entry entry) {
    return with(entry.text(), Optional.ofNullable(entry.path().getParent()).orElseThrow());
  }

  private static String with(String text, Path folder) {
    StringBuilder out = new StringBuilder();
    for (String line : text.split("(?<=\n)", -1)) {
      Matcher include = INCLUDE.matcher(line.strip());
      Path file = include.matches() ? folder.resolve(include.group(1)) : folder;
      if (Files.isRegularFile(file)) {
        try {
          out.append(with(Files.readString(file), folder)).append('\n');
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      } else {
        out.append(line);
      }
    }
    return out.toString();
  }

  /** Everything is in one file, and nobody asks where. */
  private record OneFile() implements Origins {
    @Override
    public Place place(int offset) {
      return new Place("opensips.cfg", 1, 1);
    }

    @Override
    public String line(int offset) {
      return "";
    }
  }
}
