package dev.opensipsmcp.sip.internal.sdp;

import dev.opensipsmcp.sip.message.HeaderValues;
import dev.opensipsmcp.sip.sdp.Media;
import dev.opensipsmcp.sip.sdp.Session;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads a description line by line: first the session's part, then each media's. */
public final class SessionReader {
  private static final int MOST_MEDIAS = 200;
  private static final int MOST_DEFECTS = 50;
  private static final String ORDER = "vosiuepcbtrzkam";

  private final String text;
  private final List<String> defects = new ArrayList<>();
  private final List<MediaReader> medias = new ArrayList<>();
  private final List<List<String>> bundles = new ArrayList<>();
  private final MediaReader session = MediaReader.ofSession();
  private String seen = "";
  private String origin = "";
  private String name = "";
  private boolean lite;

  /** Reads this text. */
  public SessionReader(String text) {
    this.text = text;
  }

  /** {@return the description} */
  public Session read() {
    int at = 0;
    while (at < text.length()) {
      int feed = text.indexOf('\n', at);
      int end = feed < 0 ? text.length() : feed;
      int stop = end > at && text.charAt(end - 1) == '\r' ? end - 1 : end;
      if (stop > at) {
        line(text.substring(at, stop));
      }
      at = end + 1;
    }
    for (String needed : new String[] {"v", "o", "s", "t"}) {
      if (!seen.contains(needed)) {
        defect("There is no " + needed + "= line.");
      }
    }
    List<Media> read = medias.stream().map(media -> media.read(session, this::defect)).toList();
    return new Session(origin, version(), name, session.address(), read, bundles, lite, defects);
  }

  private long version() {
    String[] parts = origin.split(" ", 4);
    return parts.length < 3 ? -1 : HeaderValues.number(parts[2]);
  }

  private void defect(String sentence) {
    if (defects.size() < MOST_DEFECTS) {
      defects.add(sentence);
    }
  }

  private void line(String line) {
    if (line.length() < 2 || line.charAt(1) != '=' || ORDER.indexOf(line.charAt(0)) < 0) {
      defect("A line does not begin with a letter of SDP and an equals sign.");
      return;
    }
    char letter = line.charAt(0);
    if (seen.indexOf(letter) < 0) {
      seen += letter;
    }
    String value = line.substring(2).strip();
    switch (letter) {
      case 'v' -> {
        if (!value.equals("0")) {
          defect("The version in v= is not 0.");
        }
      }
      case 'o' -> origin(value);
      case 's' -> name = value;
      case 'm' -> media(value);
      case 'c' -> current().connection(value, this::defect);
      case 'b' -> current().bandwidth(value, this::defect);
      case 'a' -> attribute(value);
      default -> {}
    }
  }

  private void origin(String value) {
    origin = value;
    if (value.split(" +", 8).length != 6) {
      defect("The o= line has not six fields.");
    }
  }

  private MediaReader current() {
    return medias.isEmpty() ? session : medias.getLast();
  }

  private void media(String value) {
    if (medias.size() == MOST_MEDIAS) {
      defect("There are more than " + MOST_MEDIAS + " media lines; the rest was not read.");
      return;
    }
    medias.add(MediaReader.of(value, this::defect));
  }

  private void attribute(String value) {
    if (medias.isEmpty() && value.regionMatches(true, 0, "group:BUNDLE", 0, 12)) {
      bundles.add(Arrays.stream(value.substring(12).strip().split(" +")).toList());
    } else if (value.equals("ice-lite")) {
      lite = true;
    } else {
      current().attribute(value);
    }
  }

  /** {@return the line, with its key replaced where it holds one} */
  public static String withoutKey(String line) {
    int key =
        line.startsWith("a=crypto:") || line.startsWith("k=") || line.startsWith("a=ice-pwd:")
            ? keyAt(line)
            : -1;
    if (key < 0) {
      return line;
    }
    String ending = line.endsWith("\r\n") ? "\r\n" : line.endsWith("\n") ? "\n" : "";
    return line.substring(0, key) + "***" + ending;
  }

  private static int keyAt(String line) {
    int inline = line.indexOf("inline:");
    if (inline >= 0) {
      return inline + 7;
    }
    int colon = line.indexOf(':');
    return colon < 0 ? 2 : colon + 1;
  }
}
