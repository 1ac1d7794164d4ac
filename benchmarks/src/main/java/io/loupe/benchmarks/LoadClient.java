package io.loupe.benchmarks;

import java.net.URI;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** As many connections as there are requests at a time, each used again. Thread-safe. */
final class LoadClient implements AutoCloseable {
    private final URI server;
    private final Queue<LoadConnection> idle = new ConcurrentLinkedQueue<>();

    LoadClient(URI server) {
        this.server = server;
    }

    /** As {@link LoadConnection#send}. */
    String send(byte[] request) {
        LoadConnection free = idle.poll();
        LoadConnection connection = free == null ? new LoadConnection(server) : free;
        String answer = connection.send(request);
        idle.add(connection);
        return answer;
    }

    @Override
    public void close() {
        idle.forEach(LoadConnection::close);
    }
}
