package dev.opensipsmcp.mi;

import dev.opensipsmcp.mi.replay.HttpCall;
import dev.opensipsmcp.mi.replay.Nodes;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Writes a dialog list of any length without holding it. */
final class Millions {
  private static final String DIALOG =
      "{\"ID\":\"28.bb3cfcc6\",\"state\":4,\"timestart\":1795185131,\"callid\":\"%\","
          + "\"from_uri\":\"sip:user2@lab.example.com\",\"to_uri\":\"sip:svc2@lab.example.com\","
          + "\"caller_tag\":\"24445c2\",\"CALLEES\":[{\"callee_tag\":\"24443u2\"}]}";

  private Millions() {}

  static void answer(String request, OutputStream target, int dialogs) throws IOException {
    HttpCall call = new HttpCall("", request.substring(request.indexOf("\r\n\r\n") + 4));
    OutputStream out = new BufferedOutputStream(target, 1 << 16);
    write(out, "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n");
    write(out, "{\"jsonrpc\":\"2.0\",\"result\":");
    switch (call.method()) {
      case "version" -> write(out, "{\"Server\":\"OpenSIPS (3.6.8)\"}");
      case "which" -> write(out, Nodes.which("3.6"));
      default -> dialogs(out, dialogs);
    }
    write(out, ",\"id\":" + call.id() + '}');
    out.flush();
  }

  private static void dialogs(OutputStream out, int dialogs) throws IOException {
    int mark = DIALOG.indexOf('%');
    byte[] before = DIALOG.substring(0, mark).getBytes(StandardCharsets.US_ASCII);
    byte[] after = DIALOG.substring(mark + 1).getBytes(StandardCharsets.US_ASCII);
    write(out, "{\"Dialogs\":[");
    for (int i = 0; i < dialogs; i++) {
      if (i > 0) {
        out.write(',');
      }
      out.write(before);
      write(out, Integer.toString(i));
      out.write(after);
    }
    write(out, "]}");
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }
}
