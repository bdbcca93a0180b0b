package dev.opensipsmcp.lab.internal.state;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * Any number of dialogs that exist only while they are sent. All have the same size as JSON, so
 * that the size of a list is known before it is written: a few templates are printed once, and each
 * dialog is a template with its number put in. Their ages go from one minute to one hour.
 */
final class Generated {
  private static final int AGES = 60;
  private static final int DIGITS = 7;
  private static final String HOLE = "#######";
  private static final long LIFETIME = 43_200;
  private static final String CALLID = "generated-";
  private static final String HOST = "@lab.example.com";

  private final int count;
  private final long now;
  private final ZoneId zone;
  private final BitSet gone = new BitSet();

  Generated(int count, long now, ZoneId zone) {
    this.count = count;
    this.now = now;
    this.zone = zone;
  }

  int size() {
    return count - gone.cardinality();
  }

  /** Finds the number of a dialog by Call-ID or ID. */
  Optional<Integer> find(String name) {
    Optional<String> digits = Optional.empty();
    if (name.startsWith(CALLID) && name.endsWith(HOST)) {
      digits = Optional.of(name.substring(CALLID.length(), name.length() - HOST.length()));
    } else if (name.startsWith("ffe.")) {
      digits = Optional.of(name.substring("ffe.".length()));
    }
    return digits.flatMap(this::number);
  }

  private Optional<Integer> number(String digits) {
    if (digits.length() != DIGITS || !digits.chars().allMatch(Character::isDigit)) {
      return Optional.empty();
    }
    int number = Integer.parseInt(digits);
    return number < count && !gone.get(number) ? Optional.of(number) : Optional.empty();
  }

  Dialog get(int number) {
    String digits = Integer.toString(number);
    return dialog(number % AGES, "0".repeat(DIGITS - digits.length()) + digits);
  }

  void remove(int number) {
    gone.set(number);
  }

  /** A snapshot of the dialogs after so many, at most so many. */
  Page page(int after, int most, boolean context) {
    List<Template> templates = new ArrayList<>();
    for (int age = 0; age < AGES; age++) {
      templates.add(Template.of(DialogJson.of(dialog(age, HOLE), zone, context).toString(), HOLE));
    }
    int first = 0;
    for (int skipped = 0; skipped < after && first < count; skipped++) {
      first = gone.nextClearBit(first) + 1;
    }
    int size = Math.max(0, Math.min(most, size() - after));
    return new Page(templates, (BitSet) gone.clone(), first, size);
  }

  private Dialog dialog(int age, String digits) {
    long start = now - 60L * (age + 1);
    return new Dialog(
        "ffe." + digits,
        "17575006" + digits,
        4,
        start,
        start + LIFETIME,
        CALLID + digits + HOST,
        "sip:caller" + digits + "@example.com",
        "sip:callee" + digits + "@example.com",
        Leg.of("g" + digits + "a", "caller" + digits, "198.51.100.200", "0"),
        Optional.of(Leg.of("g" + digits + "b", "callee" + digits, "203.0.113.200", "1")),
        List.of(),
        List.of(new Dialog.Entry("inbound", "")));
  }

  /**
   * A run of dialogs.
   *
   * @param templates one per age
   * @param gone those that ended
   * @param first where the run begins
   * @param size how many there are
   */
  record Page(List<Template> templates, BitSet gone, int first, int size) {

    long length() {
      return (long) size * templates.getFirst().text().length;
    }

    byte[] json(int number) {
      return templates.get(number % AGES).fill(number);
    }

    int next(int number) {
      return gone.nextClearBit(number);
    }
  }

  /**
   * A dialog's text with holes for its number.
   *
   * @param text the text
   * @param holes where each hole begins
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Template(byte[] text, int[] holes) {

    static Template of(String text, String hole) {
      List<Integer> holes = new ArrayList<>();
      for (int at = text.indexOf(hole); at >= 0; at = text.indexOf(hole, at + hole.length())) {
        holes.add(at);
      }
      return new Template(
          text.getBytes(StandardCharsets.US_ASCII),
          holes.stream().mapToInt(Integer::intValue).toArray());
    }

    byte[] fill(int number) {
      byte[] filled = text.clone();
      put(number, filled, 0);
      return filled;
    }

    /** Writes the text behind a position, and returns the one after it. */
    int fill(int number, byte[] into, int at) {
      System.arraycopy(text, 0, into, at, text.length);
      put(number, into, at);
      return at + text.length;
    }

    private void put(int number, byte[] into, int at) {
      for (int hole : holes) {
        int rest = number;
        for (int digit = DIGITS - 1; digit >= 0; digit--) {
          into[at + hole + digit] = (byte) ('0' + rest % 10);
          rest /= 10;
        }
      }
    }
  }
}
