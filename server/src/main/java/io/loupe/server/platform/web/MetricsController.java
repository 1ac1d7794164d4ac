package io.loupe.server.platform.web;

import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What Prometheus asks for. */
@RestController
final class MetricsController {
    private final PrometheusMeterRegistry metrics;

    MetricsController(PrometheusMeterRegistry metrics) {
        this.metrics = metrics;
    }

    @GetMapping(path = "/metrics", produces = "text/plain;version=0.0.4;charset=utf-8")
    String metrics() {
        return metrics.scrape();
    }

    @Configuration
    static class Registry {
        @Bean(destroyMethod = "close")
        PrometheusMeterRegistry metricsRegistry() {
            PrometheusMeterRegistry metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
            new JvmMemoryMetrics().bindTo(metrics);
            new ProcessorMetrics().bindTo(metrics);
            return metrics;
        }

        @Bean(destroyMethod = "close")
        JvmGcMetrics garbageCollection(PrometheusMeterRegistry metrics) {
            JvmGcMetrics collection = new JvmGcMetrics();
            collection.bindTo(metrics);
            return collection;
        }
    }
}
