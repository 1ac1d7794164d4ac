import { QueryClientProvider } from "@tanstack/react-query";
import { createMemoryHistory, createRouter, RouterProvider } from "@tanstack/react-router";
import { render } from "@testing-library/react";
import { createQueries } from "@/app/queries";
import { routes } from "@/app/router";
import { signedIn } from "@/shared/api/session";
import { Toasts } from "@/shared/ui/toast";

/** Renders a whole page at an address, as the browser would. */
export function visit(path: string) {
  const history = createMemoryHistory({ initialEntries: [path] });
  const router = createRouter({ routeTree: routes, history });
  render(
    <QueryClientProvider client={createQueries()}>
      <RouterProvider router={router as never} />
      <Toasts />
    </QueryClientProvider>,
  );
  return { address: () => router.state.location.href };
}

export function tokens(access: string, seconds = 600) {
  return {
    access_token: access,
    refresh_token: `${access}-refresh`,
    expires_in: seconds,
    tenant_id: "tenant",
  };
}

export function signInAs(access = "token"): void {
  signedIn(tokens(access));
}
