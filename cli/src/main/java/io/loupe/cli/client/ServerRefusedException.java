package io.loupe.cli.client;

import java.net.URI;
import java.nio.file.Path;

/** A server did not do what was asked, or did not answer at all; the message is its own sentence where it gave one. */
public final class ServerRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;

    private ServerRefusedException(String message, Throwable cause) {
        super(message, cause);
        this.status = 0;
    }

    ServerRefusedException(String message, int status) {
        super(message);
        this.status = status;
    }

    /** What it answered with; 0 if it did not answer. */
    public int status() {
        return status;
    }

    /** Nobody is there to be asked. */
    public static ServerRefusedException notRunning(Path data) {
        return new ServerRefusedException(
                "No server is running on %s. 'loupe start' starts one, --server names another one.".formatted(data), 0);
    }

    /** No project has this name. */
    public static ServerRefusedException noProject(String name) {
        return new ServerRefusedException(
                "There is no project '%s' here. 'loupe project list' shows all of them, 'loupe project create' makes one."
                        .formatted(name),
                404);
    }

    static ServerRefusedException unreachable(URI server, Throwable cause) {
        return new ServerRefusedException(
                "The server at %s does not answer (%s). 'loupe status' says whether it runs.".formatted(server, cause),
                cause);
    }
}
