package dev.opensipsmcp.bench;

import com.google.gson.JsonObject;
import dev.opensipsmcp.server.gate.GateReply;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What the gate and the MI client add to a call: {@code mi_execute} and {@code get_uptime} beside a
 * bare POST of the same MI command to the same node. The overhead is the difference of the p50s.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 3, time = 5)
@Fork(1)
public class MiExecuteBench {
  private final JsonObject noArguments = new JsonObject();
  private final JsonObject uptime = new JsonObject();
  private final Rig rig = new Rig();
  private final BarePost post =
      new BarePost(rig.lab().miUrl(), "{\"jsonrpc\":\"2.0\",\"method\":\"uptime\",\"id\":1}");

  /** Prepares the arguments and lets the client learn the node's version. */
  @Setup(Level.Trial)
  public void prepare() {
    uptime.addProperty("command", "uptime");
    rig.call("mi_execute", uptime);
  }

  /** Stops the node. */
  @TearDown(Level.Trial)
  public void stop() throws IOException {
    rig.close();
  }

  /** {@return the answer to a bare POST} */
  @Benchmark
  public byte[] barePost() throws IOException {
    return post.send();
  }

  /** {@return the answer to {@code mi_execute} of the same command} */
  @Benchmark
  public GateReply miExecute() {
    return rig.call("mi_execute", uptime);
  }

  /** {@return the answer to {@code get_uptime}} */
  @Benchmark
  public GateReply getUptime() {
    return rig.call("get_uptime", noArguments);
  }
}
