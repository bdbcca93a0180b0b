package dev.opensipsmcp.sip.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The options of SIPp that a caller may give: those that change what is said and how long is
 * waited, none that names a file, a program, another address or a bound.
 */
public final class SippFlags {
  private static final String NUMBER = "[0-9]{1,7}";
  private static final String NOTHING = "";
  private static final Map<String, String> ALLOWED =
      Map.ofEntries(
          Map.entry("-aa", NOTHING),
          Map.entry("-au", "[A-Za-z0-9_.!~*'()+@-]{1,64}"),
          Map.entry("-auth_uri", "[A-Za-z0-9_.+@:;=-]{1,128}"),
          Map.entry("-base_cseq", NUMBER),
          Map.entry("-d", NUMBER),
          Map.entry("-deadcall_wait", NUMBER),
          Map.entry("-default_behaviors", "[a-z,-]{3,64}"),
          Map.entry("-max_invite_retrans", NUMBER),
          Map.entry("-max_non_invite_retrans", NUMBER),
          Map.entry("-max_retrans", NUMBER),
          Map.entry("-nd", NOTHING),
          Map.entry("-nr", NOTHING),
          Map.entry("-pause_msg_ign", NOTHING),
          Map.entry("-recv_timeout", NUMBER),
          Map.entry("-rtcheck", "full|loose"),
          Map.entry("-s", "[A-Za-z0-9_.!~*'()+-]{1,64}"),
          Map.entry("-send_timeout", NUMBER),
          Map.entry("-T2", NUMBER),
          Map.entry("-timer_resol", NUMBER));

  private SippFlags() {}

  /** What options come to. */
  public sealed interface Read {
    /**
     * All may be given.
     *
     * @param words as on a command line
     */
    record Words(List<String> words) implements Read {
      public Words {
        words = List.copyOf(words);
      }
    }

    /**
     * One may not.
     *
     * @param reason one sentence, with what may
     */
    record Refused(String reason) implements Read {}
  }

  /** {@return the names of the options that may be given} */
  public static List<String> names() {
    return List.copyOf(new TreeSet<>(ALLOWED.keySet()));
  }

  /**
   * Holds options against those that may be given.
   *
   * @param given values by name, with or without the dash; an empty value for one that has none
   */
  public static Read read(Map<String, String> given) {
    List<String> words = new ArrayList<>();
    Map<String, String> ordered = new TreeMap<>();
    given.forEach((name, value) -> ordered.put(name.startsWith("-") ? name : '-' + name, value));
    for (Map.Entry<String, String> option : ordered.entrySet()) {
      String name = option.getKey();
      String form = ALLOWED.get(name);
      if (form == null) {
        return new Read.Refused(
            "An option is none of those that may be given: " + String.join(" ", names()) + '.');
      }
      String value = option.getValue();
      boolean plain = form.isEmpty() && (value.isEmpty() || value.equals("true"));
      if (!plain && (form.isEmpty() || !Pattern.matches(form, value))) {
        return new Read.Refused("The value of " + name + " is none that it may have.");
      }
      if (!plain && value.startsWith("-") && !name.equals("-default_behaviors")) {
        return new Read.Refused("The value of " + name + " begins as an option does.");
      }
      words.add(name);
      if (!plain) {
        words.add(value);
      }
    }
    return new Read.Words(words);
  }
}
