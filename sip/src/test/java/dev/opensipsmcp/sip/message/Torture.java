package dev.opensipsmcp.sip.message;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A message that is hard to read.
 *
 * @param section of RFC 4475 that describes it
 * @param name what is hard about it
 * @param defects as {@code KIND@where}; empty for a good one
 * @param bytes it
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Torture(String section, String name, List<String> defects, byte[] bytes) {
  private static final Pattern MANY = Pattern.compile("\\{many:(\\d+):([^}]*)}");
  private static final Pattern LENGTH = Pattern.compile("\\{length(?:[+](\\d+))?}");
  private static final Pattern BYTE = Pattern.compile("\\{x:(..)}");

  /** {@return all of them} */
  public static List<Torture> all() {
    List<Torture> all = new ArrayList<>();
    for (String part : text().split("(?m)^@@ ", -1)) {
      if (!part.startsWith("#")) {
        all.add(read(part));
      }
    }
    return all;
  }

  private static String text() {
    try (InputStream in = Torture.class.getResourceAsStream("torture.txt")) {
      return new String(
          java.util.Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Torture read(String part) {
    int line = part.indexOf('\n');
    String[] title = part.substring(0, line).split(" ", 3);
    String text = part.substring(line + 1).replace("\n\\ ", "\n").replace("\n", "\r\n");
    text = MANY.matcher(text).replaceAll(Torture::many);
    int blank = text.indexOf("\r\n\r\n");
    byte[] body = bytes(text.substring(blank + 4));
    String top =
        LENGTH
            .matcher(text.substring(0, blank + 4))
            .replaceAll(it -> {
              int more = it.group(1) == null ? 0 : Integer.parseInt(it.group(1));
              return String.valueOf(body.length + more);
            });
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(bytes(top));
    all.writeBytes(body);
    List<String> defects =
        title[2].equals("fine") ? List.of() : Arrays.asList(title[2].split(",", -1));
    return new Torture(title[0], title[1], defects, all.toByteArray());
  }

  private static String many(java.util.regex.MatchResult match) {
    return Matcher.quoteReplacement(match.group(2).repeat(Integer.parseInt(match.group(1))));
  }

  private static byte[] bytes(String text) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Matcher matcher = BYTE.matcher(text);
    int at = 0;
    while (matcher.find()) {
      out.writeBytes(text.substring(at, matcher.start()).getBytes(StandardCharsets.UTF_8));
      out.write(Integer.parseInt(matcher.group(1), 16));
      at = matcher.end();
    }
    out.writeBytes(text.substring(at).getBytes(StandardCharsets.UTF_8));
    return out.toByteArray();
  }

  @Override
  public String toString() {
    return section + " " + name;
  }
}
