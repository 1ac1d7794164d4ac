package io.loupe.cli;

import io.loupe.cli.client.ServerClient;
import java.net.InetAddress;
import java.net.UnknownHostException;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;

/** Which running server is meant, and who asks it. */
final class ServerOption {
    @ArgGroup(exclusive = false)
    private ServerAccess access = new ServerAccess();

    @Mixin
    private DataOption data = new DataOption();

    ServerClient connect() {
        return access.connect(data);
    }

    /** Whether the server sees the same folders as we do. */
    boolean isOnThisMachine() {
        try {
            return InetAddress.getByName(access.address(data).getHost()).isLoopbackAddress();
        } catch (UnknownHostException _) {
            return false;
        }
    }
}
