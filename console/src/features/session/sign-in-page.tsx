import { useState, type SyntheticEvent } from "react";
import { t } from "@/shared/i18n/text";
import { Brand } from "@/shared/ui/brand";
import { Button } from "@/shared/ui/button";
import { TextField } from "@/shared/ui/field";
import { useTitle } from "@/shared/ui/page";
import { ErrorNote } from "@/shared/ui/states";
import { useSignIn } from "./sign-in";

export function SignInPage() {
  useTitle(t("signIn.title"));
  const signIn = useSignIn();
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");

  function submit(event: SyntheticEvent) {
    event.preventDefault();
    signIn.mutate({ email, password });
  }

  return (
    <main className="grid min-h-full place-items-center p-4">
      <div className="w-full max-w-sm">
        <div className="mb-6 flex justify-center">
          <Brand />
        </div>
        <form
          onSubmit={submit}
          className="flex flex-col gap-4 rounded-lg border border-line bg-surface p-6 shadow-high sm:p-8"
        >
          <div>
            <h1 className="text-xl font-semibold">{t("signIn.title")}</h1>
            <p className="mt-1 text-ink-soft">{t("signIn.text")}</p>
          </div>
          <TextField
            label={t("email")}
            type="email"
            name="email"
            autoComplete="username"
            required
            value={email}
            onChange={(event) => {
              setEmail(event.target.value);
            }}
          />
          <TextField
            label={t("password")}
            type="password"
            name="password"
            autoComplete="current-password"
            required
            value={password}
            onChange={(event) => {
              setPassword(event.target.value);
            }}
          />
          {signIn.isError && <ErrorNote error={signIn.error} />}
          <Button type="submit" look="primary" disabled={signIn.isPending} className="h-10">
            {signIn.isPending ? t("signIn.pending") : t("signIn.action")}
          </Button>
        </form>
        <p className="mt-4 px-6 text-center text-sm text-ink-soft">{t("signIn.first")}</p>
      </div>
    </main>
  );
}
