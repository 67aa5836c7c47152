package org.cyberspaceid.document.registry;

import java.io.IOException;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/** A body as bytes, up to a cap; the JDK has such a thing from version 25 on only. */
final class LimitedBody implements BodySubscriber<byte[]> {
    private final BodySubscriber<byte[]> bytes = BodySubscribers.ofByteArray();
    private final long cap;
    private long received;
    private Flow.Subscription subscription;

    private LimitedBody(long cap) {
        this.cap = cap;
    }

    static BodyHandler<byte[]> upTo(int cap) {
        return answer -> new LimitedBody(cap);
    }

    @Override
    public CompletionStage<byte[]> getBody() {
        return bytes.getBody();
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscription = given;
        bytes.onSubscribe(given);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        received += buffers.stream().mapToLong(ByteBuffer::remaining).sum();
        if (received > cap) {
            subscription.cancel();
            bytes.onError(new IOException("too long"));
        } else {
            bytes.onNext(buffers);
        }
    }

    @Override
    public void onError(Throwable broken) {
        bytes.onError(broken);
    }

    @Override
    public void onComplete() {
        bytes.onComplete();
    }
}
