package dev.opensipsmcp.lab.internal.state;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.opensipsmcp.lab.internal.state.Generated.Template;
import java.io.IOException;
import java.io.OutputStream;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Any number of registered users with one contact each that exist only while they are sent: a few
 * templates are printed once, and each user is a template with its number put in. They differ in
 * domain, user agent, socket and rest of life, and every fourth one sits behind a NAT.
 */
final class GeneratedContacts {
  private static final int TEMPLATES = 60;
  private static final int DIGITS = 7;
  private static final String HOLE = "#######";
  private static final String USER = "user";
  private static final List<String> DOMAINS = List.of("example.com", "example.net", "example.org");
  private static final List<String> AGENTS =
      List.of(
          "example-phone/1.0",
          "example-softphone/5.21.3 (desktop)",
          "door-station 2.4",
          "example-ata/0.9");
  private static final List<String> SOCKETS =
      List.of("udp:192.0.2.1:5060", "tcp:192.0.2.1:5060", "tls:192.0.2.1:5061");

  private final int count;
  private final boolean domains;
  private final BitSet gone = new BitSet();

  GeneratedContacts(int count, boolean domains) {
    this.count = count;
    this.domains = domains;
  }

  int size() {
    return count - gone.cardinality();
  }

  /** The number of the user that an AOR means. */
  Optional<Integer> find(String aor) {
    int at = aor.indexOf('@');
    String user = at < 0 ? aor : aor.substring(0, at);
    if (user.length() != USER.length() + DIGITS
        || !user.startsWith(USER)
        || !user.chars().skip(USER.length()).allMatch(Character::isDigit)) {
      return Optional.empty();
    }
    int number = Integer.parseInt(user.substring(USER.length()));
    boolean there =
        number < count && !gone.get(number) && aor(number % TEMPLATES, user).equals(aor);
    return there ? Optional.of(number) : Optional.empty();
  }

  Contact get(int number, long now) {
    String digits = Integer.toString(number);
    return contact(number % TEMPLATES, "0".repeat(DIGITS - digits.length()) + digits, now);
  }

  void remove(int number) {
    gone.set(number);
  }

  private String aor(int variant, String user) {
    return domains ? user + "@" + DOMAINS.get(variant % DOMAINS.size()) : user;
  }

  private static Contact contact(int variant, String digits, long now) {
    boolean natted = variant % 4 == 0;
    String socket = SOCKETS.get(variant / 4 % SOCKETS.size());
    String host = (natted ? "10.0.0." : "198.51.100.") + (variant + 10);
    return Contact.registered(
        "sip:" + USER + digits + "@" + host + ":5060",
        "281847931" + digits + "096",
        AGENTS.get(variant * 7 / 11 % AGENTS.size()),
        socket,
        natted ? "sip:203.0.113." + (variant + 10) + ":1" + digits.substring(3) : "",
        now + 30 + 60L * variant);
  }

  /** A snapshot. */
  Page page(long now, boolean brief) {
    List<Template> templates =
        IntStream.range(0, TEMPLATES)
            .mapToObj(variant -> Template.of(user(variant, now, brief).toString(), HOLE))
            .toList();
    return new Page(templates, (BitSet) gone.clone(), count);
  }

  private JsonObject user(int variant, long now, boolean brief) {
    JsonObject json = new JsonObject();
    json.addProperty("AOR", aor(variant, USER + HOLE));
    if (!brief) {
      JsonArray contacts = new JsonArray();
      contacts.add(contact(variant, HOLE, now).json(now));
      json.add("Contacts", contacts);
    }
    return json;
  }

  /**
   * All users.
   *
   * @param templates one per variant
   * @param gone the numbers of those that were removed
   * @param count how many numbers there are
   */
  record Page(List<Template> templates, BitSet gone, int count) {
    private static final int BUFFER = 1 << 16;

    int size() {
      return count - gone.cardinality();
    }

    /** The bytes of all users with a comma after each. */
    long length() {
      long[] users = new long[TEMPLATES];
      for (int variant = 0; variant < TEMPLATES; variant++) {
        users[variant] = (long) count / TEMPLATES + (variant < count % TEMPLATES ? 1 : 0);
      }
      gone.stream().forEach(number -> users[number % TEMPLATES]--);
      long bytes = 0;
      for (int variant = 0; variant < TEMPLATES; variant++) {
        bytes += users[variant] * (templates.get(variant).text().length + 1);
      }
      return bytes;
    }

    /** Writes all users with a comma after each but the last. */
    void writeTo(OutputStream out) throws IOException {
      byte[] buffer = new byte[BUFFER];
      int filled = 0;
      int left = size();
      for (int number = gone.nextClearBit(0); left > 0; number = gone.nextClearBit(number + 1)) {
        Template template = templates.get(number % TEMPLATES);
        if (filled + template.text().length + 1 > BUFFER) {
          out.write(buffer, 0, filled);
          filled = 0;
        }
        filled = template.fill(number, buffer, filled);
        if (--left > 0) {
          buffer[filled++] = ',';
        }
      }
      out.write(buffer, 0, filled);
    }
  }
}
