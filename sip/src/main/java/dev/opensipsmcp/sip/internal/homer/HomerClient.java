package dev.opensipsmcp.sip.internal.homer;

import dev.opensipsmcp.sip.homer.ExportFormat;
import dev.opensipsmcp.sip.homer.Homer;
import dev.opensipsmcp.sip.homer.HomerAccess;
import dev.opensipsmcp.sip.homer.HomerAlias;
import dev.opensipsmcp.sip.homer.HomerCall;
import dev.opensipsmcp.sip.homer.HomerExport;
import dev.opensipsmcp.sip.homer.HomerHealth;
import dev.opensipsmcp.sip.homer.HomerStatistics;
import dev.opensipsmcp.sip.homer.LogLine;
import dev.opensipsmcp.sip.homer.QualityReport;
import dev.opensipsmcp.sip.trace.CallSearch;
import dev.opensipsmcp.sip.trace.CallSummary;
import dev.opensipsmcp.sip.trace.CapturedMessage;
import dev.opensipsmcp.sip.trace.Found;
import dev.opensipsmcp.sip.trace.TimeWindow;
import dev.opensipsmcp.sip.trace.TraceError.Kind;
import dev.opensipsmcp.sip.trace.Watch;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** A client of a server of either generation, found out by the first question. */
public final class HomerClient implements Homer {
  private final HomerAccess access;
  private final HomerHttp http;
  private Optional<Generation> generation = Optional.empty();

  private HomerClient(HomerAccess access) {
    this.access = access;
    this.http = new HomerHttp(access);
  }

  /** {@return a client; see {@link Homer#open}} */
  public static HomerClient of(HomerAccess access) {
    if (access.credentials() instanceof HomerAccess.Token(String token)
        && !token.matches("[\\x21-\\x7E]{1,8192}")) {
      throw new IllegalArgumentException("Homer's token has characters that no header can carry");
    }
    return new HomerClient(access);
  }

  /** What is asked of a server. */
  @FunctionalInterface
  private interface Question<T> {
    T ask(Generation homer, Notes notes) throws HomerFailure;
  }

  private <T> Found<T> found(Watch watch, Question<T> question) {
    Notes notes = new Notes();
    try {
      return new Found.Value<>(question.ask(generation(watch), notes), notes.all());
    } catch (HomerFailure e) {
      return new Found.Failure<>(e.error());
    }
  }

  private synchronized Generation generation(Watch watch) throws HomerFailure {
    if (generation.isEmpty()) {
      Dialect dialect =
          switch (access.api()) {
            case V3 -> Dialect.V3;
            case V4 -> Dialect.V4;
            case AUTO -> Discovery.dialect(http, watch);
          };
      HomerLink link = new HomerLink(http, access, dialect);
      generation =
          Optional.of(
              switch (dialect) {
                case V3 -> new V3Homer(link);
                case V4 -> new V4Homer(link, access.timeout());
              });
    }
    return generation.get();
  }

  @Override
  public String name() {
    return "Homer";
  }

  @Override
  public Found<List<CallSummary>> calls(CallSearch search, Watch watch) {
    return found(watch, (homer, notes) -> homer.calls(search, notes, watch));
  }

  @Override
  public Found<List<CapturedMessage>> messages(
      Collection<String> callIds, TimeWindow window, Watch watch) {
    return found(watch, (homer, notes) -> homer.messages(given(callIds), window, notes, watch));
  }

  @Override
  public Found<HomerCall> transaction(Collection<String> callIds, TimeWindow window, Watch watch) {
    return found(watch, (homer, notes) -> homer.transaction(given(callIds), window, notes, watch));
  }

  @Override
  public Found<List<QualityReport>> quality(
      Collection<String> callIds, TimeWindow window, Watch watch) {
    return found(watch, (homer, _) -> homer.quality(given(callIds), window, watch));
  }

  @Override
  public Found<List<LogLine>> logs(Collection<String> callIds, TimeWindow window, Watch watch) {
    return found(watch, (homer, _) -> homer.logs(given(callIds), window, watch));
  }

  @Override
  public Found<HomerExport> export(
      ExportFormat format,
      Collection<String> callIds,
      TimeWindow window,
      OutputStream sink,
      long most,
      Watch watch) {
    return found(
        watch,
        (homer, notes) -> {
          Exported exported = new Exported(format, sink);
          homer.export(format, given(callIds), window, exported, most, notes, watch);
          if (!exported.sound()) {
            throw new HomerFailure(
                Kind.WRONG_ANSWER,
                "What Homer exported is no whole pcap, or no text.",
                "Try again; when it stays so, take the messages with homer_get_call_transaction.");
          }
          return exported.result();
        });
  }

  /** Without a Call-ID the server drops the connection, or takes all. */
  private static Collection<String> given(Collection<String> callIds) throws HomerFailure {
    List<String> ids = callIds.stream().filter(id -> !id.isBlank()).distinct().toList();
    if (ids.isEmpty()) {
      throw new HomerFailure(
          Kind.REFUSED, "No Call-ID was given; nothing was asked.", "Give at least one Call-ID.");
    }
    return ids;
  }

  @Override
  public Found<List<HomerAlias>> aliases(Watch watch) {
    return found(watch, (homer, _) -> homer.aliases(watch));
  }

  @Override
  public Found<HomerStatistics> statistics(TimeWindow window, Watch watch) {
    return found(watch, (homer, notes) -> homer.statistics(window, notes, watch));
  }

  @Override
  public Found<HomerHealth> health(Watch watch) {
    long start = System.nanoTime();
    return found(
        watch,
        (homer, _) -> {
          List<String> nodes = homer.nodes(watch);
          Duration took = Duration.ofNanos(System.nanoTime() - start);
          return new HomerHealth(homer.api(), took, nodes);
        });
  }

  @Override
  public String toString() {
    return "HomerClient[***]";
  }

  @Override
  public void close() {
    http.close();
  }
}
