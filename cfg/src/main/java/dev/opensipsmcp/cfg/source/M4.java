package dev.opensipsmcp.cfg.source;

import dev.opensipsmcp.cfg.internal.source.Files;
import dev.opensipsmcp.cfg.internal.source.M4Includes;
import dev.opensipsmcp.cfg.internal.source.M4Program;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Renders templates with the real m4, where it is installed, without trusting them: what m4 can
 * run, read and write besides is taken away from it, includes are put in place beforehand and only
 * from one folder, and time, memory and output are limited.
 */
public final class M4 {

  /** What became of a template. */
  public sealed interface Rendering {
    /**
     * It was rendered.
     *
     * @param text the result
     * @param complaints what m4 said meanwhile
     */
    record Done(String text, List<String> complaints) implements Rendering {
      public Done {
        complaints = List.copyOf(complaints);
      }
    }

    /**
     * It could not be rendered.
     *
     * @param reason why, one sentence
     */
    record Failed(String reason) implements Rendering {}

    /** There is no m4 on this machine. */
    record Absent() implements Rendering {}
  }

  /** A plain template takes a hundredth of one. */
  private static final int SECONDS = 5;

  private final Path root;

  private M4(Path root) {
    this.root = root;
  }

  /**
   * Renders templates from a folder.
   *
   * @param root the only folder that files are read from
   */
  public static M4 in(Path root) {
    return new M4(root);
  }

  /**
   * Renders a template. {@code include} and {@code sinclude} work for files of the folder whose
   * names are written out; {@code undivert} does nothing, and diverted text comes at the end.
   *
   * @param definitions files that m4 reads before it, in this order; absolute or relative to the
   *     root
   * @param template the template
   */
  public Rendering render(List<Path> definitions, Path template) {
    Optional<Path> program = M4Program.find();
    if (program.isEmpty()) {
      return new Rendering.Absent();
    }
    try {
      Files files = Files.in(root);
      M4Includes includes = new M4Includes(files);
      StringBuilder text = new StringBuilder();
      for (Path definition : definitions) {
        text.append(includes.resolved(definition.toString()));
      }
      text.append(includes.resolved(template.toString()));
      Charset charset = includes.charset();
      return M4Program.run(program.get(), text.toString(), charset, SECONDS);
    } catch (FileSystemException e) {
      String reason = Optional.ofNullable(e.getReason()).orElse("is not there");
      return new Rendering.Failed("The file " + e.getFile() + " " + reason + ".");
    } catch (IOException e) {
      return new Rendering.Failed("The template can't be read: " + e.getMessage() + ".");
    }
  }
}
