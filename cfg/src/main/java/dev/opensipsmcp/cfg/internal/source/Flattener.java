package dev.opensipsmcp.cfg.internal.source;

import dev.opensipsmcp.cfg.internal.parse.Includes;
import dev.opensipsmcp.cfg.source.Program;
import dev.opensipsmcp.cfg.source.SourceFile;
import dev.opensipsmcp.cfg.source.Sources;
import dev.opensipsmcp.cfg.syntax.Fault;
import dev.opensipsmcp.cfg.syntax.Parser;
import dev.opensipsmcp.cfg.syntax.Span;
import dev.opensipsmcp.cfg.syntax.SyntaxTree;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Puts a file and what it includes together into one text. */
public final class Flattener {
  /** As deep as OpenSIPS goes. */
  private static final int DEEPEST = 50;

  private static final int MOST_FAULTS = 1_000;
  private static final int MOST_INCLUDES = 10_000;
  private static final int LONGEST_TEXT = 64 << 20;

  private final Files files;
  private final Pieces pieces = new Pieces();
  private final List<Fault> faults = new ArrayList<>();
  private final Set<SourceFile> used = new LinkedHashSet<>();
  private final Map<String, Lines> lines = new HashMap<>();
  private final Set<Site> told = new HashSet<>();
  private int includes;

  /** A line that includes; each is told once, however often its own file is included. */
  private record Site(String file, int line) {}

  public Flattener(Files files) {
    this.files = files;
  }

  /** {@return what the main file says, with what it includes} */
  public Sources load(String main) throws IOException {
    SourceFile file = files.read(main);
    put(file, 0);
    SyntaxTree tree = Parser.parse(pieces.text());
    List<Fault> all =
        Stream.concat(faults.stream(), tree.faults().stream())
            .sorted(Comparator.comparingInt(fault -> fault.span().start()))
            .toList();
    SyntaxTree whole = new SyntaxTree(tree.text(), tree.tokens(), tree.items(), all);
    return new Sources(new Program(whole, pieces), List.copyOf(used));
  }

  private void put(SourceFile file, int depth) {
    used.add(file);
    String text = file.text();
    Lines own = lines.computeIfAbsent(file.name(), _ -> new Lines(text));
    int from = 0;
    int line = 0;
    while (line < text.length()) {
      int end = text.indexOf('\n', line);
      int next = end < 0 ? text.length() : end + 1;
      Optional<Span> path = Includes.path(text, line);
      if (path.isPresent()) {
        pieces.add(file.name(), own, text, from, line);
        Optional<SourceFile> included = included(file, path.get(), line, depth);
        included.ifPresent(one -> put(one, depth + 1));
        from = included.isPresent() ? next : line;
      }
      line = next;
    }
    pieces.add(file.name(), own, text, from, text.length());
    if (depth > 0) {
      pieces.endLine();
    }
  }

  private Optional<SourceFile> included(SourceFile file, Span path, int line, int depth) {
    if (told.contains(new Site(file.name(), line))) {
      return Optional.empty();
    }
    int before = faults.size();
    Optional<SourceFile> included = followed(file, path, line, depth);
    if (faults.size() > before) {
      told.add(new Site(file.name(), line));
    }
    return included;
  }

  private Optional<SourceFile> followed(SourceFile file, Span path, int line, int depth) {
    String name = path.in(file.text());
    Span span =
        new Span(
            pieces.length() + path.start() - line - 1, pieces.length() + path.end() - line + 1);
    if (depth == DEEPEST) {
      fault(
          span,
          "Includes go deeper than " + DEEPEST + " files.",
          "Look for a file that includes itself.");
    } else if (++includes > MOST_INCLUDES || pieces.length() > LONGEST_TEXT) {
      fault(span, "Too much is included.", "Look for a file that is included again and again.");
    } else {
      return find(file, name, span);
    }
    return Optional.empty();
  }

  private Optional<SourceFile> find(SourceFile file, String name, Span span) {
    try {
      boolean here = name.startsWith("/") || files.inside(name).isPresent();
      return Optional.of(files.read(here ? name : Files.folder(file.name()) + name));
    } catch (NoSuchFileException _) {
      fault(
          span,
          "There is no file " + name + ", neither in the first folder nor next to this file.",
          "Correct the name, or take the line away.");
    } catch (FileSystemException e) {
      String reason = Optional.ofNullable(e.getReason()).orElse("can't be read");
      fault(
          span,
          "The file " + name + " is not included: it " + reason + ".",
          "Include a plain file from the folder of the configuration.");
    } catch (IOException e) {
      fault(span, "The file " + name + " can't be read: " + e.getMessage(), "Try again.");
    }
    return Optional.empty();
  }

  private void fault(Span span, String message, String suggestion) {
    if (faults.size() < MOST_FAULTS) {
      faults.add(new Fault(span, message, Optional.of(suggestion)));
    }
  }
}
