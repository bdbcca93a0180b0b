package dev.opensipsmcp.lab.internal;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.opensipsmcp.facts.Facts;
import dev.opensipsmcp.facts.MiCatalogue;
import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.lab.Deed;
import dev.opensipsmcp.lab.Faults;
import dev.opensipsmcp.lab.LabNode;
import dev.opensipsmcp.lab.LabSettings;
import dev.opensipsmcp.lab.Received;
import dev.opensipsmcp.lab.internal.command.Commands;
import dev.opensipsmcp.lab.internal.event.EventBus;
import dev.opensipsmcp.lab.internal.rpc.Engine;
import dev.opensipsmcp.lab.internal.rpc.FaultBoard;
import dev.opensipsmcp.lab.internal.rpc.Journal;
import dev.opensipsmcp.lab.internal.rpc.Names;
import dev.opensipsmcp.lab.internal.state.NodeState;
import dev.opensipsmcp.lab.internal.state.QueryFailed;
import dev.opensipsmcp.lab.internal.state.Row;
import dev.opensipsmcp.lab.internal.state.Tables;
import dev.opensipsmcp.lab.internal.wire.FifoWire;
import dev.opensipsmcp.lab.internal.wire.HttpWire;
import dev.opensipsmcp.lab.internal.wire.UdpWire;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/** Wires a node together. */
public final class RunningNode implements LabNode {
  private final LabSettings settings;
  private final Names names;
  private final NodeState state;
  private final Tables tables;
  private final EventBus events;
  private final Engine engine;
  private final FaultBoard faults;
  private final Journal journal;
  private final HttpWire http;
  private final UdpWire udp;
  private final Optional<FifoWire> fifo;
  private final AtomicBoolean running = new AtomicBoolean(true);

  private RunningNode(LabSettings settings) {
    this.settings = settings;
    MiCatalogue facts = Facts.of(settings.version()).mi();
    this.journal = new Journal(settings.receivedLimit());
    this.http = HttpWire.bind(settings);
    this.state = NodeState.of(settings, http.port());
    this.tables = state.tables();
    this.events = state.events();
    this.names = commands(facts).names();
    this.faults = new FaultBoard(names);
    this.engine = new Engine(facts, names, faults, journal, settings.clock());
    this.udp = UdpWire.start(engine, settings.version(), this::close);
    this.fifo = settings.fifoDirectory().map(where -> FifoWire.start(where, engine, this::close));
    http.serve(engine);
  }

  /** Like a real node it does not come up when a table cannot be read. */
  private Commands commands(MiCatalogue facts) {
    try {
      return new Commands(state, facts);
    } catch (QueryFailed e) {
      events.close();
      http.close();
      throw e;
    }
  }

  /**
   * Starts a node.
   *
   * @param settings what it is like
   * @return the running node
   */
  public static LabNode start(LabSettings settings) {
    return new RunningNode(settings);
  }

  @Override
  public Version version() {
    return settings.version();
  }

  @Override
  public URI miUrl() {
    return URI.create("http://127.0.0.1:" + http.port() + "/mi");
  }

  @Override
  public int udpPort() {
    return udp.port();
  }

  @Override
  public Optional<Path> fifo() {
    return fifo.map(FifoWire::path);
  }

  @Override
  public Faults faults() {
    return faults;
  }

  @Override
  public List<Received> received() {
    return journal.entries();
  }

  @Override
  public int received(String command) {
    String canonical = names.require(command);
    int count = 0;
    for (Received received : journal.entries()) {
      boolean same =
          names.find(received.command()) instanceof Names.Found.One one
              && names.canonical(one.command()).equals(canonical);
      count += same ? 1 : 0;
    }
    return count;
  }

  @Override
  public void insertRow(String table, Map<String, String> columns) {
    tables.check(table, columns.keySet());
    tables.insert(table, new Row(columns));
  }

  @Override
  public int deleteRows(String table, String column, String value) {
    tables.check(table, Set.of(column));
    return tables.delete(table, column, value);
  }

  @Override
  public List<Map<String, String>> rows(String table) {
    return tables.rows(table).stream().map(Row::columns).toList();
  }

  @Override
  public List<Map<String, String>> loaded(String table) {
    return tables.loaded(table).stream().map(Row::columns).toList();
  }

  @Override
  public List<Deed> deeds() {
    return state.deeds().all();
  }

  @Override
  public JsonElement inside(String module) {
    return engine.between(() -> state.inside().of(module));
  }

  @Override
  public Set<String> modules() {
    return state.inside().names();
  }

  @Override
  public void raise(String event, JsonObject params) {
    events.raise(event, params);
  }

  @Override
  public void setStatistic(String name, int value) {
    engine.between(() -> {
      state.statistics().set(name, value);
      return name;
    });
  }

  @Override
  public void forgetSubscribers() {
    events.forget();
  }

  @Override
  public boolean running() {
    return running.get();
  }

  @Override
  public void close() {
    if (running.compareAndSet(true, false)) {
      http.close();
      udp.close();
      events.close();
      fifo.ifPresent(FifoWire::close);
    }
  }
}
