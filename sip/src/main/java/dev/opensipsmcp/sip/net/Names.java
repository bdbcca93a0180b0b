package dev.opensipsmcp.sip.net;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** What names of hosts stand for, as this host's resolver says. */
public final class Names {
  private Names() {}

  /**
   * {@return the addresses of each name, none where it has none or no answer came in time} All are
   * asked at once, and waited for together.
   *
   * @param names names; an address stands for itself
   * @param limit how long at most
   */
  public static Map<String, List<IpAddress>> lookUp(Collection<String> names, Duration limit) {
    Map<String, CompletableFuture<List<IpAddress>>> asked = new LinkedHashMap<>();
    names.forEach(name -> asked.computeIfAbsent(name, Names::ask));
    long end = System.nanoTime() + limit.toNanos();
    Map<String, List<IpAddress>> found = new LinkedHashMap<>();
    asked.forEach((name, answer) -> found.put(name, awaited(answer, end)));
    return found;
  }

  private static List<IpAddress> awaited(CompletableFuture<List<IpAddress>> answer, long end) {
    try {
      return answer.get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
    } catch (ExecutionException | TimeoutException _) {
      return List.of();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return List.of();
    }
  }

  private static CompletableFuture<List<IpAddress>> ask(String name) {
    CompletableFuture<List<IpAddress>> answer = new CompletableFuture<>();
    Thread.ofVirtual()
        .start(() -> {
          try {
            answer.complete(
                Arrays.stream(InetAddress.getAllByName(name)).map(IpAddress::new).toList());
          } catch (UnknownHostException e) {
            answer.completeExceptionally(e);
          }
        });
    return answer;
  }
}
