package dev.opensipsmcp.server.serve;

import com.google.gson.JsonParser;
import dev.opensipsmcp.server.serve.Prompt.Argument;
import dev.opensipsmcp.server.serve.Prompt.Step;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads the prompts, which are written as text. */
final class PromptBook {
  private static final String RESOURCE = "prompts.txt";

  private PromptBook() {}

  private static final class Holder {
    static final List<Prompt> ALL = read();
  }

  /** {@return every prompt, in the order in which they are shown} */
  static List<Prompt> all() {
    return Holder.ALL;
  }

  private static List<Prompt> read() {
    List<Prompt> prompts = new ArrayList<>();
    List<String> lines = new ArrayList<>();
    for (String line : text().lines().toList()) {
      if (line.startsWith("= ") && !lines.isEmpty()) {
        prompts.add(prompt(lines));
        lines.clear();
      }
      if (!line.isBlank() && !line.startsWith("#")) {
        lines.add(line);
      }
    }
    prompts.add(prompt(lines));
    return List.copyOf(prompts);
  }

  private static String text() {
    try (InputStream in = PromptBook.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("The resource " + RESOURCE + " is missing.");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Prompt prompt(List<String> lines) {
    String[] head = fields(lines.getFirst().substring(2), 4);
    List<Argument> arguments = new ArrayList<>();
    List<Step> steps = new ArrayList<>();
    String begin = "";
    String end = "";
    for (String line : lines.subList(1, lines.size())) {
      switch (line.charAt(0)) {
        case '?' -> arguments.add(argument(fields(line.substring(2), 4)));
        case '*' -> begin = line.substring(2);
        case '>' -> steps.add(step(line));
        case '!' -> end = line.substring(2);
        default -> throw new IllegalStateException("No line of a prompt: " + line);
      }
    }
    return new Prompt(head[0], head[1], head[2], head[3], arguments, begin, steps, end);
  }

  private static Argument argument(String[] fields) {
    String need = fields[2];
    boolean otherwise = need.startsWith("optional=");
    return new Argument(
        fields[0],
        fields[1],
        need.equals("required"),
        otherwise ? need.substring(need.indexOf('=') + 1) : "",
        fields[3]);
  }

  private static Step step(String line) {
    List<String> needs = List.of();
    String rest = line.substring(line.indexOf(' ') + 1);
    if (line.startsWith(">?")) {
      needs = List.of(rest.substring(0, rest.indexOf(' ')).split(","));
      rest = rest.substring(rest.indexOf(' ') + 1);
    }
    int look = rest.lastIndexOf(" | ");
    int arguments = rest.indexOf(' ');
    return new Step(
        needs,
        rest.substring(0, arguments),
        JsonParser.parseString(rest.substring(arguments, look)).getAsJsonObject(),
        rest.substring(look + 3));
  }

  private static String[] fields(String text, int count) {
    String[] fields = text.split(" \\| ", count);
    if (fields.length != count) {
      throw new IllegalStateException("A line of prompts.txt lacks fields: " + text);
    }
    return fields;
  }
}
