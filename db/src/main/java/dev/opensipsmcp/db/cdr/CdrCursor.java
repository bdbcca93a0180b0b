package dev.opensipsmcp.db.cdr;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.Base64;
import java.util.Optional;

/**
 * Behind which row a search goes on. It carries the search's window, which would move otherwise
 * while calls are being added.
 *
 * @param window the window of the search
 * @param time the row's time
 * @param id the row's number
 */
public record CdrCursor(CdrWindow window, LocalDateTime time, long id) {

  /** {@return it as one word without meaning to its holder} */
  public String encoded() {
    String plain = window.from() + "|" + window.until() + "|" + time + "|" + id;
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(plain.getBytes(StandardCharsets.UTF_8));
  }

  /** {@return the cursor that a word stands for; empty when it stands for none} */
  public static Optional<CdrCursor> decoded(String word) {
    try {
      String plain = new String(Base64.getUrlDecoder().decode(word), StandardCharsets.UTF_8);
      String[] parts = plain.split("\\|", -1);
      return parts.length == 4
          ? Optional.of(
              new CdrCursor(
                  new CdrWindow(LocalDateTime.parse(parts[0]), LocalDateTime.parse(parts[1])),
                  LocalDateTime.parse(parts[2]),
                  Long.parseLong(parts[3])))
          : Optional.empty();
    } catch (IllegalArgumentException | DateTimeException _) {
      return Optional.empty();
    }
  }
}
