package dev.opensipsmcp.cfg.internal.source;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.opensipsmcp.cfg.source.SourceFile;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts what a template includes in its place, before m4 sees it. */
public final class M4Includes {
  private static final int DEEPEST = 50;
  private static final int LONGEST = 16 << 20;

  /** A name written out, in whatever quotes. */
  private static final Pattern INCLUDE =
      Pattern.compile("\\b(s?)include\\([^\\w./)]{0,3}([\\w./-]+)[^\\w./)]{0,3}\\)");

  private final Files files;
  private boolean latin;
  private int length;

  public M4Includes(Files files) {
    this.files = files;
  }

  /** {@return the charset that all that was read can be written in} */
  public Charset charset() {
    return latin ? ISO_8859_1 : UTF_8;
  }

  /** {@return a file with what it includes} */
  public String resolved(String name) throws IOException {
    return resolved(files.read(name), 0);
  }

  private String resolved(SourceFile file, int depth) throws IOException {
    latin |= file.charset().equals(ISO_8859_1);
    length += file.text().length();
    if (depth > DEEPEST || length > LONGEST) {
      throw new FileSystemException(file.name(), "", "includes too much");
    }
    StringBuilder text = new StringBuilder();
    Matcher matcher = INCLUDE.matcher(file.text());
    int from = 0;
    while (matcher.find()) {
      if (!expanded(file.text(), matcher.start())) {
        continue;
      }
      text.append(file.text(), from, matcher.start());
      Optional<SourceFile> included = find(file, matcher.group(2), !matcher.group(1).isEmpty());
      if (included.isPresent()) {
        text.append(resolved(included.get(), depth + 1));
      }
      from = matcher.end();
    }
    return text.append(file.text(), from, file.text().length()).toString();
  }

  /** Whether m4 would expand a macro there: not in a comment, and not behind dnl. */
  private static boolean expanded(String text, int at) {
    String before = text.substring(text.lastIndexOf('\n', at) + 1, at);
    return before.indexOf('#') < 0 && !before.contains("dnl");
  }

  private Optional<SourceFile> find(SourceFile from, String name, boolean mayLack)
      throws IOException {
    try {
      boolean here = name.startsWith("/") || files.inside(name).isPresent();
      return Optional.of(files.read(here ? name : Files.folder(from.name()) + name));
    } catch (NoSuchFileException e) {
      if (mayLack) {
        return Optional.empty();
      }
      throw e;
    }
  }
}
