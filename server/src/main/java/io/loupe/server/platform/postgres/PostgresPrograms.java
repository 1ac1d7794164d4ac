package io.loupe.server.platform.postgres;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Runs {@code initdb} and {@code pg_ctl} with our settings. */
final class PostgresPrograms {
    private static final int SECONDS_TO_START = 60;
    private static final int SECONDS_TO_STOP = 60;
    private static final int LINE_OF_PORT = 3; // of postmaster.pid, from 0

    private final PostgresBinaries binaries;
    private final ProgramAccount account;

    PostgresPrograms(PostgresBinaries binaries, ProgramAccount account) {
        this.binaries = binaries;
        this.account = account;
    }

    void initialise(Path cluster, String superuser, Path passwordFile) throws IOException {
        run(
                        "initdb",
                        "--pgdata=" + cluster,
                        "--username=" + superuser,
                        "--pwfile=" + passwordFile,
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        // The same order of texts on every system, whatever its C library thinks.
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8",
                        "--locale=C",
                        "--data-checksums")
                .ifPresent(failure -> {
                    throw new UnableToRunPostgresException(
                            "PostgreSQL could not make its files in %s. It said: %s".formatted(cluster, failure));
                });
    }

    /** Answers what went wrong, if anything. */
    Optional<String> start(Path cluster, Path log, int port) throws IOException {
        String settings = String.join(
                " ",
                "-p " + port,
                "-c listen_addresses=127.0.0.1",
                "-c unix_socket_directories=''",
                "-c max_connections=100",
                "-c shared_buffers=128MB",
                "-c log_timezone=UTC",
                "-c timezone=UTC");
        return run(
                "pg_ctl",
                "start",
                "--pgdata=" + cluster,
                "--log=" + log,
                "--wait",
                "--timeout=" + SECONDS_TO_START,
                "--options=" + settings);
    }

    void stop(Path cluster) {
        try {
            Optional<String> failure = run(
                    "pg_ctl", "stop", "--pgdata=" + cluster, "--mode=fast", "--wait", "--timeout=" + SECONDS_TO_STOP);
            if (failure.isPresent() && running(cluster).isPresent()) {
                throw new UnableToRunPostgresException("PostgreSQL does not stop in %s. It said: %s. Stop process %d."
                        .formatted(
                                cluster,
                                failure.get(),
                                running(cluster).map(ProcessHandle::pid).orElse(-1L)));
            }
        } catch (IOException e) {
            throw new UnableToRunPostgresException("PostgreSQL does not stop in %s: %s".formatted(cluster, e));
        }
    }

    /**
     * The PostgreSQL that runs on these files. Its number is in {@code postmaster.pid}; after a power cut another program
     * may have that number, so its executable must be ours.
     */
    Optional<ProcessHandle> running(Path cluster) throws IOException {
        Path file = cluster.resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(file);
        if (lines.isEmpty() || !lines.getFirst().strip().matches("\\d{1,18}")) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
                .filter(process -> process.info()
                        .command()
                        .map(Path::of)
                        .filter(binaries::contain)
                        .isPresent());
    }

    /** The port of the PostgreSQL that runs on these files, once it takes connections. */
    Optional<Integer> port(Path cluster) throws IOException {
        if (running(cluster).isEmpty()) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(cluster.resolve("postmaster.pid"));
        return lines.size() > LINE_OF_PORT && lines.get(LINE_OF_PORT).strip().matches("\\d{1,5}")
                ? Optional.of(Integer.parseInt(lines.get(LINE_OF_PORT).strip()))
                : Optional.empty();
    }

    private Optional<String> run(String program, String... arguments) throws IOException {
        File output = File.createTempFile("loupe-" + program, ".txt");
        try {
            List<String> command = new ArrayList<>();
            command.add(binaries.program(program).toString());
            command.addAll(List.of(arguments));
            // To a file, not a pipe: PostgreSQL inherits it and would keep a pipe open.
            Process process = new ProcessBuilder(account.command(command))
                    .directory(new File("/"))
                    .redirectErrorStream(true)
                    .redirectOutput(output)
                    .start();
            if (!process.waitFor(SECONDS_TO_START + SECONDS_TO_STOP, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return Optional.of("nothing within two minutes");
            }
            return process.exitValue() == 0
                    ? Optional.empty()
                    : Optional.of(Files.readString(output.toPath(), StandardCharsets.UTF_8)
                            .strip());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while %s ran".formatted(program), e);
        } finally {
            Files.delete(output.toPath());
        }
    }
}
