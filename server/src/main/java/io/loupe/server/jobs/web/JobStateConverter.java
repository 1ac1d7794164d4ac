package io.loupe.server.jobs.web;

import io.loupe.server.jobs.JobState;
import org.springframework.core.convert.converter.Converter;
import org.springframework.stereotype.Component;

/** Reads a state in an address as it is written in JSON. */
@Component
final class JobStateConverter implements Converter<String, JobState> {
    @Override
    public JobState convert(String text) {
        return JobState.of(text);
    }
}
