package dev.opensipsmcp.sip.internal.homer;

import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/** Takes a body as it comes, and breaks off when it is larger than it may be. */
final class Limited implements BodySubscriber<Long> {
  /** That a body was larger than it may be. */
  static final class TooLarge extends IOException {
    private static final long serialVersionUID = 1L;

    TooLarge(long most) {
      super("more than " + most + " bytes");
    }
  }

  /** That what came could not be kept. */
  static final class SinkFailed extends IOException {
    private static final long serialVersionUID = 1L;

    SinkFailed(IOException cause) {
      super(cause);
    }
  }

  private final OutputStream sink;
  private final long most;
  private final CompletableFuture<Long> whole = new CompletableFuture<>();
  private Flow.Subscription subscription = NONE;
  private long taken;

  private static final Flow.Subscription NONE =
      new Flow.Subscription() {
        @Override
        public void request(long count) {}

        @Override
        public void cancel() {}
      };

  Limited(OutputStream sink, long most) {
    this.sink = sink;
    this.most = most;
  }

  @Override
  public CompletionStage<Long> getBody() {
    return whole;
  }

  @Override
  public void onSubscribe(Flow.Subscription given) {
    subscription = given;
    given.request(1);
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    try {
      for (ByteBuffer buffer : buffers) {
        taken += buffer.remaining();
        if (taken > most) {
          throw new TooLarge(most);
        }
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        keep(bytes);
      }
      subscription.request(1);
    } catch (IOException e) {
      subscription.cancel();
      whole.completeExceptionally(e);
    }
  }

  private void keep(byte[] bytes) throws SinkFailed {
    try {
      sink.write(bytes);
    } catch (IOException e) {
      throw new SinkFailed(e);
    }
  }

  @Override
  public void onError(Throwable cause) {
    whole.completeExceptionally(cause);
  }

  @Override
  public void onComplete() {
    whole.complete(taken);
  }
}
