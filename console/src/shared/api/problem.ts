import { isMessage, t } from "@/shared/i18n/text";

/** What the server said when it refused (RFC 9457), or what we say when there was no answer at all. */
export class Problem extends Error {
  override readonly name = "Problem";

  constructor(
    readonly status: number,
    readonly code: string,
    readonly title: string,
    readonly detail: string,
    readonly requestId: string,
    /** Seconds to wait, where the server says so. */
    readonly retryAfter?: number,
  ) {
    super(detail);
  }

  static unreachable(): Problem {
    return new Problem(0, "unreachable", t("problem.unreachable"), t("problem.unreachable.detail"), "");
  }

  static of(status: number, body: unknown, retryAfter: string | null): Problem {
    const said = (typeof body === "object" && body !== null ? body : {}) as Record<string, unknown>;
    const text = (name: string) => (typeof said[name] === "string" ? said[name] : "");
    return new Problem(
      status,
      text("code") || `status_${String(status)}`,
      text("title"),
      text("detail"),
      text("request_id"),
      retryAfter === null ? undefined : Number(retryAfter) || undefined,
    );
  }
}

/** A failure as title and sentence: the catalogue's title for a known code, the server's own otherwise. */
export function describe(error: unknown): { title: string; detail: string; requestId: string } {
  if (!(error instanceof Problem)) {
    return { title: t("problem.fault"), detail: error instanceof Error ? error.message : "", requestId: "" };
  }
  const key = `problem.${error.code}`;
  const title = isMessage(key) ? t(key) : error.title || t("problem.fault");
  return { title, detail: error.detail, requestId: error.requestId };
}
