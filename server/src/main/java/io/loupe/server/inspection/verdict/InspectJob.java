package io.loupe.server.inspection.verdict;

import io.loupe.server.imports.ImportPlace;
import io.loupe.server.imports.ImportPlaces;
import io.loupe.server.imports.ImportSource;
import io.loupe.server.imports.MeteredStream;
import io.loupe.server.jobs.JobHandler;
import io.loupe.server.jobs.JobRun;
import io.loupe.server.library.Upload;
import io.loupe.server.models.PictureProblem;
import io.loupe.server.platform.problem.ProblemCode;
import io.loupe.server.platform.problem.ProblemException;
import io.loupe.server.platform.settings.Settings;
import io.loupe.vision.threshold.Verdict;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;

/**
 * Inspects the files of a folder or ZIP in the order of their names, some at a time. Its checkpoint is the last name; what it
 * does again after a kill has a verdict already, and gets no other one.
 */
@Component
final class InspectJob implements JobHandler {
    static final String TYPE = "inspect";

    private static final int AT_A_TIME = 16;
    private static final long MILLISECONDS_TO_WAIT_FOR_ROOM = 500;

    private final ImportPlaces places;
    private final Inspector inspector;
    private final VerdictChain chain;
    private final long mostBytes;

    /** What to inspect, and for whom. */
    record Request(UUID project, ImportPlace place, Operator operator) {}

    /** How far it came: the last name, and what the files until then got. */
    record Progress(String last, long done, long passed, long warned, long failed) {
        static final Progress START = new Progress("", 0, 0, 0, 0);

        Progress plus(String item, Optional<Verdict> verdict) {
            return new Progress(
                    item,
                    done + 1,
                    passed + (verdict.equals(Optional.of(Verdict.PASS)) ? 1 : 0),
                    warned + (verdict.equals(Optional.of(Verdict.WARN)) ? 1 : 0),
                    failed + (verdict.equals(Optional.of(Verdict.FAIL)) ? 1 : 0));
        }

        String sentence() {
            return "%,d PASS, %,d WARN, %,d FAIL, %,d not inspected"
                    .formatted(passed, warned, failed, done - passed - warned - failed);
        }
    }

    InspectJob(ImportPlaces places, Inspector inspector, VerdictChain chain, Settings settings) {
        this.places = places;
        this.inspector = inspector;
        this.chain = chain;
        this.mostBytes = settings.imports().zipBytes();
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public void run(JobRun run) throws IOException, InterruptedException {
        Request request = run.request(Request.class);
        try (ImportSource source = places.open(request.place())) {
            inspectAll(run, request, source);
        }
    }

    private void inspectAll(JobRun run, Request request, ImportSource source) throws InterruptedException {
        Progress progress = run.checkpoint(Progress.class).orElse(Progress.START);
        List<String> all = run.retriedItems().isEmpty()
                ? source.items()
                : run.retriedItems().stream().sorted().toList();
        String last = progress.last();
        List<String> items =
                all.stream().filter(item -> item.compareTo(last) > 0).toList();
        run.total(progress.done() + items.size());
        AtomicLong bytes = new AtomicLong();
        for (int from = 0; from < items.size() && !run.cancelRequested(); from += AT_A_TIME) {
            List<String> batch = items.subList(from, Math.min(items.size(), from + AT_A_TIME));
            progress = inspectBatch(run, request, source, batch, bytes, progress);
            requireWithinLimit(bytes.get());
            run.done(progress.done());
            run.message(progress.sentence());
            run.checkpoint(progress);
        }
    }

    private Progress inspectBatch(
            JobRun run, Request request, ImportSource source, List<String> batch, AtomicLong bytes, Progress before)
            throws InterruptedException {
        List<Upload> uploads = batch.stream()
                .map(item -> new Upload(item, () -> MeteredStream.open(source, item, bytes::addAndGet)))
                .toList();
        Map<String, Verdict> known = chain.verdictsOfJob(
                run.tenant(),
                request.project(),
                run.id(),
                uploads.stream().map(Upload::name).toList());
        List<Inspected> inspected = inspectWhenThereIsRoom(
                run,
                request,
                uploads.stream()
                        .filter(upload -> !known.containsKey(upload.name()))
                        .toList());
        Progress progress = before;
        int next = 0;
        for (int i = 0;
                i < batch.size() && (known.containsKey(uploads.get(i).name()) || next < inspected.size());
                i++) {
            Verdict earlier = known.get(uploads.get(i).name());
            if (earlier != null) {
                progress = progress.plus(batch.get(i), Optional.of(earlier));
                continue;
            }
            Inspected one = inspected.get(next++);
            one.problem().ifPresent(problem -> run.failed(one.filename(), stage(problem), problem.detail()));
            progress = progress.plus(
                    batch.get(i), one.row().map(row -> row.judgement().verdict()));
        }
        return progress;
    }

    /** People who wait for an answer go first: while they fill the queue, a job waits. */
    private List<Inspected> inspectWhenThereIsRoom(JobRun run, Request request, List<Upload> uploads)
            throws InterruptedException {
        while (!run.cancelRequested()) {
            try {
                return inspector.inspect(
                        run.tenant(), request.project(), uploads, request.operator(), Optional.of(run.id()));
            } catch (ProblemException e) {
                if (e.code() != ProblemCode.UNAVAILABLE) {
                    throw e;
                }
                Thread.sleep(MILLISECONDS_TO_WAIT_FOR_ROOM);
            }
        }
        return List.of();
    }

    private void requireWithinLimit(long bytes) {
        if (bytes > mostBytes) {
            throw new ProblemException(
                    ProblemCode.TOO_LARGE,
                    "More than %,d bytes came out of it (setting import.zip-bytes). What was inspected so far is in the history; inspect the rest in parts."
                            .formatted(mostBytes));
        }
    }

    private static String stage(PictureProblem problem) {
        return problem.code().equals(ProblemCode.FAULT.text()) ? "inspecting" : "reading";
    }
}
