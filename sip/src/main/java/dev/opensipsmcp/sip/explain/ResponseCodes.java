package dev.opensipsmcp.sip.explain;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The registered response codes (IANA registry of SIP response codes). */
public final class ResponseCodes {
  private static final String RESOURCE = "response-codes.txt";

  private ResponseCodes() {}

  private static final class Holder {
    static final SortedMap<Integer, ResponseCode> ALL = read();
  }

  /** {@return all of them by their number} */
  public static SortedMap<Integer, ResponseCode> all() {
    return Holder.ALL;
  }

  /** {@return one of them, if it is registered} */
  public static Optional<ResponseCode> of(int code) {
    return Optional.ofNullable(Holder.ALL.get(code));
  }

  /** {@return what all codes of its hundred mean} */
  public static String family(int code) {
    return switch (code / 100) {
      case 1 -> "Provisional: the request is being worked on and the final answer follows.";
      case 2 -> "Success: the request was understood and accepted.";
      case 3 -> "Redirection: something further is to be done to complete the request.";
      case 4 -> "Failure at this server: the request is wrong for it; another may still take it.";
      case 5 -> "Failure of the server: the request may be good, another server can be tried.";
      case 6 -> "Failure everywhere: no server can fulfil the request.";
      default -> "No code of SIP.";
    };
  }

  private static SortedMap<Integer, ResponseCode> read() {
    SortedMap<Integer, ResponseCode> codes = new TreeMap<>();
    try (InputStream in = ResponseCodes.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("The resource " + RESOURCE + " is missing.");
      }
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
        if (!line.startsWith("#")) {
          String[] parts = line.split("\\|", 4);
          int code = Integer.parseInt(parts[0]);
          codes.put(code, new ResponseCode(code, parts[1], parts[2], parts[3]));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return java.util.Collections.unmodifiableSortedMap(codes);
  }
}
