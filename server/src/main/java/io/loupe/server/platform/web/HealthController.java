package io.loupe.server.platform.web;

import javax.sql.DataSource;
import org.springframework.dao.DataAccessException;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** For whoever watches the server: whether it lives, and whether it can do its work. */
@RestController
final class HealthController {
    private final JdbcClient jdbc;

    record Health(String status, String database) {}

    HealthController(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /** Answers as long as the process does. */
    @GetMapping("/healthz")
    String healthz() {
        return "ok";
    }

    /** 200 when requests can be served, else 503 with what is missing. */
    @GetMapping("/readyz")
    ResponseEntity<Health> readyz() {
        try {
            jdbc.sql("SELECT 1").query().singleValue();
            return ResponseEntity.ok(new Health("ready", "ok"));
        } catch (DataAccessException _) {
            return ResponseEntity.status(503).body(new Health("not ready", "not reachable"));
        }
    }
}
