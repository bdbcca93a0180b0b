package dev.opensipsmcp.server.toolset.authoring;

import dev.opensipsmcp.server.config.ProgramsEntry;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.toolset.common.ToolError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The trees of OpenSIPS's sources where modules may be compiled.
 *
 * @param settings what is allowed
 */
record SourceTrees(ProgramsEntry settings) {

  /** What was looked for. */
  sealed interface Found {}

  /**
   * It is there, and allowed.
   *
   * @param tree the tree's real path
   * @param module the module's own folder in it
   */
  record Module(Path tree, Path module) implements Found {}

  /**
   * It is not.
   *
   * @param failure why
   */
  record Missing(Outcome.Failure failure) implements Found {}

  /** {@return the folder of a module in the named tree, or in the first} */
  Found module(String name, Optional<String> tree) {
    if (settings.sources().isEmpty()) {
      return new Missing(
          ToolError.BINARY_MISSING.failure(
              "No tree of OpenSIPS's sources is allowed here.",
              "Ask whoever runs this server to set programs.sources and programs.make."));
    }
    try {
      Path root = tree.map(Path::of).orElse(settings.sources().getFirst());
      if (!settings.sources().contains(root)) {
        return outside();
      }
      Path real = root.toRealPath();
      Path module = real.resolve("modules").resolve(name).toRealPath();
      return module.startsWith(real.resolve("modules")) && Files.isDirectory(module)
          ? new Module(real, module)
          : outside();
    } catch (InvalidPathException _) {
      return outside();
    } catch (IOException _) {
      return new Missing(
          ToolError.ARGUMENTS_WRONG.failure(
              "The tree has no folder modules/" + name + ".",
              "Put there what module_scaffold returns, then call again."));
    }
  }

  private Missing outside() {
    return new Missing(
        ToolError.ARGUMENTS_WRONG.failure(
            "That is in no tree where modules may be compiled.",
            "Take one of "
                + String.join(", ", settings.sources().stream().map(Path::toString).toList())
                + "."));
  }
}
