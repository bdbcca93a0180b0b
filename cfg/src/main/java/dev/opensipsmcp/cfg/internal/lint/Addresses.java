package dev.opensipsmcp.cfg.internal.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Compares addresses of IP, which have many spellings. */
final class Addresses {
  private static final Pattern FOUR = Pattern.compile("[0-9]{1,3}([.][0-9]{1,3}){3}");
  private static final Pattern SIX = Pattern.compile("[0-9a-f]{0,4}(:[0-9a-f]{0,4}){2,8}");
  private static final int GROUPS = 8;

  private Addresses() {}

  /**
   * {@return an address in the one spelling that all its spellings share; empty for what is none,
   * such as a name or an interface}
   *
   * @param host without brackets, in small letters
   */
  static Optional<String> plain(String host) {
    if (FOUR.matcher(host).matches()) {
      return Optional.of(host);
    }
    if (!SIX.matcher(host).matches()) {
      return Optional.empty();
    }
    int gap = host.indexOf("::");
    List<String> before = groups(gap < 0 ? host : host.substring(0, gap));
    List<String> after = groups(gap < 0 ? "" : host.substring(gap + 2));
    int left = GROUPS - before.size() - after.size();
    if (gap < 0 ? left != 0 : left < 0) {
      return Optional.empty();
    }
    List<String> all = new ArrayList<>(before);
    for (int i = 0; i < left; i++) {
      all.add("0");
    }
    all.addAll(after);
    return Optional.of(String.join(":", all));
  }

  private static List<String> groups(String part) {
    return part.isEmpty()
        ? List.of()
        : List.of(part.split(":", -1)).stream()
            .map(group -> group.replaceFirst("^0+(?=.)", ""))
            .toList();
  }
}
