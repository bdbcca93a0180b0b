package dev.opensipsmcp.sip.internal.probe;

import java.net.Socket;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/** Takes every chain, to look at it; nothing confidential goes over such a connection. */
public final class ShownChain extends X509ExtendedTrustManager {
  private final List<X509Certificate> chain = new ArrayList<>();

  /** {@return the certificates, as they came} */
  public synchronized List<X509Certificate> chain() {
    return List.copyOf(chain);
  }

  @Override
  public synchronized void checkServerTrusted(X509Certificate[] shown, String kind) {
    chain.clear();
    chain.addAll(List.of(shown));
  }

  @Override
  public void checkServerTrusted(X509Certificate[] shown, String kind, Socket socket) {
    checkServerTrusted(shown, kind);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] shown, String kind, SSLEngine engine) {
    checkServerTrusted(shown, kind);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] shown, String kind) {
    throw new IllegalStateException("This is no server");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] shown, String kind, Socket socket) {
    checkClientTrusted(shown, kind);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] shown, String kind, SSLEngine engine) {
    checkClientTrusted(shown, kind);
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return new X509Certificate[0];
  }
}
