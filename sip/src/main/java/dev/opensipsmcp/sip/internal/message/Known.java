package dev.opensipsmcp.sip.internal.message;

import dev.opensipsmcp.sip.message.HeaderNames;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Header fields whose values are held against a rule. */
enum Known {
  VIA("Via", Form.VIA),
  FROM("From", Form.ADDRESS),
  TO("To", Form.ADDRESS),
  CALL_ID("Call-ID", Form.CALL_ID),
  CSEQ("CSeq", Form.CSEQ),
  MAX_FORWARDS("Max-Forwards", Form.BYTE),
  CONTACT("Contact", Form.CONTACT),
  CONTENT_LENGTH("Content-Length", Form.LENGTH),
  CONTENT_TYPE("Content-Type", Form.MEDIA_TYPE),
  ROUTE("Route", Form.ADDRESSES),
  RECORD_ROUTE("Record-Route", Form.ADDRESSES),
  PATH("Path", Form.ADDRESSES),
  SERVICE_ROUTE("Service-Route", Form.ADDRESSES),
  ASSERTED("P-Asserted-Identity", Form.ADDRESSES),
  PREFERRED("P-Preferred-Identity", Form.ADDRESSES),
  DIVERSION("Diversion", Form.ADDRESSES),
  HISTORY("History-Info", Form.ADDRESSES),
  REFER_TO("Refer-To", Form.ADDRESS),
  REFERRED_BY("Referred-By", Form.ADDRESS),
  REPLY_TO("Reply-To", Form.ADDRESS),
  EXPIRES("Expires", Form.SECONDS),
  MIN_EXPIRES("Min-Expires", Form.SECONDS),
  SESSION_EXPIRES("Session-Expires", Form.SECONDS_FIRST),
  MIN_SE("Min-SE", Form.SECONDS_FIRST),
  RETRY_AFTER("Retry-After", Form.SECONDS_FIRST),
  WARNING("Warning", Form.WARNING),
  DATE("Date", Form.DATE),
  RSEQ("RSeq", Form.SECONDS),
  RACK("RAck", Form.RACK),
  OTHER("", Form.ANY);

  /** What a value must look like. */
  enum Form {
    VIA,
    ADDRESS,
    ADDRESSES,
    CONTACT,
    CALL_ID,
    CSEQ,
    RACK,
    BYTE,
    LENGTH,
    SECONDS,
    SECONDS_FIRST,
    WARNING,
    DATE,
    MEDIA_TYPE,
    ANY
  }

  /** How many there are. */
  static final int COUNT = values().length;

  private static final Map<String, Known> BY_NAME = new HashMap<>();

  static {
    for (Known known : values()) {
      BY_NAME.put(known.name.toLowerCase(Locale.ROOT), known);
      BY_NAME.put(known.name, known);
    }
    // Common names without a rule are found at once, too.
    CommonNames.all().forEach(name -> BY_NAME.putIfAbsent(name, OTHER));
  }

  private final String name;
  private final Form form;

  Known(String name, Form form) {
    this.name = name;
    this.form = form;
  }

  /** {@return its long name as the standards write it} */
  String longName() {
    return name;
  }

  Form form() {
    return form;
  }

  /** {@return its place in an array of {@link #COUNT} counts} */
  @SuppressWarnings("EnumOrdinal") // A place in an array that no process outlives.
  int place() {
    return ordinal();
  }

  /** {@return whether a message may have one only} */
  boolean single() {
    return switch (form) {
      case VIA, ADDRESSES, CONTACT, WARNING, ANY -> false;
      case ADDRESS, CALL_ID, CSEQ, RACK, BYTE, LENGTH, SECONDS, SECONDS_FIRST, DATE, MEDIA_TYPE ->
          true;
    };
  }

  /** {@return which one a name, long or compact, in any case, means} */
  static Known of(String name) {
    String full = HeaderNames.longName(name);
    Known known = BY_NAME.get(full);
    return known != null ? known : BY_NAME.getOrDefault(full.toLowerCase(Locale.ROOT), OTHER);
  }
}
