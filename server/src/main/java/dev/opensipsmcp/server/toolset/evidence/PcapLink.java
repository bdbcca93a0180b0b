package dev.opensipsmcp.server.toolset.evidence;

import dev.opensipsmcp.sip.file.AllowedDirectories;
import dev.opensipsmcp.sip.trace.TimeWindow;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The URIs of resources that are captures. */
public final class PcapLink {
  /** The media type of captures, as registered with IANA. */
  public static final String MIME_TYPE = "application/vnd.tcpdump.pcap";

  /** Begins the URI of a capture file; its path follows. */
  public static final String FILES = "opensips://captures/";

  /** Begins the URI of one call in Homer; its Call-ID and two times follow. */
  public static final String CALLS = "opensips://calls/";

  private static final HexFormat HEX = HexFormat.of().withUpperCase();
  private static final int LONGEST = 2_000;

  private PcapLink() {}

  /** {@return the URI of a file, by its path below the directory in which it is found} */
  public static Optional<String> file(AllowedDirectories directories, Path file) {
    for (Path directory : directories.allowed()) {
      Path below = directory.toAbsolutePath().normalize();
      if (file.startsWith(below)
          && directories.real(below.relativize(file)).equals(Optional.of(file))) {
        return bounded(FILES + path(below.relativize(file)));
      }
    }
    return bounded(FILES + encoded(file.toString()));
  }

  private static String path(Path relative) {
    return StreamSupport.stream(relative.spliterator(), false)
        .map(part -> encoded(part.toString()))
        .collect(Collectors.joining("/"));
  }

  /** {@return the URI of a call in a window, which must have a beginning and an end} */
  public static Optional<String> call(String callId, TimeWindow window) {
    long to = window.to().toEpochMilli();
    boolean whole = Instant.ofEpochMilli(to).equals(window.to());
    return bounded(
        CALLS
            + encoded(callId)
            + '/'
            + window.from().toEpochMilli()
            + '/'
            + (whole ? to : to + 1)
            + "/pcap");
  }

  /** All but unreserved characters as octets of UTF-8 (RFC 3986, section 2). */
  private static String encoded(String text) {
    StringBuilder encoded = new StringBuilder();
    for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
      if (octet > 0 && (Character.isLetterOrDigit(octet) || "-._~".indexOf(octet) >= 0)) {
        encoded.append((char) octet);
      } else {
        encoded.append('%').append(HEX.toHexDigits(octet));
      }
    }
    return encoded.toString();
  }

  private static Optional<String> bounded(String uri) {
    return uri.length() <= LONGEST ? Optional.of(uri) : Optional.empty();
  }
}
