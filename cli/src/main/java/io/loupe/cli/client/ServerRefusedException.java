package io.loupe.cli.client;

import java.net.URI;

/** A server did not do what was asked, or did not answer at all; the message is its own sentence where it gave one. */
public final class ServerRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private ServerRefusedException(String message, Throwable cause) {
        super(message, cause);
    }

    ServerRefusedException(String message) {
        super(message);
    }

    static ServerRefusedException unreachable(URI server, Throwable cause) {
        return new ServerRefusedException(
                "The server at %s does not answer (%s). 'loupe status' says whether it runs.".formatted(server, cause),
                cause);
    }
}
