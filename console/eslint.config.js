import accessibility from "eslint-plugin-jsx-a11y";
import react from "eslint-plugin-react";
import hooks from "eslint-plugin-react-hooks";
import { readdirSync } from "node:fs";
import typescript from "typescript-eslint";

const features = readdirSync(new URL("./src/features", import.meta.url));

/** Forbids imports, as a rule for one zone of the source. */
function forbid(files, patterns) {
  return {
    files,
    rules: { "no-restricted-imports": ["error", { patterns }] },
  };
}

export default typescript.config(
  { ignores: ["target/"] },
  ...typescript.configs.strict,
  accessibility.flatConfigs.strict,
  hooks.configs.flat["recommended-latest"],
  {
    plugins: { react },
    settings: { react: { version: "19" } },
    rules: {
      "react/jsx-no-literals": ["error", { noStrings: true, ignoreProps: true }], // texts live in the catalogue
      "max-lines": ["error", { max: 300, skipBlankLines: true }],
      "no-console": "error",
    },
  },
  // One way only: shared <- features <- app, and no feature knows another one.
  forbid(
    ["src/shared/**"],
    [{ group: ["@/features/*", "@/app/*"], message: "shared knows neither features nor the app" }],
  ),
  ...features.map((feature) =>
    forbid(
      [`src/features/${feature}/**`],
      [
        { group: ["@/app/*"], message: "features do not know the app" },
        {
          group: features.filter((other) => other !== feature).map((other) => `@/features/${other}/*`),
          message: "a feature knows no other one: compose them in src/app",
        },
      ],
    ),
  ),
);
