package dev.opensipsmcp.mcp.internal.http;

import dev.opensipsmcp.mcp.HttpPage;
import dev.opensipsmcp.mcp.HttpSettings;
import dev.opensipsmcp.mcp.internal.core.Core;
import dev.opensipsmcp.mcp.internal.legacy.Revision;
import dev.opensipsmcp.mcp.internal.modern.Meta;
import dev.opensipsmcp.mcp.internal.rpc.Message;
import java.io.IOException;
import java.util.Optional;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Takes every HTTP request: lets it in or not, finds its era by what it says of itself, and hands
 * it on.
 */
final class Router extends Handler.Abstract {
  private static final System.Logger LOG = System.getLogger(Router.class.getName());

  private final HttpSettings settings;
  private final Timing timing;
  private final Gatekeeper gatekeeper;
  private final Doorkeeper doorkeeper;
  private final Inbox inbox;
  private final ModernHttp modern;
  private final LegacyHttp legacy;
  private final Optional<SseHttp> sse;

  Router(Core core, HttpSettings settings, Timing timing) {
    this.settings = settings;
    this.timing = timing;
    this.gatekeeper = new Gatekeeper(settings);
    this.doorkeeper = new Doorkeeper(settings);
    this.inbox = new Inbox(core.limits().messageBytes(), timing);
    this.modern = new ModernHttp(core, timing);
    this.legacy = new LegacyHttp(core, timing);
    this.sse = settings.legacySse() ? Optional.of(new SseHttp(core, timing)) : Optional.empty();
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    Channel channel = new Channel(request, response, timing.stalled());
    // A connection may be silent for as long as the work takes; the channel minds stalled writes.
    request.addIdleTimeoutListener(timeout -> false);
    try {
      route(channel);
      callback.succeeded();
    } catch (IOException e) {
      end(channel, callback, e, 408, "The request did not arrive in time.");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      callback.failed(e);
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.ERROR, "An HTTP request failed", e);
      end(channel, callback, e, 500, "The server failed; its log says why.");
    }
    return true;
  }

  /** Says what happened where that can still be said, and cuts the connection where it can't. */
  private static void end(
      Channel channel, Callback callback, Exception cause, int status, String reason) {
    if (channel.begun()) {
      callback.failed(cause);
      return;
    }
    try {
      channel.answerHeader("Connection", "close");
      channel.refuse(status, reason);
      callback.succeeded();
    } catch (IOException gone) {
      callback.failed(gone);
    }
  }

  private void route(Channel channel) throws IOException, InterruptedException {
    Optional<String> refusal = gatekeeper.refusal(channel.request());
    if (refusal.isPresent()) {
      channel.refuse(403, refusal.get());
      return;
    }
    Browsers.allow(channel);
    if (channel.method().equals("OPTIONS")) {
      Browsers.preflight(channel);
      return;
    }
    String path = Request.getPathInContext(channel.request());
    Optional<String> below = below(path);
    if (below.isPresent()) {
      Optional<Visitor> visitor = doorkeeper.admit(channel, "http", below.get());
      if (visitor.isPresent()) {
        streamable(channel, visitor.get());
      }
    } else if (sse.isPresent() && (path.equals(SseHttp.STREAM) || path.equals(SseHttp.MESSAGES))) {
      Optional<Visitor> visitor = doorkeeper.admit(channel, "sse", "");
      if (visitor.isPresent()) {
        sse(channel, path, visitor.get(), sse.get());
      }
    } else if (settings.pages().containsKey(path)) {
      page(channel, settings.pages().get(path));
    } else {
      channel.refuse(404, "There is nothing here; the endpoint is " + settings.path() + ".");
    }
  }

  private void page(Channel channel, HttpPage page) throws IOException {
    if (!channel.method().equals("GET")) {
      notAllowed(channel, "GET");
    } else if (page.open() || doorkeeper.admit(channel, "http", "").isPresent()) {
      channel.page(page.answer().get());
    }
  }

  /** {@return what the path has below the endpoint, without slashes around it} */
  private Optional<String> below(String path) {
    String endpoint = settings.path();
    if (path.equals(endpoint)) {
      return Optional.of("");
    }
    if (!path.startsWith(endpoint) || path.charAt(endpoint.length()) != '/') {
      return Optional.empty();
    }
    int end = path.endsWith("/") ? path.length() - 1 : path.length();
    return Optional.of(end > endpoint.length() ? path.substring(endpoint.length() + 1, end) : "");
  }

  private void streamable(Channel channel, Visitor visitor)
      throws IOException, InterruptedException {
    switch (channel.method()) {
      case "POST" -> post(channel, visitor);
      case "GET", "DELETE" -> {
        if (channel.header(MirroredHeaders.VERSION).filter(Meta.REVISION::equals).isPresent()) {
          notAllowed(channel, "POST");
        } else if (channel.method().equals("GET")) {
          legacy.get(channel, visitor);
        } else {
          legacy.delete(channel, visitor);
        }
      }
      default -> notAllowed(channel, "POST, GET, DELETE");
    }
  }

  private void post(Channel channel, Visitor visitor) throws IOException, InterruptedException {
    String accept = channel.header("Accept").orElse("");
    if (!Accepts.allows(accept, Accepts.JSON) || !Accepts.allows(accept, Accepts.EVENTS)) {
      channel.refuse(
          406, "The Accept header must let application/json and text/event-stream through.");
      return;
    }
    Optional<Message> message = inbox.read(channel);
    if (message.isEmpty()) {
      return;
    }
    if (message.get() instanceof Message.Request request && isModern(channel, request)) {
      modern.serve(channel, request, visitor);
    } else if (channel.header(MirroredHeaders.VERSION).filter(Meta.REVISION::equals).isPresent()) {
      // This revision knows no notifications and no responses from clients over HTTP.
      if (message.get() instanceof Message.Notification) {
        channel.empty(202);
      } else {
        channel.refuse(400, "Clients send no responses in " + Meta.REVISION + ".");
      }
    } else {
      legacy.post(channel, message.get(), visitor);
    }
  }

  /** A request that looks like both is of the new era, whose checks then find the contradiction. */
  private static boolean isModern(Channel channel, Message.Request request) {
    Optional<String> version = channel.header(MirroredHeaders.VERSION);
    return Meta.present(request.params())
        || version.filter(it -> !Revision.ALL.contains(it)).isPresent();
  }

  private void sse(Channel channel, String path, Visitor visitor, SseHttp transport)
      throws IOException, InterruptedException {
    String method = path.equals(SseHttp.STREAM) ? "GET" : "POST";
    if (!channel.method().equals(method)) {
      notAllowed(channel, method);
    } else if (method.equals("GET")) {
      transport.get(channel, visitor);
    } else {
      Optional<Message> message = inbox.read(channel);
      if (message.isPresent()) {
        transport.post(channel, message.get(), visitor);
      }
    }
  }

  private static void notAllowed(Channel channel, String allowed) throws IOException {
    channel.answerHeader("Allow", allowed);
    channel.refuse(405, "This method is not served here; use " + allowed + ".");
  }

  /** {@return how many requests are being served, those that only listen left out} */
  int working() {
    return modern.working() + legacy.working() + sse.map(SseHttp::working).orElse(0);
  }

  /** Ends the streams that would never end by themselves. */
  void endListening() {
    modern.endListening();
    legacy.endListening();
  }

  /** Cancels all that is being served. */
  void end() {
    modern.close();
    legacy.close();
    sse.ifPresent(SseHttp::close);
  }
}
