package dev.opensipsmcp.server.redact;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The secrets that this process knows, so that they are found wherever they stand: the configured
 * ones for good, and those that it made or was given since, of which the latest {@value #MOST} are
 * kept. Safe for many threads.
 */
public final class KnownSecrets {
  /** Of those that came later, the oldest go first. */
  private static final int MOST = 10_000;

  /** Shorter ones would also hit innocent text. */
  private static final int SHORTEST = 4;

  /** A shorter line of a long secret, such as the last of a key, tells little by itself. */
  private static final int SHORTEST_LINE = 16;

  private final Set<String> configured;
  private final Set<String> later = new HashSet<>();
  private final Deque<String> order = new ArrayDeque<>();
  private volatile SecretIndex index;
  private volatile boolean stale;

  /**
   * Makes a registry.
   *
   * @param configured secrets that are never forgotten, such as the MI password; those of fewer
   *     than four characters are not looked for
   */
  public KnownSecrets(Collection<String> configured) {
    this.configured = forms(configured);
    this.index = SecretIndex.of(this.configured);
  }

  /** Has a secret looked for from now on; one of fewer than four characters is not. */
  public synchronized void add(String secret) {
    if (secret.length() < SHORTEST || !later.add(secret)) {
      return;
    }
    order.addLast(secret);
    if (order.size() > MOST) {
      later.remove(order.removeFirst());
    }
    stale = true;
  }

  /** {@return the text with a mark where a secret stood} */
  String without(String text) {
    return index().without(text);
  }

  /** Made anew only when it is needed: secrets often come many at once. */
  private SecretIndex index() {
    if (stale) {
      synchronized (this) {
        if (stale) {
          Set<String> all = forms(later);
          all.addAll(configured);
          index = SecretIndex.of(all);
          stale = false;
        }
      }
    }
    return index;
  }

  private static Set<String> forms(Collection<String> secrets) {
    Set<String> forms = new HashSet<>();
    for (String secret : secrets) {
      for (String text : parts(secret)) {
        if (text.length() >= SHORTEST) {
          forms.add(text);
          forms.add(URLEncoder.encode(text, StandardCharsets.UTF_8));
          forms.add(text.replace("\\", "\\\\").replace("\"", "\\\""));
        }
      }
    }
    return forms;
  }

  /** A secret of several lines is looked for line by line too, however the lines are ended. */
  private static List<String> parts(String secret) {
    if (secret.indexOf('\n') < 0) {
      return List.of(secret);
    }
    List<String> parts = new ArrayList<>(List.of(secret));
    for (String line : secret.lines().map(String::strip).toList()) {
      if (line.length() >= SHORTEST_LINE && !line.startsWith("-----")) {
        parts.add(line);
      }
    }
    return parts;
  }
}
