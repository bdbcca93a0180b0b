package dev.opensipsmcp.server.product;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs the whole program as its users do: as a process, with words and variables. */
final class Product {
  private final Map<String, String> environment = new HashMap<>();
  private final List<String> jvmOptions = new ArrayList<>();
  private final Path folder;

  /**
   * What a run came to.
   *
   * @param status the exit status
   * @param out all of standard output
   * @param err all of standard error
   */
  record Run(int status, String out, String err) {}

  Product(Path folder) {
    this.folder = folder;
    environment.put("OPENSIPS_MCP_STATE_DIR", folder.resolve("state").toString());
    environment.put("HOME", folder.toString());
  }

  Product with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  Product withJvmOption(String option) {
    jvmOptions.add(option);
    return this;
  }

  Path stateDirectory() {
    return folder.resolve("state");
  }

  /** Serves one client that stays connected. */
  Session serve() throws IOException {
    return new Session(builder("serve").redirectError(ProcessBuilder.Redirect.DISCARD).start());
  }

  /** Starts the program and leaves it running. */
  Process start(String... words) throws IOException {
    return builder(words).start();
  }

  /** Runs the program to its end, with this text as its whole input. */
  Run run(String input, String... words) throws IOException, InterruptedException {
    Path out = Files.createTempFile(folder, "out", "");
    Path err = Files.createTempFile(folder, "err", "");
    Process process =
        builder(words).redirectOutput(out.toFile()).redirectError(err.toFile()).start();
    process.getOutputStream().write(input.getBytes(StandardCharsets.UTF_8));
    process.getOutputStream().close();
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IOException("The program did not end: " + Files.readString(err));
    }
    return new Run(process.exitValue(), Files.readString(out), Files.readString(err));
  }

  /** Serves one request, waits for its answer, and only then ends the input. */
  String answer(String request) throws IOException, InterruptedException {
    Path err = Files.createTempFile(folder, "err", "");
    Process process = builder("serve").redirectError(err.toFile()).start();
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      process.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      process.getOutputStream().flush();
      String line = out.readLine();
      process.getOutputStream().close();
      process.waitFor(10, TimeUnit.SECONDS);
      return line + "\n" + Files.readString(err);
    } finally {
      process.destroyForcibly();
    }
  }

  /** {@return the command line that runs the program} */
  List<String> command(String... words) {
    List<String> command = new ArrayList<>();
    command.add(System.getProperty("java.home") + "/bin/java");
    command.add("-XX:+UseSerialGC");
    command.add("-XX:TieredStopAtLevel=1");
    command.add("--enable-native-access=ALL-UNNAMED");
    command.addAll(jvmOptions);
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add("dev.opensipsmcp.server.Main");
    command.addAll(List.of(words));
    return command;
  }

  private ProcessBuilder builder(String... words) {
    ProcessBuilder builder = new ProcessBuilder(command(words));
    builder.environment().keySet().removeIf(name -> name.startsWith("OPENSIPS_MCP_"));
    builder.environment().putAll(environment);
    return builder;
  }
}
