// What ESLint holds scripts to, beside the types that `tsc` checks. (Undefined names are its business.)

import js from "@eslint/js";

export default [
  js.configs.recommended,
  {
    files: ["**/*.js", "**/*.mjs"],
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      complexity: ["error", 21],
      eqeqeq: ["error", "always", { null: "ignore" }],
      "max-lines": ["error", 300],
      "max-lines-per-function": ["error", { max: 100, skipComments: true, skipBlankLines: true }],
      "no-console": "error",
      "no-else-return": "error",
      "no-eval": "error",
      "no-misleading-character-class": ["error", { allowEscape: true }],
      "no-undef": "off",
      "no-unused-vars": ["error", { varsIgnorePattern: "^_", ignoreRestSiblings: true }],
      "no-useless-return": "error",
      "no-var": "error",
      "object-shorthand": "error",
      "prefer-arrow-callback": "error",
      "prefer-const": ["error", { destructuring: "all" }],
    },
  },
];
