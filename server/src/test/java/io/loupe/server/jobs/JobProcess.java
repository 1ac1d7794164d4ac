package io.loupe.server.jobs;

import io.loupe.index.TenantId;
import io.loupe.server.jobs.CountingJob.Request;
import io.loupe.server.platform.database.DatabaseAddress;
import io.loupe.server.platform.database.TenantTransactions;
import io.loupe.server.platform.settings.Settings;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import javax.sql.DataSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import tools.jackson.databind.json.JsonMapper;

/** The jobs of a server without the rest of it, here or in a process that can be killed. */
final class JobProcess {
    private JobProcess() {}

    static ConfigurableApplicationContext open(DatabaseAddress.Login login, Path data) {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        context.registerBean(DataSource.class, () -> new DriverManagerDataSource(login.url(), login.who()));
        context.registerBean(
                PlatformTransactionManager.class, () -> new JdbcTransactionManager(context.getBean(DataSource.class)));
        context.registerBean(Settings.class, () -> Settings.read(data, Map.of(), Map.of()));
        context.registerBean(MeterRegistry.class, SimpleMeterRegistry::new);
        context.registerBean(JsonMapper.class, () -> new JsonMapper());
        context.register(
                TenantTransactions.class,
                JobChanges.class,
                JobRows.class,
                JobRunner.class,
                JobQueue.class,
                Jobs.class,
                CountingJob.class);
        context.refresh();
        return context;
    }

    /** A process that starts this job and would run on for ever. */
    static Process start(DatabaseAddress.Login login, Path data, TenantId tenant, Request request) throws IOException {
        return new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        JobProcess.class.getName(),
                        login.url(),
                        login.who().getProperty("user"),
                        login.who().getProperty("password"),
                        data.toString(),
                        tenant.toString(),
                        new JsonMapper().writeValueAsString(request))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** Started by {@link #start}: URL, user, password, data folder, tenant, request. */
    public static void main(String[] arguments) throws InterruptedException {
        Properties who = new Properties();
        who.setProperty("user", arguments[1]);
        who.setProperty("password", arguments[2]);
        ConfigurableApplicationContext context =
                open(new DatabaseAddress.Login(arguments[0], who), Path.of(arguments[3]));
        context.getBean(Jobs.class)
                .start(
                        TenantId.parse(arguments[4]),
                        CountingJob.TYPE,
                        new JsonMapper().readValue(arguments[5], Request.class),
                        Optional.empty());
        Thread.sleep(Long.MAX_VALUE);
    }
}
