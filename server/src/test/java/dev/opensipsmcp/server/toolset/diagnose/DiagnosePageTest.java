package dev.opensipsmcp.server.toolset.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opensipsmcp.server.toolset.diagnose.engine.Look;
import dev.opensipsmcp.server.toolset.diagnose.engine.Rule;
import dev.opensipsmcp.server.toolset.diagnose.engine.Task;
import dev.opensipsmcp.server.toolset.diagnose.task.Tasks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The table in docs/diagnose.md is made of the tasks. With {@code -Dreference.write=true} it is
 * written, else held against them.
 */
class DiagnosePageTest {
  private static final Path PAGE = Path.of("..", "docs", "diagnose.md").normalize();
  private static final String BEGIN = "<!-- tasks: written by DiagnosePageTest -->\n";
  private static final String END = "<!-- end of tasks -->\n";

  @Test
  void theTableOfThePageIsThatOfTheTasks() throws IOException {
    String page = Files.readString(PAGE);
    int begin = page.indexOf(BEGIN) + BEGIN.length();
    int end = page.indexOf(END);
    String wanted = page.substring(0, begin) + table() + page.substring(end);
    if (Boolean.getBoolean("reference.write")) {
      Files.writeString(PAGE, wanted);
    }
    assertThat(Files.readString(PAGE)).isEqualTo(wanted);
  }

  private static String table() {
    StringBuilder text =
        new StringBuilder(
            "\n| task | said, for example | looks at | looks for |\n|---|---|---|---|\n");
    for (Task task : Tasks.ALL) {
      text.append("| `")
          .append(task.id())
          .append("` | ")
          .append(task.symptoms().getFirst())
          .append(" | ")
          .append(joined(task.looks().stream().map(Look::what).toList()))
          .append(" | ")
          .append(joined(task.rules().stream().map(Rule::about).toList()))
          .append(" |\n");
    }
    return text.append('\n').toString();
  }

  private static String joined(List<String> parts) {
    return parts.stream().collect(Collectors.joining("; "));
  }
}
