package dev.opensipsmcp.sip.trace;

import dev.opensipsmcp.sip.message.NameAddr;
import dev.opensipsmcp.sip.message.SipMessage;
import dev.opensipsmcp.sip.message.SipUri;
import dev.opensipsmcp.sip.message.SipUris;
import dev.opensipsmcp.sip.message.StartLine;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Finds calls among messages. */
public final class Calls {
  private Calls() {}

  /**
   * {@return the calls that fit, newest first}
   *
   * @param messages in any order; those without a Call-ID belong to no call
   * @param search which
   */
  public static List<CallSummary> of(Collection<CapturedMessage> messages, CallSearch search) {
    Map<String, List<CapturedMessage>> byCallId = new HashMap<>();
    for (CapturedMessage message : messages) {
      Optional<String> id = message.message().callId();
      if (id.isPresent()
          && search.window().contains(message.time())
          && search.callId().map(id.get()::equals).orElse(true)) {
        byCallId.computeIfAbsent(id.get(), _ -> new ArrayList<>()).add(message);
      }
    }
    List<CallSummary> calls = new ArrayList<>();
    byCallId.forEach((id, all) -> {
      if (fits(all, search)) {
        calls.add(summary(id, all));
      }
    });
    calls.sort(Comparator.comparing(CallSummary::first).reversed());
    return calls.size() > search.limit() ? calls.subList(0, search.limit()) : calls;
  }

  /** Each wish may be granted by another message: a call is from one, and answered by the other. */
  private static boolean fits(List<CapturedMessage> call, CallSearch search) {
    return any(search.fromUser(), call, (user, one) -> user.equals(user(one.message().from())))
        && any(search.toUser(), call, (user, one) -> isTo(user, one.message()))
        && any(
            search.address(),
            call,
            (address, one) ->
                one.source().address().equals(address)
                    || one.destination().address().equals(address))
        && any(
            search.method(), call, (method, one) -> one.message().method().equalsIgnoreCase(method))
        && (search.code().isEmpty()
            || call.stream().anyMatch(one -> code(one) == search.code().getAsInt()));
  }

  private interface Test {
    boolean fits(String wanted, CapturedMessage message);
  }

  private static boolean any(Optional<String> wanted, List<CapturedMessage> call, Test test) {
    return wanted.isEmpty() || call.stream().anyMatch(one -> test.fits(wanted.get(), one));
  }

  private static boolean isTo(String user, SipMessage message) {
    return user.equals(user(message.to()))
        || (message.start() instanceof StartLine.Request request
            && user.equals(SipUris.parse(request.uri()).flatMap(SipUri::user).orElse("")));
  }

  private static String user(Optional<NameAddr> address) {
    return address.map(one -> one.uri().user().orElse(one.uri().host())).orElse("");
  }

  private static int code(CapturedMessage message) {
    return message.message().start() instanceof StartLine.Status status ? status.code() : 0;
  }

  /**
   * {@return a call in short}
   *
   * @param callId its Call-ID
   * @param messages all its messages, at least one
   */
  public static CallSummary summary(String callId, Collection<CapturedMessage> messages) {
    List<CapturedMessage> ordered = new ArrayList<>(messages);
    ordered.sort(Comparator.comparing(CapturedMessage::time));
    CapturedMessage first = ordered.getFirst();
    String method = "";
    for (CapturedMessage message : ordered) {
      if (message.message().start() instanceof StartLine.Request request) {
        method = request.method();
        break;
      }
    }
    OptionalInt code = OptionalInt.empty();
    for (CapturedMessage message : ordered) {
      boolean same = method.isEmpty() || message.message().method().equals(method);
      if (code(message) >= 200 && same) {
        code = OptionalInt.of(code(message));
      }
    }
    return new CallSummary(
        callId,
        first.time(),
        ordered.getLast().time(),
        method,
        user(first.message().from()),
        user(first.message().to()),
        first.source(),
        first.destination(),
        code,
        ordered.size());
  }
}
