package dev.opensipsmcp.cfg.source;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.opensipsmcp.cfg.syntax.Fault;
import dev.opensipsmcp.cfg.syntax.Item;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoaderTest {
  @TempDir Path temp;
  private Path root = Path.of("");

  @BeforeEach
  void aFolderInAFolder() throws IOException {
    root = Files.createDirectories(temp.resolve("opensips"));
    write("../secret.cfg", "log_level=6\n");
  }

  private void write(String name, String text) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private Sources load() throws IOException {
    return Loader.in(root).load(Path.of("main.cfg"));
  }

  private static List<String> faults(Sources sources) {
    Origins origins = sources.program().origins();
    return sources.program().tree().faults().stream()
        .map(fault -> origins.place(fault.span()) + " " + fault.message())
        .toList();
  }

  @Test
  void anIncludedFileTakesThePlaceOfItsLine() throws IOException {
    write("main.cfg", "log_level=3\ninclude_file \"b.cfg\" # more\nroute { exit; }\n");
    write("b.cfg", "loadmodule \"sl.so\"");

    Sources sources = load();

    assertThat(sources.program().tree().text())
        .isEqualTo("log_level=3\nloadmodule \"sl.so\"\nroute { exit; }\n");
    assertThat(sources.files()).extracting(SourceFile::name).containsExactly("main.cfg", "b.cfg");
    assertThat(faults(sources)).isEmpty();
  }

  @Test
  void everyPlaceIsToldInTheFileThatItIsIn() throws IOException {
    write("main.cfg", "log_level=3\n  include_file 'sub/b.cfg'\nroute { exit; }\n");
    write("sub/b.cfg", "\r\n  loadmodule \"sl.so\";\r\n");

    Program program = load().program();
    int semicolon = program.tree().text().indexOf(';');
    int route = program.tree().text().indexOf("route");

    assertThat(program.origins().place(0)).hasToString("main.cfg:1:1");
    assertThat(program.origins().place(semicolon)).hasToString("sub/b.cfg:2:21");
    assertThat(program.origins().line(semicolon)).isEqualTo("  loadmodule \"sl.so\";");
    assertThat(program.origins().place(route)).hasToString("main.cfg:3:1");
    assertThat(program.origins().place(program.tree().text().length())).hasToString("main.cfg:4:1");
  }

  @Test
  void aFileIsLookedForInTheFirstFolderAndThenNextToWhatIncludesIt() throws IOException {
    write("main.cfg", "import_file \"sub/b.cfg\"\n");
    write("sub/b.cfg", "include_file \"both.cfg\"\ninclude_file \"near.cfg\"\n");
    write("both.cfg", "log_level=1\n");
    write("sub/both.cfg", "log_level=2\n");
    write("sub/near.cfg", "log_prefix=\"near\"\n");

    assertThat(load().program().tree().text()).isEqualTo("log_level=1\nlog_prefix=\"near\"\n");
  }

  @Test
  void anAbsoluteNameIsFineWithinTheFolder() throws IOException {
    write("main.cfg", "include_file \"" + root.resolve("b.cfg") + "\"\n");
    write("b.cfg", "log_level=1\n");

    assertThat(load().program().tree().text()).isEqualTo("log_level=1\n");
  }

  @Test
  void aMissingFileIsAFaultAtItsLine() throws IOException {
    write("main.cfg", "log_level=3\ninclude_file \"b.cfg\"\nroute { exit; }\n");
    write("b.cfg", "log_prefix=\"a\"\nroute[x] {\n  include_file \"none.cfg\"\n  exit;\n}\n");

    Sources sources = load();

    assertThat(faults(sources))
        .containsExactly(
            "b.cfg:3:16 There is no file none.cfg, neither in the first folder nor next to this"
                + " file.");
    assertThat(sources.program().tree().items())
        .hasSize(4)
        .noneMatch(Item.Unreadable.class::isInstance);
  }

  @Test
  void aFileThatIsMissingTwiceIsToldTwice() throws IOException {
    write("main.cfg", "include_file \"none.cfg\"\ninclude_file \"none.cfg\"\n");

    assertThat(faults(load())).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"../secret.cfg", "sub/../../secret.cfg", "/etc/passwd", "/none/at/all"})
  void nothingOutsideIsReadNorIsItToldWhetherItExists(String name) throws IOException {
    write("main.cfg", "include_file \"" + name + "\"\n");
    write("sub/x.cfg", "");

    assertThat(faults(load()))
        .containsExactly(
            "main.cfg:1:14 The file "
                + name
                + " is not included: it lies outside of "
                + root.toRealPath()
                + ".");
  }

  @Test
  void linksLeadNowhereElse() throws IOException {
    Files.createSymbolicLink(root.resolve("link.cfg"), temp.resolve("secret.cfg"));
    Files.createSymbolicLink(root.resolve("up"), temp);
    write("main.cfg", "include_file \"link.cfg\"\ninclude_file \"up/secret.cfg\"\n");

    Sources sources = load();

    assertThat(faults(sources)).hasSize(2).allMatch(fault -> fault.contains("lies outside of"));
    assertThat(sources.program().tree().text()).doesNotContain("log_level=6");
    assertThatThrownBy(() -> Loader.in(root).load(Path.of("../secret.cfg")))
        .isInstanceOf(IOException.class);
  }

  @Test
  void aFolderThatIsALinkItselfIsFine() throws IOException {
    Path link = Files.createSymbolicLink(temp.resolve("link"), root);
    write("main.cfg", "include_file \"" + link.resolve("b.cfg") + "\"\n");
    write("b.cfg", "log_level=1\n");

    assertThat(Loader.in(link).load(link.resolve("main.cfg")).program().tree().text())
        .isEqualTo("log_level=1\n");
  }

  @Test
  void onlyPlainFilesAreRead() throws IOException {
    write("main.cfg", "include_file \"folder\"\ninclude_file \"a\"\n");
    Files.createDirectories(root.resolve("folder"));

    assertThat(faults(load())).first().asString().endsWith("it is no plain file.");
    assertThatThrownBy(() -> Loader.in(root).load(Path.of("none.cfg")))
        .isInstanceOf(NoSuchFileException.class);
  }

  @Test
  void aFileThatIncludesItselfEndsAfter50() throws IOException {
    write("main.cfg", "log_level=3\ninclude_file \"main.cfg\"\n");

    Sources sources = load();

    assertThat(faults(sources)).containsExactly("main.cfg:2:14 Includes go deeper than 50 files.");
    assertThat(sources.program().tree().items()).hasSize(52);
  }

  @Test
  void filesThatIncludeEachOtherAgainAndAgainEndToo() throws IOException {
    write("main.cfg", "include_file \"main.cfg\"\ninclude_file \"main.cfg\"\n");
    assertThat(faults(load())).hasSize(2).allMatch(fault -> fault.contains("deeper than 50"));

    for (int file = 0; file < 30; file++) {
      write(file + ".cfg", ("include_file \"" + (file + 1) + ".cfg\"\n").repeat(2));
    }
    write("30.cfg", "log_level=3\n");
    write("main.cfg", "include_file \"0.cfg\"\n");
    assertThat(load().program().tree().faults())
        .extracting(Fault::message)
        .contains("Too much is included.");
  }

  @Test
  void aFileThatIsTooBigIsNotRead() throws IOException {
    write("main.cfg", "include_file \"big.cfg\"\n");
    Files.write(root.resolve("big.cfg"), new byte[Loader.MAX_FILE_BYTES + 1]);

    assertThat(faults(load())).singleElement().asString().contains("has more than 16777216 bytes");
  }

  @Test
  void bytesSurvive() throws IOException {
    byte[] utf8 = "# für é €\nlog_level=3\n".getBytes(UTF_8);
    byte[] latin = "# f\u00fcr\u00ff\n".getBytes(ISO_8859_1);
    Files.write(root.resolve("main.cfg"), utf8);
    Files.write(root.resolve("latin.cfg"), latin);

    assertThat(load().files().getFirst().bytes()).isEqualTo(utf8);
    assertThat(Loader.in(root).load(Path.of("latin.cfg")).files().getFirst())
        .satisfies(file -> assertThat(file.bytes()).isEqualTo(latin))
        .satisfies(file -> assertThat(file.charset()).isEqualTo(ISO_8859_1));
  }

  @Test
  void aTextCanAlsoStandAlone() {
    Program program = Program.of("stdin", "log_level=3\ninclude_file \"x\"\n5");

    assertThat(program.tree().items()).hasSize(3);
    assertThat(program.origins().place(program.tree().faults().getFirst().span()))
        .isEqualTo(new Place("stdin", 3, 1));
  }
}
