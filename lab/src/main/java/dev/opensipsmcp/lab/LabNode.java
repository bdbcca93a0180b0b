package dev.opensipsmcp.lab;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.lab.internal.RunningNode;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A running stand-in for an OpenSIPS node, on loopback. It answers as recorded servers of its
 * version did, keeps state, and misbehaves on demand. Safe for many threads; like the real server
 * it runs one command at a time.
 *
 * <p>It has all modules and answers every command of its version. What it has no state for is
 * answered as a real server was recorded to answer, and changes nothing. It carries no calls: a
 * dialog ends when a command ends it, and in no other way.
 */
public interface LabNode extends AutoCloseable {

  /** The Call-ID of the seeded call that has been up for nine hours. */
  String STUCK_9H = "stuck-9h@lab.example.com";

  /** The Call-ID of the seeded call that has been up for twelve hours. */
  String STUCK_12H = "stuck-12h@lab.example.com";

  /**
   * Starts a node with the demonstration's calls: dialogs of many ages and states, one of them nine
   * hours old, and B2B sessions.
   *
   * @param version 3.6 or 4.0
   * @return the running node, its ports chosen by the system
   * @throws IllegalArgumentException for another version
   */
  static LabNode start(Version version) {
    return of(LabSettings.of(version));
  }

  /**
   * Starts a node.
   *
   * @param settings what it is like
   * @return the running node, its ports chosen by the system
   */
  static LabNode of(LabSettings settings) {
    return RunningNode.start(settings);
  }

  /** {@return the release line that it answers as} */
  Version version();

  /** {@return the address of its MI over HTTP, for example {@code http://127.0.0.1:PORT/mi}} */
  URI miUrl();

  /** {@return the port of its MI over UDP datagrams, on 127.0.0.1} */
  int udpPort();

  /**
   * {@return its command FIFO, when {@link LabSettings#fifoDirectory} was set} Reply FIFOs are
   * looked for in the same directory.
   */
  Optional<Path> fifo();

  /** {@return the switchboard of its misbehaviour} */
  Faults faults();

  /**
   * {@return the commands received so far, oldest first} Only the latest {@link
   * LabSettings#receivedLimit} are kept. Requests that were no JSON-RPC call are not among them.
   */
  List<Received> received();

  /**
   * {@return how often a command arrived, whether or not it ran}
   *
   * @param command any name that this node knows it by
   */
  int received(String command);

  /**
   * Puts a row into a table of the node's database. Like on a real node it is not active before the
   * module that reads the table is told to reload.
   *
   * @param table a table of the node's version, for example {@code dispatcher}
   * @param columns values by column; what is left out is null
   * @throws IllegalArgumentException when the version has no such table or column
   * @throws IllegalStateException when the tables are from outside
   */
  void insertRow(String table, Map<String, String> columns);

  /**
   * Takes rows out of a table of the node's database; they stay active until the next reload.
   *
   * @param table a table of the node's version
   * @param column the column to look at
   * @param value what it must be
   * @return how many rows went
   * @throws IllegalArgumentException when the version has no such table or column
   * @throws IllegalStateException when the tables are from outside
   */
  int deleteRows(String table, String column, String value);

  /**
   * {@return the rows that are in a table of the node's database now, active or not, in order}
   *
   * @param table a table of the node's version
   */
  List<Map<String, String>> rows(String table);

  /**
   * {@return the rows that the table's module has in memory: those that it read when the node
   * started or at its last reload, in order} Empty when no module of the node reads the table.
   *
   * @param table a table of the node's version, or {@code sql_cacher:ID} for a cached table
   */
  List<Map<String, String>> loaded(String table);

  /**
   * {@return what the node did that others see: requests, replies, messages, events, commands to
   * other nodes, lines in the log, files; oldest first} Only the latest {@link
   * LabSettings#receivedLimit} are kept.
   */
  List<Deed> deeds();

  /**
   * {@return what a module holds that no command shows}
   *
   * @param module one of {@link #modules}
   * @throws IllegalArgumentException for another name
   */
  JsonElement inside(String module);

  /** {@return the modules that can be looked into} */
  Set<String> modules();

  /**
   * Raises an event, as a module of the node does when something happens.
   *
   * @param event an event that {@code events_list} lists
   * @param params what it carries
   * @throws IllegalArgumentException when this node has no such event
   */
  void raise(String event, JsonObject params);

  /**
   * Raises an event again and again, numbered from 1 in the parameter {@code n}, and returns when
   * the last is sent.
   *
   * @param event an event that {@code events_list} lists
   * @param count how often
   * @param perSecond how many in a second; as fast as it can when 0
   * @throws IllegalArgumentException when this node has no such event
   * @throws InterruptedException when the caller was cancelled
   */
  default void raise(String event, int count, int perSecond) throws InterruptedException {
    long start = System.nanoTime();
    for (int i = 1; i <= count; i++) {
      JsonObject params = new JsonObject();
      params.addProperty("n", i);
      raise(event, params);
      if (perSecond > 0) {
        long early = start + i * 1_000_000_000L / perSecond - System.nanoTime();
        if (early > 1_000_000) {
          Thread.sleep(Duration.ofNanos(early));
        }
      }
    }
  }

  /**
   * Brings a statistic to a value, as traffic or trouble would. One that follows the node's state
   * (dialogs, processes, the time) follows the value from then on.
   *
   * @param name the statistic with its group, as {@code get_statistics} prints it
   * @param value what it is from now on
   * @throws IllegalArgumentException when the node has no such statistic
   */
  void setStatistic(String name, int value);

  /** Forgets all subscribers of events, as a restart does. */
  void forgetSubscribers();

  /**
   * {@return false after {@link #close}, and after a request that ends real servers: a batch over
   * FIFO, or over UDP on 4.0}
   */
  boolean running();

  /** Stops it and closes every connection. */
  @Override
  void close();
}
