package dev.opensipsmcp.sip.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A real fail2ban server with a socket and a directory of its own, and one jail {@code opensips}
 * whose action does nothing: no firewall is touched. Without the program the test is left out.
 */
public final class PrivateFail2ban implements AutoCloseable {
  private static final String PACKAGE = "fail2ban";

  private final RealProgram server;
  private final Path client;
  private final Path socket;
  private final Path log;

  private PrivateFail2ban(RealProgram server, Path client, Path socket, Path log) {
    this.server = server;
    this.client = client;
    this.socket = socket;
    this.log = log;
  }

  /**
   * {@return a server that answers}
   *
   * @param directory where everything of it lies
   * @param expression what the jail counts as a failure
   */
  public static PrivateFail2ban start(Path directory, String expression) throws IOException {
    Path program = RealProgram.find("fail2ban-server", PACKAGE);
    Path client = RealProgram.find("fail2ban-client", PACKAGE);
    Path socket = directory.resolve("f2b.sock");
    Path log = Files.writeString(directory.resolve("sip.log"), "");
    Files.createDirectories(directory.resolve("filter.d"));
    Files.createDirectories(directory.resolve("action.d"));
    Files.writeString(
        directory.resolve("fail2ban.conf"),
        """
        [Definition]
        loglevel = INFO
        logtarget = %1$s/f2b.log
        syslogsocket = auto
        socket = %1$s/f2b.sock
        pidfile = %1$s/f2b.pid
        dbfile = %1$s/f2b.sqlite3
        dbpurgeage = 1d
        dbmaxmatches = 10
        allowipv6 = auto
        """
            .formatted(directory));
    Files.writeString(
        directory.resolve("jail.conf"),
        """
        [opensips]
        enabled = true
        backend = polling
        usedns = no
        bantime = 600
        findtime = 600
        maxretry = 2
        filter = opensips
        logpath = %s
        action = nothing
        """
            .formatted(log));
    Files.writeString(
        directory.resolve("filter.d/opensips.conf"), "[Definition]\nfailregex = " + expression);
    Files.writeString(
        directory.resolve("action.d/nothing.conf"), "[Definition]\nactionban =\nactionunban =\n");
    RealProgram server =
        RealProgram.start(
            directory,
            List.of(
                program.toString(),
                "-c",
                directory.toString(),
                "-s",
                socket.toString(),
                "-p",
                directory.resolve("f2b.pid").toString(),
                "-f"));
    PrivateFail2ban made = new PrivateFail2ban(server, client, socket, log);
    made.await();
    return made;
  }

  /** Asks until the server answers, each time by a program that takes its time. */
  private void await() throws IOException {
    for (int tries = 0; tries < 200; tries++) {
      if (!server.isAlive()) {
        throw new AssertionError("fail2ban-server ended: " + server.output());
      }
      if (ask("status", "opensips") == 0) {
        return;
      }
    }
    close();
    throw new AssertionError("fail2ban-server does not answer: " + server.output());
  }

  private int ask(String... arguments) throws IOException {
    Process process =
        new ProcessBuilder(
                List.of(client.toString(), "-s", socket.toString(), arguments[0], arguments[1]))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      return process.waitFor(60, TimeUnit.SECONDS) ? process.exitValue() : -1;
    } catch (InterruptedException e) {
      throw new AssertionError("interrupted", e);
    }
  }

  /** {@return fail2ban-client} */
  public Path client() {
    return client;
  }

  /** {@return the server's socket} */
  public Path socket() {
    return socket;
  }

  /** {@return the log that the jail follows} */
  public Path log() {
    return log;
  }

  @Override
  public void close() {
    server.close();
  }
}
