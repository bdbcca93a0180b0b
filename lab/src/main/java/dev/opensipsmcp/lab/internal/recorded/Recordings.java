package dev.opensipsmcp.lab.internal.recorded;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.opensipsmcp.facts.Version;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.GZIPInputStream;

/** What real servers of each version were asked and answered. Read when the first answer is due. */
final class Recordings {
  private static final Map<Version, Map<String, List<Recorded>>> READ = new ConcurrentHashMap<>();

  private Recordings() {}

  /** The calls of a command by its canonical name, in the order in which they were made. */
  static List<Recorded> of(Version version, String command) {
    return READ.computeIfAbsent(version, Recordings::read).getOrDefault(command, List.of());
  }

  private static Map<String, List<Recorded>> read(Version version) {
    Map<String, List<Recorded>> calls = new HashMap<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(open("answers-" + version.label() + ".jsonl.gz")),
                StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        JsonObject json = JsonParser.parseString(line).getAsJsonObject();
        calls
            .computeIfAbsent(json.get("command").getAsString(), name -> new ArrayList<>())
            .add(Recorded.of(json));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return calls;
  }

  /** The names that a real server's {@code which} printed, in its order. */
  static List<String> names(Version version) {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                open("names-" + version.label() + ".txt"), StandardCharsets.UTF_8))) {
      return lines.lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream open(String resource) {
    return Objects.requireNonNull(Recordings.class.getResourceAsStream(resource), resource);
  }
}
