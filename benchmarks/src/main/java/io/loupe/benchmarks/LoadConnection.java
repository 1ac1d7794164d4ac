package io.loupe.benchmarks;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * A connection that sends the same few requests again and again, as load generators do: made beforehand, written at once,
 * with no thread of its own. What a client takes from the cores that it shares with the server is missing there, and says
 * nothing of the server. Speaks as much of HTTP/1.1 as Loupe answers; not thread-safe.
 */
final class LoadConnection implements AutoCloseable {
    private static final String BOUNDARY = "a-boundary-that-is-in-no-picture";
    private static final int BUFFER_BYTES = 1 << 16;

    private final URI server;
    private Socket socket;
    private InputStream in;

    LoadConnection(URI server) {
        this.server = server;
        try {
            this.socket = connect(server);
            this.in = buffered(socket);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Socket connect(URI server) throws IOException {
        Socket socket = new Socket(server.getHost(), server.getPort());
        socket.setTcpNoDelay(true);
        return socket;
    }

    private static InputStream buffered(Socket socket) throws IOException {
        return new BufferedInputStream(socket.getInputStream(), BUFFER_BYTES);
    }

    /** A request that posts a form with one file, in the field that inspections read. */
    static byte[] upload(String path, String key, String filename, byte[] content) {
        byte[] before = """
                --%s\r
                Content-Disposition: form-data; name="files"; filename="%s"\r
                Content-Type: application/octet-stream\r
                \r
                """.formatted(BOUNDARY, filename).getBytes(StandardCharsets.US_ASCII);
        byte[] after = "\r\n--%s--\r\n".formatted(BOUNDARY).getBytes(StandardCharsets.US_ASCII);
        byte[] head = """
                POST %s HTTP/1.1\r
                Host: localhost\r
                X-API-Key: %s\r
                Content-Type: multipart/form-data; boundary=%s\r
                Content-Length: %d\r
                \r
                """.formatted(path, key, BOUNDARY, before.length + content.length + after.length)
                .getBytes(StandardCharsets.US_ASCII);
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        request.writeBytes(head);
        request.writeBytes(before);
        request.writeBytes(content);
        request.writeBytes(after);
        return request.toByteArray();
    }

    /** Sends a request and waits for the whole answer, which must be a good one. */
    String send(byte[] request) {
        try {
            socket.getOutputStream().write(request);
            String status = line();
            boolean last = false;
            boolean chunked = false;
            int length = 0;
            for (String header = line(); !header.isEmpty(); header = line()) {
                String lower = header.toLowerCase(Locale.ROOT);
                last |= lower.equals("connection: close");
                chunked |= lower.equals("transfer-encoding: chunked");
                if (lower.startsWith("content-length:")) {
                    length = Integer.parseInt(
                            lower.substring("content-length:".length()).strip());
                }
            }
            String body = new String(chunked ? chunks() : in.readNBytes(length), StandardCharsets.UTF_8);
            if (last) {
                socket.close();
                socket = connect(server);
                in = buffered(socket);
            }
            if (!status.startsWith("HTTP/1.1 200")) {
                throw new IllegalStateException("%s: %s".formatted(status, body));
            }
            return body;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int length = Integer.parseInt(line(), 16); length > 0; length = Integer.parseInt(line(), 16)) {
            body.writeBytes(in.readNBytes(length));
            line();
        }
        line();
        return body.toByteArray();
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int read = in.read(); read != '\n'; read = in.read()) {
            if (read < 0) {
                throw new EOFException("The server hung up");
            }
            line.append((char) read);
        }
        return line.toString().strip();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
