import { CircleAlert, LoaderCircle } from "lucide-react";
import { useEffect, useRef } from "react";
import { t } from "@/shared/i18n/text";
import { classNames } from "@/shared/lib/class-names";
import { VerdictCorner } from "@/shared/inspection/verdict";
import { FilePicture } from "@/shared/pictures/file-picture";
import type { Inspecting } from "./inspect";

interface VerdictStripProps {
  list: readonly Inspecting[];
  chosen: number | undefined;
  onChoose: (id: number) => void;
}

/** The parts in a row, each with its verdict. */
export function VerdictStrip({ list, chosen, onChoose }: VerdictStripProps) {
  const row = useRef<HTMLUListElement>(null);
  useEffect(() => {
    row.current?.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [chosen]);
  return (
    <ul ref={row} aria-label={t("inspect.strip")} className="flex gap-2 overflow-x-auto p-1 pb-2">
      {list.map((each) => (
        <li key={each.id} className="shrink-0">
          <button
            type="button"
            aria-current={each.id === chosen ? "true" : undefined}
            aria-label={nameOf(each)}
            title={nameOf(each)}
            onClick={() => {
              onChoose(each.id);
            }}
            className={classNames(
              "relative block size-20 overflow-hidden rounded-md bg-sunken",
              each.id === chosen ? "ring-3 ring-accent" : "ring-1 ring-line hover:ring-line-strong",
            )}
          >
            {each.answer === undefined ? (
              <FilePicture file={each.file} className="size-full object-cover opacity-60" />
            ) : (
              <img src={each.answer.preview_url} alt="" className="size-full object-cover" />
            )}
            {each.answer !== undefined && <VerdictCorner verdict={each.answer.verdict} />}
            {each.answer === undefined && <Pending each={each} />}
          </button>
        </li>
      ))}
    </ul>
  );
}

function Pending({ each }: { each: Inspecting }) {
  const over = each.state === "failed" || each.state === "cancelled";
  return (
    <span className="absolute inset-0 grid place-items-center">
      {over ? (
        <CircleAlert size={22} className="rounded-full bg-surface text-bad" aria-hidden />
      ) : (
        <LoaderCircle size={22} className="animate-spin rounded-full bg-surface text-accent" aria-hidden />
      )}
    </span>
  );
}

function nameOf({ file, answer, error }: Inspecting): string {
  const state = answer === undefined ? (error ?? t("inspect.waiting")) : t(`verdict.${answer.verdict}`);
  return t("inspect.named", { name: file.name, state });
}
