package dev.opensipsmcp.bench;

import com.google.gson.JsonObject;
import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.lab.LabSettings;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Arrays;

/**
 * What understanding a million contacts costs beside only reading their bytes: {@code
 * registration_summary} and the first page of {@code registration_list}, each in turn with a bare
 * POST of {@code ul_dump} to the same node, so that the ratios hold when the machine's speed
 * drifts. The node writes while the reader reads, on a core of its own.
 *
 * <p>{@code java -Xmx64m -cp "bench/target/classes:bench/target/lib/*"
 * dev.opensipsmcp.bench.ContactsBench [contacts] [rounds]}.
 */
public final class ContactsBench {
  private static final String DUMP = "{\"jsonrpc\":\"2.0\",\"method\":\"ul_dump\",\"id\":1}";

  private ContactsBench() {}

  /** One measurement, repeated. */
  private interface Timed {
    void run() throws IOException;
  }

  /**
   * Runs the bench.
   *
   * @param args the number of contacts, 1,000,000 when not given, and of rounds, 7 when not given
   * @throws IOException when the node can't be reached
   */
  public static void main(String[] args) throws IOException {
    int contacts = args.length > 0 ? Integer.parseInt(args[0]) : 1_000_000;
    int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 7;
    double[][] millis = new double[3][rounds];
    long[] bytes = {0};
    JsonObject page = new JsonObject();
    page.addProperty("limit", 20);
    try (Rig rig = new Rig(LabSettings.of(Version.V3_6).contacts(contacts))) {
      BarePost post = new BarePost(rig.lab().miUrl(), DUMP);
      Timed[] all = {
        () -> bytes[0] = post.drain(),
        () -> rig.call("registration_summary", new JsonObject()),
        () -> rig.call("registration_list", page)
      };
      for (int round = -2; round < rounds; round++) {
        for (int what = 0; what < all.length; what++) {
          long start = System.nanoTime();
          all[what].run();
          if (round >= 0) {
            millis[what][round] = (System.nanoTime() - start) / 1e6;
          }
        }
      }
    }
    print(contacts, bytes[0], millis);
  }

  private static void print(int contacts, long bytes, double[][] millis) {
    PrintStream out = System.out;
    double[] ratios = new double[millis[0].length];
    for (int round = 0; round < ratios.length; round++) {
      ratios[round] = millis[1][round] / millis[0][round];
    }
    out.printf("%,d contacts, %,d bytes, %d rounds%n", contacts, bytes, ratios.length);
    out.printf("%-38s %8s %8s %8s%n", "", "min ms", "median", "max");
    row(out, "ul_dump, bytes read and dropped", millis[0]);
    row(out, "registration_summary", millis[1]);
    row(out, "registration_list, first 20", millis[2]);
    Arrays.sort(ratios);
    out.printf(
        "summary / bytes: min %.2f, median %.2f, max %.2f%n",
        ratios[0],
        ratios[ratios.length / 2],
        ratios[ratios.length - 1]);
  }

  private static void row(PrintStream out, String name, double[] millis) {
    double[] sorted = millis.clone();
    Arrays.sort(sorted);
    out.printf(
        "%-38s %8.1f %8.1f %8.1f%n",
        name,
        sorted[0],
        sorted[sorted.length / 2],
        sorted[sorted.length - 1]);
  }
}
