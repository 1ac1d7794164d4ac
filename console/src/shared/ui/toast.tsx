import { X } from "lucide-react";
import { Toast as Radix } from "radix-ui";
import { useSyncExternalStore } from "react";
import { describe } from "@/shared/api/problem";
import { t } from "@/shared/i18n/text";
import { classNames } from "@/shared/lib/class-names";
import { Button, IconButton } from "./button";

interface Message {
  id: number;
  text: string;
  detail?: string;
  bad?: boolean;
  /** Takes back what was just done. */
  undo?: () => void;
}

const NOTICE_MS = 8_000;
const PROBLEM_MS = 20_000; // there is more to read, and something to do

let messages: readonly Message[] = [];
let drawn = 0;
const listeners = new Set<() => void>();

function change(next: readonly Message[]): void {
  messages = next;
  for (const listener of listeners) listener();
}

/** Says something at the page's edge for a while; may be called from anywhere. */
export function toast(text: string, more: Omit<Message, "id" | "text"> = {}): void {
  drawn += 1;
  change([...messages.slice(-2), { id: drawn, text, ...more }]);
}

export function toastProblem(error: unknown): void {
  const { title, detail } = describe(error);
  toast(title, { detail, bad: true });
}

export function Toasts() {
  const shown = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => messages,
  );
  return (
    <Radix.Provider label={t("toast.label")}>
      {shown.map((message) => (
        <Radix.Root
          key={message.id}
          duration={message.bad === true ? PROBLEM_MS : NOTICE_MS}
          type={message.bad === true ? "foreground" : "background"}
          onOpenChange={(open) => {
            if (!open) change(messages.filter((other) => other.id !== message.id));
          }}
          className={classNames(
            "pointer-events-auto flex animate-slide items-center gap-2 rounded-lg border bg-raised py-2.5 pr-2.5 pl-4 shadow-high",
            message.bad === true ? "border-bad" : "border-line",
          )}
        >
          <div className="min-w-0 grow py-1">
            <Radix.Title className="font-medium">{message.text}</Radix.Title>
            {message.detail !== undefined && message.detail !== "" && (
              <Radix.Description className="text-sm text-ink-soft">{message.detail}</Radix.Description>
            )}
          </div>
          {message.undo !== undefined && (
            <Radix.Action altText={t("undo")} asChild>
              <Button look="quiet" className="text-accent" onClick={message.undo}>
                {t("undo")}
              </Button>
            </Radix.Action>
          )}
          <Radix.Close asChild>
            <IconButton label={t("toast.dismiss")}>
              <X size={16} />
            </IconButton>
          </Radix.Close>
        </Radix.Root>
      ))}
      <Radix.Viewport className="fixed inset-x-0 z-60 mx-auto max-md:top-4 md:bottom-20 flex w-[min(26rem,calc(100vw-2rem))] flex-col gap-2" />
    </Radix.Provider>
  );
}
