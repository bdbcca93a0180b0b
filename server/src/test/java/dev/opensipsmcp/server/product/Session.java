package dev.opensipsmcp.server.product;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/** A client of the running program: revision 2026-07-28 over its pipe, one request at a time. */
final class Session implements AutoCloseable {
  private static final String META = "io.modelcontextprotocol/";
  private final Process process;
  private final BufferedReader out;
  private int lastId;

  Session(Process process) {
    this.process = process;
    this.out = process.inputReader(StandardCharsets.UTF_8);
  }

  /** {@return the result of a tool call} */
  JsonObject call(String tool, String arguments) throws IOException {
    JsonObject params = new JsonObject();
    params.addProperty("name", tool);
    params.add("arguments", JsonParser.parseString(arguments));
    return request("tools/call", params).getAsJsonObject("result");
  }

  /** {@return the whole answer to a request} */
  JsonObject request(String method, JsonObject params) throws IOException {
    JsonObject meta = new JsonObject();
    meta.addProperty(META + "protocolVersion", "2026-07-28");
    meta.add(META + "clientCapabilities", new JsonObject());
    params.add("_meta", meta);
    JsonObject message = new JsonObject();
    message.addProperty("jsonrpc", "2.0");
    message.addProperty("id", ++lastId);
    message.addProperty("method", method);
    message.add("params", params);
    return raw(message.toString());
  }

  /** {@return the answer to a line that may be no request at all} */
  JsonObject raw(String line) throws IOException {
    send(line);
    String answer = out.readLine();
    if (answer == null) {
      throw new IOException("The program ended");
    }
    return JsonParser.parseString(answer).getAsJsonObject();
  }

  /** Sends a line and waits for nothing. */
  void send(String line) throws IOException {
    process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
    process.getOutputStream().flush();
  }

  /** Kills the program as a power failure would. */
  void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor(10, TimeUnit.SECONDS);
  }

  @Override
  public void close() throws IOException, InterruptedException {
    process.getOutputStream().close();
    if (!process.waitFor(10, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IOException("The program did not end when its input did");
    }
  }
}
