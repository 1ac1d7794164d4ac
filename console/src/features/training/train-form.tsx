import { GraduationCap } from "lucide-react";
import { useState, type SyntheticEvent } from "react";
import type { Project, TrainingChoice, TrainingOptions } from "@/shared/api/inspection";
import { plural, t } from "@/shared/i18n/text";
import { formatOdds } from "@/shared/inspection/numbers";
import { Button } from "@/shared/ui/button";
import { SelectField, TextField } from "@/shared/ui/field";
import { Card } from "@/shared/ui/page";
import { ErrorNote } from "@/shared/ui/states";
import { useTrain } from "./train";

const RATES = [0.05, 0.02, 0.01, 0.005, 0.001];

interface TrainFormProps {
  project: Project;
  options: TrainingOptions;
  onStarted: (job: string) => void;
}

/** One button for those who want no more than that; the rest lies behind "More settings". */
export function TrainForm({ project, options, onStarted }: TrainFormProps) {
  const train = useTrain(project.project_id);
  const [choice, setChoice] = useState<TrainingChoice>({});
  const again = project.active_version != null;

  function submit(event: SyntheticEvent) {
    event.preventDefault();
    train.mutate(choice, {
      onSuccess: (job) => {
        onStarted(job.job_id);
      },
    });
  }

  return (
    <Card className="p-5">
      <form onSubmit={submit} className="flex flex-col gap-4">
        <div className="flex flex-wrap items-center justify-between gap-4">
          <div className="max-w-xl">
            <h2 className="text-lg font-semibold">{again ? t("train.again") : t("train.title")}</h2>
            <p className="mt-1 text-ink-soft">{plural("train.text", project.good_images)}</p>
          </div>
          <Button
            type="submit"
            look="primary"
            icon={<GraduationCap size={16} />}
            disabled={train.isPending}
            className="h-11! px-6!"
          >
            {train.isPending ? t("train.pending") : t("train.action")}
          </Button>
        </div>
        {train.isError && <ErrorNote error={train.error} />}
        <details>
          <summary className="w-fit text-sm font-medium text-ink-soft hover:text-ink">
            {t("train.more")}
          </summary>
          <Settings options={options} choice={choice} onChoice={setChoice} />
        </details>
      </form>
    </Card>
  );
}

interface SettingsProps {
  options: TrainingOptions;
  choice: TrainingChoice;
  onChoice: (choice: TrainingChoice) => void;
}

function Settings({ options: { methods, encoders, defaults }, choice, onChoice }: SettingsProps) {
  const method = methods.find(({ id }) => id === (choice.method ?? defaults.method));
  const encoder = encoders.find(({ id }) => id === (choice.encoder ?? defaults.encoder));
  const rates = [...new Set([...RATES, defaults.max_false_reject])].sort((a, b) => b - a);
  /** A field left empty is left to the server. */
  const number = (name: "size" | "seed" | "coreset" | "blind_spot_trials") => ({
    type: "number",
    value: choice[name] ?? "",
    onChange: ({ target }: { target: HTMLInputElement }) => {
      onChoice({ ...choice, [name]: target.value === "" ? undefined : Number(target.value) });
    },
  });

  return (
    <div className="mt-4 grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
      <SelectField
        label={t("train.rate")}
        hint={t("train.rateHint")}
        value={choice.max_false_reject ?? defaults.max_false_reject}
        onChange={(event) => {
          onChoice({ ...choice, max_false_reject: Number(event.target.value) });
        }}
      >
        {rates.map((rate) => (
          <option key={rate} value={rate}>
            {formatOdds(rate)}
          </option>
        ))}
      </SelectField>
      <SelectField
        label={t("train.method")}
        hint={method?.description ?? ""}
        value={choice.method ?? defaults.method}
        onChange={(event) => {
          onChoice({ ...choice, method: event.target.value });
        }}
      >
        {methods.map(({ id }) => (
          <option key={id} value={id}>
            {id}
          </option>
        ))}
      </SelectField>
      <SelectField
        label={t("train.encoder")}
        hint={encoder?.description ?? ""}
        value={choice.encoder ?? defaults.encoder}
        onChange={(event) => {
          onChoice({ ...choice, encoder: event.target.value, taps: undefined });
        }}
      >
        {encoders.map(({ id }) => (
          <option key={id} value={id}>
            {id}
          </option>
        ))}
      </SelectField>
      <TextField
        label={t("train.size")}
        hint={t("train.sizeHint")}
        min={32}
        max={2048}
        step={1}
        placeholder={String(encoder?.default_size ?? defaults.size)}
        {...number("size")}
      />
      <TextField
        label={t("train.trials")}
        hint={t("train.trialsHint")}
        min={0}
        max={10_000}
        placeholder={String(defaults.blind_spot_trials)}
        {...number("blind_spot_trials")}
      />
      <TextField
        label={t("train.coreset")}
        hint={t("train.coresetHint")}
        min={0}
        max={1}
        step="any"
        {...number("coreset")}
      />
      <TextField
        label={t("train.seed")}
        hint={t("train.seedHint")}
        step={1}
        placeholder={String(defaults.seed)}
        {...number("seed")}
      />
      <Taps
        all={encoder?.taps ?? []}
        chosen={choice.taps ?? []}
        onChosen={(taps) => {
          onChoice({ ...choice, taps: taps.length === 0 ? undefined : taps });
        }}
      />
    </div>
  );
}

interface TapsProps {
  all: readonly string[];
  chosen: readonly string[];
  onChosen: (taps: string[]) => void;
}

function Taps({ all, chosen, onChosen }: TapsProps) {
  return (
    <fieldset className="sm:col-span-2 lg:col-span-3">
      <legend className="text-sm font-medium">{t("train.taps")}</legend>
      <div className="mt-1.5 flex flex-wrap gap-x-5 gap-y-2">
        {all.map((tap) => (
          <label key={tap} className="flex items-center gap-2 text-sm">
            <input
              type="checkbox"
              className="size-4 accent-accent"
              checked={chosen.includes(tap)}
              onChange={({ target }) => {
                onChosen(all.filter((each) => (each === tap ? target.checked : chosen.includes(each))));
              }}
            />
            {tap}
          </label>
        ))}
      </div>
      <p className="mt-1.5 text-sm text-ink-soft">{t("train.tapsHint")}</p>
    </fieldset>
  );
}
