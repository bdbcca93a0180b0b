package dev.opensipsmcp.server.demo;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A small MCP client of revision 2026-07-28 that talks to a child process over its pipes. */
final class StdioClient implements AutoCloseable {
  private static final String META = "io.modelcontextprotocol/";
  private final Process process;
  private final OutputStream out;
  private final BufferedReader in;
  private int lastId;

  private StdioClient(Process process) {
    this.process = process;
    this.out = process.getOutputStream();
    this.in = process.inputReader(StandardCharsets.UTF_8);
  }

  /**
   * Starts a server.
   *
   * @param builder the command; its standard error goes to this process's
   * @return a client of it
   * @throws IOException when the process can't be started
   */
  static StdioClient start(ProcessBuilder builder) throws IOException {
    return new StdioClient(builder.redirectError(ProcessBuilder.Redirect.INHERIT).start());
  }

  /**
   * Sends a request and waits for its answer; notifications in between are passed over.
   *
   * @param method the method
   * @param params its parameters, without {@code _meta}
   * @return the result
   * @throws IOException when the server ended or answered with an error
   */
  JsonObject request(String method, JsonObject params) throws IOException {
    int id = ++lastId;
    JsonObject message = new JsonObject();
    message.addProperty("jsonrpc", "2.0");
    message.addProperty("id", id);
    message.addProperty("method", method);
    JsonObject withMeta = params.deepCopy();
    withMeta.add("_meta", meta());
    message.add("params", withMeta);
    out.write((message + "\n").getBytes(StandardCharsets.UTF_8));
    out.flush();
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      JsonObject answer = JsonParser.parseString(line).getAsJsonObject();
      if (answer.get("id") instanceof JsonPrimitive of && of.getAsInt() == id) {
        return result(method, answer);
      }
    }
    throw new IOException("The server ended before it answered " + method);
  }

  private static JsonObject result(String method, JsonObject answer) throws IOException {
    if (answer.has("error")) {
      throw new IOException(method + " was refused: " + answer.get("error"));
    }
    return answer.getAsJsonObject("result");
  }

  private static JsonObject meta() {
    JsonObject capabilities = new JsonObject();
    JsonObject modes = new JsonObject();
    modes.add("form", new JsonObject());
    capabilities.add("elicitation", modes);
    JsonObject info = new JsonObject();
    info.addProperty("name", "opensips-mcp-demo");
    info.addProperty("version", "1");
    JsonObject meta = new JsonObject();
    meta.addProperty(META + "protocolVersion", "2026-07-28");
    meta.add(META + "clientCapabilities", capabilities);
    meta.add(META + "clientInfo", info);
    return meta;
  }

  /** Closes the server's input, which ends it, and waits for the end. */
  @Override
  public void close() throws IOException {
    out.close();
    try {
      if (!process.waitFor(5, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  /** {@return this program's own command line, with other arguments} */
  static ProcessBuilder self(List<String> jvmOptions, String mainClass, List<String> arguments) {
    List<String> command = new java.util.ArrayList<>();
    command.add(System.getProperty("java.home") + "/bin/java");
    command.addAll(jvmOptions);
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(mainClass);
    command.addAll(arguments);
    return new ProcessBuilder(command);
  }
}
