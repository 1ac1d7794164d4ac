import type { Image } from "@/shared/api/schemas";
import { isMessage, t, type MessageKey } from "@/shared/i18n/text";
import { formatBytes, formatDate, formatNumber } from "@/shared/lib/format";
import { CopyButton } from "@/shared/ui/copy-button";

/** What is known of a picture, as a list of names and values. */
export function Facts({ image }: { image: Image }) {
  const facts: [MessageKey, string][] = [
    ["fact.size", t("fact.sizeValue", { width: String(image.width), height: String(image.height) })],
    ["fact.bytes", formatBytes(image.bytes)],
    ["fact.format", image.format.toUpperCase()],
    ["fact.quality", formatNumber(image.quality_score)],
    ["fact.created", formatDate(image.created_at)],
    ["fact.source", image.source],
    ["fact.model", `${image.model_name} ${image.model_version}`],
  ];
  if (image.captured_at) facts.splice(5, 0, ["fact.captured", formatDate(image.captured_at)]);
  return (
    <dl className="grid grid-cols-[auto_1fr] items-center gap-x-4 gap-y-1.5 text-sm">
      {facts.map(([name, value]) => (
        <Fact key={name} name={t(name)} value={value} />
      ))}
      {Object.entries(image.quality).map(([name, value]) => (
        <Fact key={name} name={nameOf(name)} value={formatNumber(value)} />
      ))}
      {Object.entries(image.metadata).map(([name, value]) => (
        <Fact key={name} name={name} value={typeof value === "string" ? value : JSON.stringify(value)} />
      ))}
      <Fact name={t("fact.id")} value={image.image_id} copy />
      <Fact name={t("fact.sha256")} value={image.sha256} copy />
    </dl>
  );
}

function nameOf(quality: string): string {
  const key = `fact.quality.${quality}`;
  return isMessage(key) ? t(key) : quality;
}

function Fact({ name, value, copy = false }: { name: string; value: string; copy?: boolean }) {
  return (
    <>
      <dt className="text-ink-soft">{name}</dt>
      <dd className="flex min-w-0 items-center justify-end gap-1 text-right">
        <span className={copy ? "truncate font-mono text-xs" : "break-words tabular-nums"}>{value}</span>
        {copy && <CopyButton text={value} label={t("copy", { what: name })} />}
      </dd>
    </>
  );
}
