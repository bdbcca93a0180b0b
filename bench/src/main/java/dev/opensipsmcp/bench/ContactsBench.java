package dev.opensipsmcp.bench;

import com.google.gson.JsonObject;
import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.lab.LabNode;
import dev.opensipsmcp.lab.LabSettings;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.util.Arrays;
import java.util.Optional;

/**
 * What understanding a million contacts costs beside only reading their bytes: {@code
 * registration_summary} and the first page of {@code registration_list}, each in turn with a bare
 * POST of {@code ul_dump} to the same node, so that the ratios hold when the machine's speed
 * drifts. The stand-in copies bytes as fast as memory does, far faster than any real node prints
 * them; give the MI address of a real one to measure before that, or a rate at which the bytes are
 * to come, such as 125 MB/s, which is all that a gigabit link carries.
 *
 * <p>{@code java -Xmx64m -cp "bench/target/classes:bench/target/lib/*"
 * dev.opensipsmcp.bench.ContactsBench [contacts | MI URL] [rounds] [MB/s]}.
 */
public final class ContactsBench {
  private static final String DUMP = "{\"jsonrpc\":\"2.0\",\"method\":\"ul_dump\",\"id\":1}";

  private ContactsBench() {}

  /** One measurement, repeated. */
  private interface Timed {
    void run() throws IOException;
  }

  /** The node that is asked, and what stands before it. */
  private record Asked(String name, URI url, Optional<LabNode> lab, Optional<PacedLink> link)
      implements AutoCloseable {

    static Asked of(String what, double rate) throws IOException {
      Optional<LabNode> lab =
          what.startsWith("http")
              ? Optional.empty()
              : Optional.of(
                  LabNode.of(LabSettings.of(Version.V3_6).contacts(Integer.parseInt(what))));
      URI url = lab.map(LabNode::miUrl).orElseGet(() -> URI.create(what));
      if (rate == 0) {
        return new Asked(what, url, lab, Optional.empty());
      }
      PacedLink link = new PacedLink(url, rate * 1e6);
      return new Asked(what + " at " + rate + " MB/s", link.url(), lab, Optional.of(link));
    }

    @Override
    public void close() throws IOException {
      if (link.isPresent()) {
        link.get().close();
      }
      lab.ifPresent(LabNode::close);
    }
  }

  /**
   * Runs the bench.
   *
   * @param args the number of contacts, 1,000,000 when not given, or a real node's MI address; the
   *     number of rounds, 7 when not given; and the rate at which answers come, in MB/s, unbounded
   *     when not given
   * @throws IOException when the node can't be reached
   */
  public static void main(String[] args) throws IOException {
    String what = args.length > 0 ? args[0] : "1000000";
    int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 7;
    double rate = args.length > 2 ? Double.parseDouble(args[2]) : 0;
    double[][] millis = new double[3][rounds];
    long[] bytes = {0};
    JsonObject page = new JsonObject();
    page.addProperty("limit", 20);
    page.addProperty("large", true);
    JsonObject whole = new JsonObject();
    whole.addProperty("large", true);
    try (Asked asked = Asked.of(what, rate);
        Rig rig = new Rig(LabSettings.of(Version.V3_6), Optional.of(asked.url()))) {
      BarePost post = new BarePost(asked.url(), DUMP);
      Timed[] all = {
        () -> bytes[0] = post.drain(),
        () -> rig.call("registration_summary", whole),
        () -> rig.call("registration_list", page)
      };
      for (int round = -2; round < rounds; round++) {
        for (int one = 0; one < all.length; one++) {
          long start = System.nanoTime();
          all[one].run();
          if (round >= 0) {
            millis[one][round] = (System.nanoTime() - start) / 1e6;
          }
        }
      }
      print(asked.name(), bytes[0], millis);
    }
  }

  private static void print(String what, long bytes, double[][] millis) {
    PrintStream out = System.out;
    double[] ratios = new double[millis[0].length];
    for (int round = 0; round < ratios.length; round++) {
      ratios[round] = millis[1][round] / millis[0][round];
    }
    out.printf("%s: %,d bytes, %d rounds%n", what, bytes, ratios.length);
    out.printf("%-38s %8s %8s %8s%n", "", "min ms", "median", "max");
    row(out, "ul_dump, bytes read and dropped", millis[0]);
    row(out, "registration_summary", millis[1]);
    row(out, "registration_list, first 20", millis[2]);
    Arrays.sort(ratios);
    out.printf(
        "summary / bytes: min %.2f, median %.2f, max %.2f%n",
        ratios[0], ratios[ratios.length / 2], ratios[ratios.length - 1]);
  }

  private static void row(PrintStream out, String name, double[] millis) {
    double[] sorted = millis.clone();
    Arrays.sort(sorted);
    out.printf(
        "%-38s %8.1f %8.1f %8.1f%n",
        name, sorted[0], sorted[sorted.length / 2], sorted[sorted.length - 1]);
  }
}
