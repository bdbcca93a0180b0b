package dev.opensipsmcp.lab.internal.state;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The registered users at the start. */
final class SeedContacts {
  private static final String PHONE = "example-phone/1.0";
  private static final String SOFT = "example-softphone/5.21.3";
  private static final String DOOR = "door-station 2.4";
  private static final String UDP = "udp:192.0.2.1:5060";
  private static final String TLS = "tls:192.0.2.1:5061";

  private SeedContacts() {}

  /** Users with their domain: one has two phones, one sits behind a NAT, one ends soon. */
  static Map<String, List<Contact>> all(long now) {
    Map<String, List<Contact>> all = new LinkedHashMap<>();
    all.put(
        "alice@example.com",
        List.of(
            contact(0, "alice@198.51.100.10:5060", PHONE, UDP, "", now + 3000, true),
            contact(1, "alice@198.51.100.14:5061;transport=tls", SOFT, TLS, "", now + 2996, true)));
    all.put(
        "bob@example.com",
        List.of(contact(2, "bob@198.51.100.11:5060", PHONE, UDP, "", now + 2999, true)));
    all.put(
        "carol@example.net",
        List.of(
            contact(
                3, "carol@10.0.0.12:5060", SOFT, UDP, "sip:203.0.113.12:41234", now + 2998, true)));
    all.put(
        "dave@example.net",
        List.of(contact(4, "dave@198.51.100.13:5060", DOOR, UDP, "", now + 45, false)));
    all.put(
        "lobby@example.com", List.of(Contact.added("sip:lobby@198.51.100.20:5060", "1", 0, 0, 0)));
    return all;
  }

  private static Contact contact(
      int number,
      String uri,
      String agent,
      String socket,
      String received,
      long expires,
      boolean written) {
    return Contact.registered("sip:" + uri, id(number), agent, socket, received, expires)
        .written(written);
  }

  private static String id(int number) {
    return Long.toString(2_818_479_310_547_985_096L + number);
  }
}
