package dev.opensipsmcp.sip.message;

import dev.opensipsmcp.sip.internal.message.Ascii;
import dev.opensipsmcp.sip.internal.message.Cursor;
import java.util.Optional;

/** Reads addresses with names and parameters. */
final class NameAddrs {
  private NameAddrs() {}

  static Optional<NameAddr> read(Cursor cursor) {
    Optional<String> name = Optional.empty();
    cursor.blanks();
    if (cursor.next() == '"') {
      name = Optional.of(cursor.quoted());
      cursor.blanks();
    } else if (cursor.comesBefore('<', '"')) {
      String words = Ascii.strip(cursor.until("<"));
      name = words.isEmpty() ? Optional.empty() : Optional.of(words);
    }
    Optional<SipUri> uri;
    if (cursor.next() == '<') {
      cursor.skip(1);
      uri = SipUris.parse(Ascii.strip(cursor.until(">")));
      cursor.skip(1);
    } else {
      // Without brackets, what follows a semicolon belongs to the header (RFC 3261 section 20.10).
      uri = SipUris.parse(Ascii.strip(cursor.until(";,")));
    }
    Optional<String> shown = name;
    return uri.map(read -> new NameAddr(shown, read, HeaderValues.parameters(cursor)));
  }
}
