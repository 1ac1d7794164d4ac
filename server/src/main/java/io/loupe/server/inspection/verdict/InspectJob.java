package io.loupe.server.inspection.verdict;

import io.loupe.server.imports.ImportBatches;
import io.loupe.server.imports.ImportPlace;
import io.loupe.server.jobs.JobHandler;
import io.loupe.server.jobs.JobRun;
import io.loupe.server.library.Upload;
import io.loupe.server.models.PictureProblem;
import io.loupe.server.platform.problem.ProblemCode;
import io.loupe.vision.threshold.Verdict;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Inspects the files of a folder or ZIP. What it does again after a kill has a verdict already, and gets no other one.
 */
@Component
final class InspectJob implements JobHandler {
    static final String TYPE = "inspect";

    private static final int AT_A_TIME = 16;

    private final ImportBatches batches;
    private final Inspector inspector;
    private final VerdictChain chain;

    /** What to inspect, and for whom. */
    record Request(UUID project, ImportPlace place, Operator operator) {}

    /** How far it came: the last name, and what the files until then got. */
    record Progress(String last, long done, long passed, long warned, long failed) implements ImportBatches.Progress {
        static final Progress START = new Progress("", 0, 0, 0, 0);

        Progress plus(String item, Optional<Verdict> verdict) {
            return new Progress(
                    item,
                    done + 1,
                    passed + (verdict.equals(Optional.of(Verdict.PASS)) ? 1 : 0),
                    warned + (verdict.equals(Optional.of(Verdict.WARN)) ? 1 : 0),
                    failed + (verdict.equals(Optional.of(Verdict.FAIL)) ? 1 : 0));
        }

        @Override
        public String sentence() {
            return "%,d PASS, %,d WARN, %,d FAIL, %,d not inspected"
                    .formatted(passed, warned, failed, done - passed - warned - failed);
        }
    }

    InspectJob(ImportBatches batches, Inspector inspector, VerdictChain chain) {
        this.batches = batches;
        this.inspector = inspector;
        this.chain = chain;
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public void run(JobRun run) throws IOException, InterruptedException {
        Request request = run.request(Request.class);
        batches.run(run, request.place(), Progress.START, AT_A_TIME, (batch, before) -> {
            Progress progress = inspect(run, request, batch, before);
            batch.requireWithinLimit("What was inspected so far is in the history; inspect the rest in parts.");
            return progress;
        });
    }

    private Progress inspect(JobRun run, Request request, ImportBatches.Batch batch, Progress before)
            throws InterruptedException {
        List<String> items = batch.items();
        List<Upload> uploads = batch.uploads(item -> item);
        Map<String, Verdict> known = chain.verdictsOfJob(
                run.tenant(),
                request.project(),
                run.id(),
                uploads.stream().map(Upload::name).toList());
        List<Upload> unknown = uploads.stream()
                .filter(upload -> !known.containsKey(upload.name()))
                .toList();
        List<Inspected> inspected = ImportBatches.whenThereIsRoom(
                run,
                () -> inspector.inspect(
                        run.tenant(), request.project(), unknown, request.operator(), Optional.of(run.id())));
        Progress progress = before;
        int next = 0;
        for (int i = 0;
                i < items.size() && (known.containsKey(uploads.get(i).name()) || next < inspected.size());
                i++) {
            Verdict earlier = known.get(uploads.get(i).name());
            if (earlier != null) {
                progress = progress.plus(items.get(i), Optional.of(earlier));
                continue;
            }
            Inspected one = inspected.get(next++);
            one.problem().ifPresent(problem -> run.failed(one.filename(), stage(problem), problem.detail()));
            progress = progress.plus(
                    items.get(i), one.row().map(row -> row.judgement().verdict()));
        }
        return progress;
    }

    private static String stage(PictureProblem problem) {
        return problem.code().equals(ProblemCode.FAULT.text()) ? "inspecting" : "reading";
    }
}
