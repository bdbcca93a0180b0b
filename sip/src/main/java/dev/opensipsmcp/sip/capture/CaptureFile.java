package dev.opensipsmcp.sip.capture;

import dev.opensipsmcp.sip.internal.capture.CallLister;
import dev.opensipsmcp.sip.internal.capture.CallPicker;
import dev.opensipsmcp.sip.internal.capture.HepPayloads;
import dev.opensipsmcp.sip.internal.capture.TextSearcher;
import dev.opensipsmcp.sip.trace.Addresses;
import dev.opensipsmcp.sip.trace.CallSearch;
import dev.opensipsmcp.sip.trace.CallSummary;
import dev.opensipsmcp.sip.trace.CapturedMessage;
import dev.opensipsmcp.sip.trace.Found;
import dev.opensipsmcp.sip.trace.MessageStore;
import dev.opensipsmcp.sip.trace.TimeWindow;
import dev.opensipsmcp.sip.trace.TraceError;
import dev.opensipsmcp.sip.trace.Watch;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The messages of a capture file, HEP packets in it opened. Each question reads the file from its
 * beginning; nothing is kept between questions, so that a file that still grows is seen as it is.
 *
 * @param file the file
 * @param bounds how much of it is read and kept
 */
public record CaptureFile(Path file, CaptureBounds bounds) implements MessageStore {

  /**
   * Calls of a file.
   *
   * @param calls those that fit, newest first, at most as many as asked for
   * @param fitting how many fit
   * @param report what the file was found to be
   */
  public record Listing(List<CallSummary> calls, long fitting, CaptureReport report) {
    public Listing {
      calls = List.copyOf(calls);
    }
  }

  /**
   * Messages of a file.
   *
   * @param messages oldest first, each once
   * @param fitting how many fit, those included that were left out or were captured twice
   * @param report what the file was found to be
   */
  public record Selection(List<CapturedMessage> messages, long fitting, CaptureReport report) {
    public Selection {
      messages = List.copyOf(messages);
    }
  }

  @Override
  public String name() {
    return file.toString();
  }

  private String origin() {
    return String.valueOf(file.getFileName());
  }

  /**
   * {@return what the file is}
   *
   * @param watch hears of progress, and withdraws
   */
  public Found<CaptureReport> report(Watch watch) {
    return read(watch, _ -> {}, report -> new Found.Value<>(report, report.notes()));
  }

  /**
   * {@return the calls that fit, with how many there are and what the file is}
   *
   * @param search which
   * @param watch hears of progress, and withdraws
   */
  public Found<Listing> list(CallSearch search, Watch watch) {
    Optional<byte[]> address;
    try {
      address = search.address().map(Addresses::bytes);
    } catch (IllegalArgumentException _) {
      return new Found.Failure<>(
          new TraceError(
              TraceError.Kind.REFUSED,
              "This is no IP address: " + search.address().orElse("") + ".",
              "Give an IPv4 or IPv6 address, without port and brackets."));
    }
    CallLister lister = new CallLister(search, address, bounds.calls());
    return read(
        watch,
        lister,
        report -> {
          List<String> notes = new ArrayList<>(report.notes());
          notes.addAll(lister.notes());
          return new Found.Value<>(new Listing(lister.calls(), lister.fitting(), report), notes);
        });
  }

  @Override
  public Found<List<CallSummary>> calls(CallSearch search, Watch watch) {
    return switch (list(search, watch)) {
      case Found.Failure<Listing>(TraceError error) -> new Found.Failure<>(error);
      case Found.Value<Listing>(Listing listing, List<String> notes) ->
          new Found.Value<>(listing.calls(), notes);
    };
  }

  @Override
  public Found<List<CapturedMessage>> messages(
      Collection<String> callIds, TimeWindow window, Watch watch) {
    CallPicker picker = new CallPicker(callIds, window, bounds, origin());
    return read(
        watch,
        picker,
        report -> {
          List<String> notes = new ArrayList<>(report.notes());
          return new Found.Value<>(picker.messages(notes), notes);
        });
  }

  /**
   * {@return the first messages that have a text in them, whatever its case}
   *
   * @param text what is looked for, at least one character
   * @param window when they were seen
   * @param watch hears of progress, and withdraws
   */
  public Found<Selection> containing(String text, TimeWindow window, Watch watch) {
    TextSearcher searcher = new TextSearcher(text, window, bounds, origin());
    return read(
        watch,
        searcher,
        report -> {
          List<String> notes = new ArrayList<>(report.notes());
          List<CapturedMessage> messages = searcher.messages(notes);
          return new Found.Value<>(new Selection(messages, searcher.hits(), report), notes);
        });
  }

  /** {@return the same file, of which at most so many messages with so many bytes are kept} */
  public CaptureFile keeping(int messages, long bytes) {
    return new CaptureFile(file, bounds.keeping(messages, bytes));
  }

  private <T> Found<T> read(
      Watch watch, Consumer<Sighting> listener, Function<CaptureReport, Found<T>> answer) {
    return switch (CaptureReader.read(file, bounds, new HepPayloads(), watch, listener)) {
      case Found.Failure<CaptureReport>(TraceError error) -> new Found.Failure<>(error);
      case Found.Value<CaptureReport>(CaptureReport report, List<String> _) ->
          report.ended() == CaptureReport.Ended.CANCELLED
              ? new Found.Failure<>(
                  new TraceError(TraceError.Kind.CANCELLED, "Reading was withdrawn.", "Ask again."))
              : answer.apply(report);
    };
  }
}
