import js from "@eslint/js";
import globals from "globals";

export default [
  { ignores: ["target/"] },
  js.configs.recommended,
  {
    // What a page shows for Node.js; tests run it there.
    files: ["src/main/resources/**/snippets/*.mjs"],
    languageOptions: { globals: globals.node },
  },
  {
    files: ["src/main/resources/**/*.js"],
    languageOptions: { globals: globals.browser },
    rules: {
      eqeqeq: "error",
      "no-var": "error",
      "prefer-const": "error",
      "no-restricted-globals": ["error", "localStorage", "sessionStorage"],
      "no-restricted-properties": [
        "error",
        { property: "innerHTML", message: "Use textContent: nothing from a server becomes markup." },
        { property: "outerHTML", message: "Use textContent: nothing from a server becomes markup." },
      ],
    },
  },
];
