package dev.opensipsmcp.cfg.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.opensipsmcp.cfg.internal.source.M4Program;
import dev.opensipsmcp.cfg.source.M4.Rendering;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** On a machine without m4 every story is that it is absent. */
class M4Test {
  @TempDir Path temp;
  private Path root = Path.of("");
  private Path secret = Path.of("");

  @BeforeEach
  void aFolderWithASecretNextToIt() throws IOException {
    root = Files.createDirectories(temp.resolve("templates"));
    secret = Files.writeString(temp.resolve("secret.txt"), "top secret\n");
  }

  private void write(String name, String text) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private void rendered(List<Path> definitions, Consumer<Rendering> story) {
    Rendering rendering = M4.in(root).render(definitions, Path.of("t.m4"));
    if (M4Program.find().isEmpty()) {
      assertThat(rendering).isEqualTo(new Rendering.Absent());
    } else {
      story.accept(rendering);
    }
  }

  @Test
  void definitionsComeFirst() throws IOException {
    write("defs.m4", "divert(-1)\nchangequote(`[', `]')\ndefine([PORT], [5062])\ndivert(0)dnl\n");
    write("t.m4", "socket=udp:127.0.0.1:PORT\n# für PORT\n");

    rendered(
        List.of(Path.of("defs.m4")),
        rendering ->
            assertThat(rendering)
                .isEqualTo(
                    new Rendering.Done("socket=udp:127.0.0.1:5062\n# für PORT\n", List.of())));
  }

  @Test
  void includesArePutInPlaceFromTheFolder() throws IOException {
    write("sub/a.m4", "define(`A', `1')dnl\nsinclude(`b.m4')dnl\n");
    write("sub/b.m4", "define(`B', `2')dnl\n");
    write("t.m4", "include(`sub/a.m4')dnl include(`none')\nsinclude(`none.m4')A B # include(x)\n");

    rendered(
        List.of(),
        rendering ->
            assertThat(rendering).isEqualTo(new Rendering.Done("1 2 # include(x)\n", List.of())));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "include(`../secret.txt')",
        "include(`SECRET')",
        "include(`link.txt')",
        "include(`none.m4')",
        "include(`t.m4')"
      })
  void otherIncludesFail(String text) throws IOException {
    Files.createSymbolicLink(root.resolve("link.txt"), secret);
    write("t.m4", text.replace("SECRET", secret.toString()));

    rendered(List.of(), rendering -> assertThat(rendering).isInstanceOf(Rendering.Failed.class));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "esyscmd(`cat SECRET')",
        "syscmd(`cat SECRET')",
        "builtin(`esyscmd', `cat SECRET')",
        "indir(`esyscmd', `cat SECRET')",
        "define(`f', `include')f(`SECRET')",
        "define(`x', defn(`include'))x(`SECRET')",
        "in`'clude(`SECRET')",
        "indir(`include', `SECRET')",
        "undivert(`SECRET')",
        "changequote([,])undivert([SECRET])",
        "popdef(`include')include(` SECRET  ')",
        "syscmd(`touch TOUCHED')",
        "debugfile(`TOUCHED')traceon(`len')len(`x')",
        "maketemp(`TOUCHED')",
        "mkstemp(`TOUCHED')"
      })
  void nothingElseIsReadRunOrWritten(String attack) throws IOException {
    Path touched = temp.resolve("touched");
    write(
        "t.m4",
        attack.replace("SECRET", secret.toString()).replace("TOUCHED", touched.toString()) + "\n");

    rendered(
        List.of(),
        rendering -> {
          assertThat(rendering.toString()).doesNotContain("top secret");
          assertThat(touched).doesNotExist();
        });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "define(`a', `a')a",
        "define(`a', `a`'a a')a",
        "define(`a', `b(b(b(b(b(a)))))')a",
        "define(`f', `$1$1$1$1$1$1$1$1')f(f(f(f(f(f(f(f(f(f(`xxxxxxxx'))))))))))",
        "m4exit(3)"
      })
  void whatHasNoEndFails(String text) throws IOException {
    if (M4Program.find().isPresent()) {
      assertThat(M4Program.run(M4Program.find().get(), text + "\n", UTF_8, 1))
          .isInstanceOf(Rendering.Failed.class);
    }
  }
}
