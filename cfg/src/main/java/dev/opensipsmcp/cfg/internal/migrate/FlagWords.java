package dev.opensipsmcp.cfg.internal.migrate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The names that took the place of letters and numbers for flags, as the source of 3.4 and 4.0 has
 * them. The facts don't hold them.
 *
 * @param letters what each old flag is called now; a name that ends in {@code =} takes a number,
 *     one that ends in {@code =/} what stands between slashes
 * @param bits what each bit of an old number is called, the lowest first
 */
record FlagWords(Map<String, String> letters, List<String> bits) {
  static final FlagWords NAT_UAC_TEST =
      ofBits(
          "private-contact",
          "diff-ip-src-via",
          "private-via",
          "private-sdp",
          "diff-port-src-via",
          "diff-ip-src-contact",
          "diff-port-src-contact",
          "carrier-grade-nat");

  static final FlagWords FIX_NATED_SDP =
      ofBits(
          "add-dir-active",
          "rewrite-media-ip",
          "add-no-rtpproxy",
          "rewrite-origin-ip",
          "rewrite-null-ips");

  static final FlagWords RELAY =
      ofBits("no-auto-477", "no-dns-failover", "pass-reason-hdr", "allow-no-cancel");

  static final FlagWords SAVE =
      ofLetters(
          "m",
          "memory-only",
          "r",
          "no-reply",
          "s",
          "socket-header",
          "p0",
          "path-off",
          "p1",
          "path-lazy",
          "p2",
          "path-strict",
          "v",
          "path-received",
          "f",
          "force-registration",
          "o",
          "only-request-contacts",
          "c",
          "max-contacts=",
          "e",
          "min-expires=",
          "E",
          "max-expires=");

  static final FlagWords LOOKUP =
      ofLetters(
          "m",
          "method-filtering",
          "b",
          "no-branches",
          "B",
          "to-branches-only",
          "r",
          "branch",
          "g",
          "global",
          "Y",
          "sort-by-latency",
          "y",
          "max-ping-latency=",
          "u",
          "ua-filtering=/",
          "i",
          "case-insensitive",
          "e",
          "extended-regexp");

  static final FlagWords CREATE_DIALOG =
      ofLetters(
          "B",
          "bye-on-timeout",
          "P",
          "options-ping-caller",
          "p",
          "options-ping-callee",
          "R",
          "reinvite-ping-caller",
          "r",
          "reinvite-ping-callee",
          "E",
          "end-on-race-condition");

  /** What no string of letters looks like: a name, of this table or not. */
  private static final Pattern HYPHENATED = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)+");

  FlagWords {
    letters = Map.copyOf(letters);
    bits = List.copyOf(bits);
  }

  private static FlagWords ofBits(String... names) {
    return new FlagWords(Map.of(), List.of(names));
  }

  private static FlagWords ofLetters(String... pairs) {
    Map<String, String> letters = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      letters.put(pairs[i], pairs[i + 1]);
    }
    return new FlagWords(letters, List.of());
  }

  /** {@return every name, those with a value without it} */
  Set<String> names() {
    Set<String> names = new TreeSet<>(bits);
    letters.values().forEach(name -> names.add(bare(name)));
    return names;
  }

  /** {@return whether flags are given by their names already} */
  boolean named(String flags) {
    Set<String> names = names();
    for (String flag : flags.split(",", -1)) {
      String name = bare(flag.strip());
      if (!name.isEmpty() && !names.contains(name) && !HYPHENATED.matcher(name).matches()) {
        return false;
      }
    }
    return true;
  }

  /** {@return the names for a number, or nothing when it has a bit without a name} */
  Optional<String> ofNumber(long number) {
    if (number < 0 || number >= 1L << bits.size()) {
      return Optional.empty();
    }
    List<String> names = new ArrayList<>();
    for (int bit = 0; bit < bits.size(); bit++) {
      if ((number & 1L << bit) != 0) {
        names.add(bits.get(bit));
      }
    }
    return Optional.of(String.join(",", names));
  }

  /** {@return the names for letters, or nothing when one is not known} */
  Optional<String> ofLetters(String flags) {
    List<String> names = new ArrayList<>();
    int at = 0;
    while (at < flags.length()) {
      char c = flags.charAt(at);
      if (c == ' ' || c == ',') {
        at++;
        continue;
      }
      String two = flags.substring(at, Math.min(at + 2, flags.length()));
      String letter = letters.containsKey(two) ? two : two.substring(0, 1);
      String name = letters.get(letter);
      if (name == null) {
        return Optional.empty();
      }
      at += letter.length();
      int end = endOfValue(flags, at, name);
      if (end < 0) {
        return Optional.empty();
      }
      names.add(
          name.endsWith("/")
              ? bare(name) + "=" + flags.substring(at, end)
              : name + flags.substring(at, end));
      at = end;
    }
    return Optional.of(String.join(",", names));
  }

  private static int endOfValue(String flags, int from, String name) {
    if (name.endsWith("=/")) {
      int close =
          from < flags.length() && flags.charAt(from) == '/' ? flags.indexOf('/', from + 1) : -1;
      return close < 0 ? -1 : close + 1;
    }
    if (!name.endsWith("=")) {
      return from;
    }
    int end = from;
    while (end < flags.length() && Character.isDigit(flags.charAt(end))) {
      end++;
    }
    return end == from ? -1 : end;
  }

  private static String bare(String name) {
    int value = name.indexOf('=');
    return value < 0 ? name : name.substring(0, value);
  }
}
