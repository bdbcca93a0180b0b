package dev.opensipsmcp.server.cli.cfg;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class CfgCommandsTest {
  private static final String GOOD =
      """
      socket = udp:127.0.0.1:5060
      mpath = "/usr/lib/opensips/modules/"
      loadmodule "proto_udp.so"
      loadmodule "signaling.so"
      loadmodule "sl.so"
      loadmodule "auth.so"
      modparam("auth", "secret", "planted-nonce-secret-77-32-chars")
      route {
      	send_reply(404, "Not Here");
      }
      """;

  @TempDir Path folder;

  /** What a run came to. */
  private record Run(int status, String out, String err) {}

  private static Run run(String input, String... words) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    CommandLine line = new CommandLine(CfgWords.spec());
    int status =
        new CfgCommands(
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                "test",
                (instance, _, _) -> new LiveNodes.Look.Not("There is no node " + instance + "."))
            .run(line.parseArgs(words));
    return new Run(
        status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  @Test
  void checkEndsWithZeroOneOrTwo() throws IOException {
    String good = file("good.cfg", GOOD);
    String bad = file("bad.cfg", GOOD.replace("send_reply", "send_replay"));

    assertThat(run("", "check", "--opensips-version", "3.6", good).status()).isZero();
    Run wrong = run("", "check", "--opensips-version", "3.6", bad);
    assertThat(wrong.status()).isEqualTo(1);
    assertThat(wrong.out()).contains(bad + ":9:2: fatal: ", "Fix: Did you mean send_reply?");
    assertThat(run("", "check", folder.resolve("none").toString()).status()).isEqualTo(2);
    assertThat(run("", "check", "--opensips-version", "9.9", good).err()).contains("3.6, 4.0");
    assertThat(run(GOOD, "check", "-").status()).isZero();
    assertThat(run(GOOD, "check", "-").err()).contains("--opensips-version");
    assertThat(run("").status()).isEqualTo(2);
  }

  @Test
  void aScriptGetsJson() throws IOException {
    Run run = run("", "check", "--json", "--opensips-version", "4.0", file("a.cfg", GOOD));

    JsonObject json = JsonParser.parseString(run.out()).getAsJsonObject();
    assertThat(json.get("version").getAsString()).isEqualTo("4.0");
    assertThat(json.get("starts").getAsBoolean()).isTrue();
  }

  @Test
  void lintTellsWhatIsKnownFromWhatIsNew() throws IOException {
    String good = file("a.cfg", GOOD);
    String baseline = folder.resolve("baseline").toString();

    Run first = run("", "lint", "--write-baseline", baseline, good);
    Run second = run("", "lint", "--baseline", baseline, good);
    Run sarif = run("", "lint", "--sarif", good);

    assertThat(first.status()).isEqualTo(1);
    assertThat(first.out()).contains("[S41]").doesNotContain("planted");
    assertThat(second.status()).isZero();
    JsonObject log = JsonParser.parseString(sarif.out()).getAsJsonObject();
    assertThat(log.get("version").getAsString()).isEqualTo("2.1.0");
    assertThat(sarif.out()).doesNotContain("planted");
    assertThat(run("", "lint", "--include", "S41", good).out().lines())
        .filteredOn(line -> line.contains("["))
        .hasSize(1);
    assertThat(run("", "lint", "--exclude", "S777", good).err()).contains("no rule S777");
    assertThat(run("", "lint", "--severity", "loud", good).status()).isEqualTo(2);
    assertThat(run("", "lint", "--release", "new", good).status()).isEqualTo(2);
    assertThat(run("", "lint", "--json", "--severity", "fatal", good).status()).isZero();
  }

  @Test
  void fmtPrintsChecksAndReplaces() throws IOException {
    String messy = file("a.cfg", GOOD.replace("\t", ""));

    assertThat(run("", "fmt", "--check", messy).status()).isEqualTo(1);
    String laid = run("", "fmt", messy).out();
    assertThat(run("", "fmt", "--write", messy).status()).isZero();
    assertThat(Path.of(messy)).hasContent(laid);
    assertThat(run("", "fmt", "--check", messy).status()).isZero();
    assertThat(run("", "fmt", "--write", messy).err()).contains("already");
    assertThat(run("route {", "fmt", "-").status()).isEqualTo(2);
    assertThat(run(GOOD, "fmt", "--write", "-").status()).isEqualTo(2);
  }

  @Test
  void explainTellsOfAFileAndOfAWord() throws IOException {
    String good = file("a.cfg", GOOD);

    assertThat(run("", "explain", good).out())
        .contains("udp:127.0.0.1:5060")
        .doesNotContain("planted");
    assertThat(run("", "explain", "--mermaid", good).out()).startsWith("flowchart");
    assertThat(run("", "explain", "--svg", good).out()).startsWith("<svg");
    assertThat(run("", "explain", "--json", good).out()).startsWith("{");
    assertThat(run("", "explain", "--topic", "dialog.db_mode").out()).contains("db_mode");
    assertThat(run("", "explain", "--topic", "dialog.db_mode", "--json").out()).startsWith("[");
    assertThat(run("", "explain", "--topic", "nothing_of_the_kind").status()).isEqualTo(2);
    assertThat(run("", "explain").status()).isEqualTo(2);
  }

  @Test
  void migratePrintsTheNewFileAndWritesAReport() throws IOException {
    String old = file("old.cfg", "listen=udp:127.0.0.1:5060\nroute {\n\texit;\n}\n");
    Path report = folder.resolve("report.json");

    Run run =
        run("", "migrate", "--from", "3.0", "--to", "3.6", "--report", report.toString(), old);

    assertThat(run.out()).contains("socket");
    assertThat(JsonParser.parseString(Files.readString(report)).getAsJsonObject().has("changes"))
        .isTrue();
    assertThat(run("", "migrate", "--from", "1.0", "--to", "3.6", old).status()).isEqualTo(2);
    assertThat(run("", "migrate", "--from", "3.6", "--to", "3.4", old).status()).isEqualTo(2);
    assertThat(run("", "migrate", "--from", "3.4", "--to", "5", old).status()).isEqualTo(2);
  }

  @Test
  void buildPrintsAConfigurationThatStarts() {
    Run built =
        run(
            "",
            "build",
            "load-balancer",
            "--set",
            "listen=192.0.2.1:5060",
            "--with",
            "WITH_TCP",
            "--opensips-version",
            "4.0");

    assertThat(built.status()).as(built.err()).isZero();
    assertThat(built.out()).contains("192.0.2.1:5060");
    assertThat(run(built.out(), "check", "--opensips-version", "4.0", "-").status()).isZero();
    assertThat(run("", "build", "--list").out()).contains("load-balancer: ");
    assertThat(run("", "build", "load-balancer", "--describe").out()).contains("--set listen=");
    assertThat(run("", "build", "lod-balancer").err()).contains("load-balancer");
    assertThat(run("", "build").status()).isEqualTo(2);
    assertThat(run("", "build", "load-balancer", "--set", "x").status()).isEqualTo(2);
    assertThat(run("", "build", "load-balancer", "--set", "listen=x").status()).isEqualTo(2);
  }

  @Test
  void diffTellsMeaningFromLayout() throws IOException {
    String one = file("a.cfg", GOOD);
    String same = file("b.cfg", GOOD.replace("\t", "  "));
    String other = file("c.cfg", GOOD.replace("404", "480").replace("planted", "replanted"));

    assertThat(run("", "diff", one, same).status()).isZero();
    Run differs = run("", "diff", one, other);
    assertThat(differs.status()).isEqualTo(1);
    assertThat(differs.out()).contains("+\tsend_reply(480").doesNotContain("planted");
    assertThat(run("", "diff", "--json", one, other).out())
        .contains("\"kind\":\"meaning\"")
        .doesNotContain("planted");
    assertThat(run("", "diff", one, "/no/such").status()).isEqualTo(2);
  }
}
