package dev.opensipsmcp.server.toolset.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.server.toolset.testing.OnLab;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sources of modules, made and added to; where OpenSIPS's trees are, a compiler reads them. */
public class ModuleTextsTest {
  private static final String BARE = skeleton("bare", "", "");

  private static JsonObject json(String... pairs) {
    JsonObject json = new JsonObject();
    for (int i = 0; i < pairs.length; i += 2) {
      if (!pairs[i + 1].isEmpty()) {
        json.addProperty(pairs[i], pairs[i + 1]);
      }
    }
    return json;
  }

  private static JsonObject call(String tool, String... pairs) {
    try (OnLab lab = OnLab.of(Version.V3_6)) {
      return lab.object(tool, json(pairs).toString());
    }
  }

  private static String code(String tool, String... pairs) {
    try (OnLab lab = OnLab.of(Version.V3_6)) {
      return lab.code(tool, json(pairs).toString());
    }
  }

  private static String skeleton(String name, String commands, String parameters) {
    return call(
            "module_scaffold",
            "name",
            name,
            "description",
            "tries */ things \"out\"",
            "mi_commands_json",
            commands,
            "params_json",
            parameters)
        .get("text")
        .getAsString();
  }

  private static String withCommand(String source, String name) {
    return call(
            "module_add_mi_command",
            "module_source",
            source,
            "command_name",
            name,
            "command_description",
            "tells \\ \"it\" ??/ all\n*/")
        .get("text")
        .getAsString();
  }

  private static String withParameter(String source, String name, String type, String value) {
    return call(
            "module_add_param",
            "module_source",
            source,
            "param_name",
            name,
            "param_type",
            type,
            "default_value",
            value)
        .get("text")
        .getAsString();
  }

  private static List<String> sources() {
    String full =
        skeleton(
            "full",
            "[\"full_list\",{\"name\":\"full_reset\",\"description\":\"starts again\"}]",
            "[\"url\",{\"name\":\"size\",\"type\":\"int\",\"default\":\"16\"}]");
    return List.of(
        BARE,
        full,
        withCommand(BARE, "bare_show"),
        withCommand(withCommand(BARE, "bare_show"), "bare_hide"),
        withParameter(BARE, "limit", "int", "-5"),
        withParameter(withCommand(BARE, "params"), "limit", "int", "7"),
        withParameter(withParameter(full, "path", "str", "/tmp/\"x\""), "limit", "int", ""),
        withCommand(withParameter(full, "other", "str", ""), "full_show"));
  }

  @Test
  void whatIsAddedIsInItsTable() {
    String source = withParameter(withCommand(BARE, "bare_show"), "limit", "int", "7");

    assertThat(source)
        .contains("{ \"bare_show\", ", "mi_bare_show", "\"../../mi/mi.h\"")
        .contains("{\"limit\", INT_PARAM, &limit_param}", "static int limit_param = 7;")
        .containsOnlyOnce("mi_cmds, /* MI commands */")
        .containsOnlyOnce("params, /* parameters */");
    assertThat(code("module_add_param", "module_source", source, "param_name", "limit"))
        .isEqualTo("CONFIG_UNFIT");
  }

  @Test
  void whatCommentsAndStringsSayIsNoCode() {
    String source = BARE.replace("#include", "/* mi_export_t no[] = { */\n#include");

    assertThat(withCommand(source, "bare_show")).contains("static const mi_export_t mi_cmds[]");
    assertThat(code("module_add_mi_command", "module_source", "int x;", "command_name", "a"))
        .isEqualTo("CONFIG_UNFIT");
    assertThat(
            code(
                "module_add_mi_command",
                "module_source",
                BARE.replace("\t0, /* MI commands */", "\tothers, /* MI commands */"),
                "command_name",
                "a"))
        .isEqualTo("CONFIG_UNFIT");
  }

  @Test
  void namesThatCCantHaveAreRefused() {
    assertThat(code("module_scaffold", "name", "static")).isEqualTo("ARGUMENTS_WRONG");
    assertThat(code("module_scaffold", "name", "x", "params_json", "[\"a b\"]"))
        .isEqualTo("ARGUMENTS_WRONG");
    assertThat(code("module_scaffold", "name", "x", "mi_commands_json", "{"))
        .isEqualTo("ARGUMENTS_WRONG");
    assertThat(code("module_scaffold", "name", "x", "params_json", "[\"a\",\"a\"]"))
        .isEqualTo("ARGUMENTS_WRONG");
    assertThat(
            code(
                "module_add_param",
                "module_source",
                BARE,
                "param_name",
                "n",
                "param_type",
                "int",
                "default_value",
                "0;system()"))
        .isEqualTo("ARGUMENTS_WRONG");
    assertThat(call("module_scaffold", "name", "dialog").get("notes").toString())
        .contains("has a module dialog of its own");
  }

  @Property(tries = 300)
  void noSourceBreaksTheReader(@ForAll String source) {
    assertThat(Additions.command(source, new Wanted.Command("a", "b"))).isNotNull();
    assertThat(
            Additions.command(
                "struct module_exports exports = {" + source, new Wanted.Command("a", "b")))
        .isNotNull();
  }

  /**
   * Needs trees of OpenSIPS's sources in which make has run, by {@code
   * OPENSIPS_MCP_TEST_SOURCES=/path/of/one:/path/of/another}; the compiler writes nothing there.
   */
  @Test
  void everySourceCompilesInEveryTree(@TempDir Path directory) throws Exception {
    String trees = System.getenv().getOrDefault("OPENSIPS_MCP_TEST_SOURCES", "");
    Assumptions.assumeFalse(
        trees.isEmpty(), "Left out: OPENSIPS_MCP_TEST_SOURCES names no tree of OpenSIPS");
    for (String tree : trees.split(":", -1)) {
      List<String> sources = sources();
      for (int i = 0; i < sources.size(); i++) {
        Path file = directory.resolve("module" + i + ".c");
        Files.writeString(file, sources.get(i));
        assertThat(compile(Path.of(tree), file)).as("%s, source %d", tree, i).isEmpty();
      }
    }
  }

  private static String compile(Path tree, Path file) throws IOException, InterruptedException {
    List<String> command =
        Stream.of(
                "gcc",
                "-fsyntax-only",
                "-Wall",
                "-Werror",
                "-Wno-address-of-packed-member",
                "-DMOD_NAME=\"x\"",
                "-DPKG_MALLOC",
                "-DF_MALLOC",
                "-DSTATISTICS",
                "-DCC_GCC_LIKE_ASM",
                "-DFAST_LOCK",
                "-D__CPU_x86_64",
                "-D__OS_linux",
                "-DNAME=\"opensips\"",
                "-DVERSION=\"x\"",
                "-DVERSIONTYPE=\"git\"",
                "-DTHISREVISION=\"x\"",
                "-DARCH=\"x\"",
                "-DOS=\"x\"",
                "-DCOMPILER=\"x\"",
                "-I" + tree.resolve("modules/tm"),
                file.toString())
            .toList();
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return output;
  }
}
